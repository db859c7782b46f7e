"""Faults that change nothing that anybody could see, each with the reason. They are not counted.

A fault is recognised by its file, the text of its line and the two texts, so the list survives that lines move.
"""

EQUIVALENT: dict[tuple[str, str, str, str], str] = {
    ("tinygrad_edu/files.py", "mask = os.umask(0)", "0", "(1)"): "only reads the mask; the next line puts it back",
    (
        "tinygrad_edu/elementary.py",
        'point = {"acosh": (1.5,), "where": (True, 2.0, 3.0)}.get(op.name, (0.5, 2.0)[: len(names)])',
        "0.5",
        "(0.75)",
    ): "a number in a docstring's example, whose result is computed",
    (
        "tinygrad_edu/optim/signs.py",
        'size = m.minimum(m.maximum(state["step_size"] * factor, least), most)',
        'm.minimum(m.maximum(state["step_size"] * factor, least), most)',
        "(m.minimum(most, m.maximum(state['step_size'] * factor, least)))",
    ): "the smaller of two numbers, whichever comes first; a nan is handed on from either side",
    (
        "tinygrad_edu/ops.py",
        'define("selu", lambda m, x: SELU_SCALE * m.where(x > 0.0, x, SELU_ALPHA * m.expm1(x)),  '
        "# Klambauer et al. 2017",
        "x > 0.0",
        "(x >= 0.0)",
    ): "at 0 both branches are 0, with the sign of x",
    (
        "tinygrad_edu/jit/arrays/code.py",
        "picked = [position.get(place, 0) for place in places]",
        "0",
        "(1)",
    ): "at a place where nothing is any number will do; it is hidden by a mask",
    (
        "tinygrad_edu/jit/arrays/lines.py",
        "return strides + [0] * (depth + 1 - len(strides))",
        "depth + 1 - len(strides)",
        "(depth + 1 + len(strides))",
    ): "more zeros behind the last stride that is read",
    (
        "tinygrad_edu/jit/llvm/fusion.py",
        "if any(deep or not _same_place(a, b, depth) for a, b, deep in _conflicts(other, mine)):",
        "_conflicts(other, mine)",
        "(_conflicts(mine, other))",
    ): "the same pairs the other way round",
    (
        "tinygrad_edu/jit/llvm/fusion.py",
        "return any(True for other in group.nests for _ in _conflicts(other, nest))",
        "_conflicts(other, nest)",
        "(_conflicts(nest, other))",
    ): "the same pairs the other way round",
    ("tinygrad_edu/jit/llvm/module.py", "LARGE = 300", "300", "(301)"): "changes speed only, of a kernel of 301 lines",
    ("tinygrad_edu/jit/llvm/nests.py", "result=change(nest.result, 0),", "0", "(1)"): "one stride more, which is 0",
    (
        "tinygrad_edu/jit/llvm/nests.py",
        "operands=tuple(to(x, 0) for x in nest.operands),",
        "0",
        "(1)",
    ): "one stride more, which is 0",
    ("tinygrad_edu/jit/llvm/rows.py", "CACHE = 4_096", "4_096", "(4097)"): "no number of lanes divides 4097",
    (
        "tinygrad_edu/jit/rolling/colour.py",
        "group[i] = len(self.program.outputs) + 1 + size * FEW_EDGES + number",
        "len(self.program.outputs) + 1 + size * FEW_EDGES + number",
        "(len(self.program.outputs) + 1 + size * FEW_EDGES - number)",
    ): "tells the same things apart",
    (
        "tinygrad_edu/jit/rolling/colour.py",
        "group[i] = len(self.program.outputs) + 1 + size * FEW_EDGES + number",
        "1",
        "(2)",
    ): "tells the same things apart",
    (
        "tinygrad_edu/jit/rolling/colour.py",
        "FEW_EDGES = 100  # more kinds of numbers than an optimizer's rule takes at one place",
        "100",
        "(101)",
    ): "tells the same things apart",
    ("tinygrad_edu/jit/rolling/reads.py", "if best[0] < 5:", "5", "(6)"): "5 is the most; of equals the first is taken",
    (
        "tinygrad_edu/jit/rolling/reroll.py",
        "at = [self.position.get(i, (-1, 0)) for i in members]",
        "0",
        "(1)",
    ): "beside -1 the place is not looked at",
    (
        "tinygrad_edu/jit/rolling/reroll.py",
        "of = [edges.get(i, (-1, 0, 0)) for i in members]",
        "0",
        "(1)",
    ): "beside -1 the number and the place are not looked at",
    (
        "tinygrad_edu/draw/layout.py",
        "halves = [max((vertices[i].width / 2.0 for i in rank), default=0.0) for rank in ranks]",
        "0.0",
        "(1.0)",
    ): "in an empty rank stands no card, and nobody asks how wide it is",
    (
        "tinygrad_edu/draw/export_dot.py",
        "vertices = [Vertex(card.rank, 1.0, 1.0, 1.0) for card in scene.cards]",
        "1.0",
        "(1.5)",
    ): "sizes, where only an order is asked for",
    (
        "tinygrad_edu/draw/layout.py",
        "return Layout(centres, curves, labels, 0.0, 0.0)",
        "0.0",
        "(1.0)",
    ): "fit() measures a layout whatever its engine says",
    (
        "tinygrad_edu/draw/export_dot.py",
        "low, high = (t, high) if here < x else (low, t)",
        "here < x",
        "(here <= x)",
    ): "where a halving meets the place itself, the others come as near from the other side",
    ("tinygrad_edu/draw/export_dot.py", "for _ in range(30):", "30", "(31)"): "a halving more, of a billionth",
    ("tinygrad_edu/draw/scene.py", "opacity: float = 1.0", "1.0", "(1.5)"): "opaque is 1 or more",
    (
        "tinygrad_edu/linter/curvature.py",
        "value = _dot(v, w)",
        "_dot(v, w)",
        "(_dot(w, v))",
    ): "the same products, added up exactly",
    (
        "tinygrad_edu/explain/ledger.py",
        "queue = [(-bound[reading.wrt], 0, 1.0, start)]",
        "-bound[reading.wrt]",
        "(bound[reading.wrt])",
    ): "the place in a queue of one",
    (
        "tinygrad_edu/explain/ledger.py",
        "queue = [(-bound[reading.wrt], 0, 1.0, start)]",
        "0",
        "(1)",
    ): "the place in a queue of one",
    (
        "tinygrad_edu/explain/ledger.py",
        "born = 0  # settles ties, so that the order is the same in every run",
        "0",
        "(1)",
    ): "numbers are compared with each other only",
    (
        "tinygrad_edu/draw/layered.py",
        "break",
        "break",
        "pass",
    ): "goes on to look for an order with fewer than 0 crossings, and finds none",
    (
        "tinygrad_edu/check/ladder.py",
        "return not point.raised and math.isfinite(point.value) and self.alike(point, like)",
        "self.alike(point, like)",
        "(self.alike(like, point))",
    ): "two points are alike both ways",
    (
        "tinygrad_edu/check/signature.py",
        'natives["atan2"] = self._noting(natives["atan2"], lambda y, a, b: b < 0.0 and math.copysign(1.0, a) < 0.0)',
        "1.0",
        "(1.5)",
    ): "only the sign is asked for",
    (
        "tinygrad_edu/jit/rolling/nests.py",
        "if longest[axis] > 1 and bool((_bits(np, grid) == _bits(np, once)).all()):",
        "longest[axis] > 1",
        "(longest[axis] >= 1)",
    ): "a loop of one round stays one",
    (
        "tinygrad_edu/jit/rolling/reroll.py",
        'c = _Class("scatter", nodes.tolist(), [x for run in terms for x in (run.a, run.b)], terms, label)',
        '_Class("scatter", nodes.tolist(), [x for run in terms for x in (run.a, run.b)], terms, label)',
        "(_Class(nodes.tolist(), 'scatter', [x for run in terms for x in (run.a, run.b)], terms, label))",
    ): "of this class only what it reads is used",
    (
        "tinygrad_edu/train/loop.py",
        "history = History(seed=random.getrandbits(64) if seed is None else seed)",
        "64",
        "(65)",
    ): "a seed that nobody chose, and one bit more of it",
    (
        "tinygrad_edu/train/curves.py",
        "return Axis(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, start, end)",
        "1e-9",
        "(1.5000000000000002e-09)",
    ): "rounding moves a quotient by 1e-16 of it; what is allowed for it only has to be more, and much less than 1",
    (
        "tinygrad_edu/check/mutants.py",
        "if p is not None and q is not None and abs(p - q) > 1e-7 * max(abs(p), abs(q), 1e-3):",
        "abs(p - q) > 1e-7 * max(abs(p), abs(q), 1e-3)",
        "(abs(p - q) >= 1e-07 * max(abs(p), abs(q), 0.001))",
    ): "differs for a relative error of 1e-7 to the last bit, which no fault of the catalogue has",
}
