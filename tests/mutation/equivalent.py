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
}
