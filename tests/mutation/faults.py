"""The faults: what may be changed in a Python file, one place at a time (DeMillo, Lipton and Sayward 1978).

A fault replaces one expression or statement of the source text; everything else stays as it is, comments too.
"""

import ast
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Add,
    ast.Pow: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """``kind`` of change in a file: the text from ``start`` to ``end``, offsets in bytes, becomes ``new``.

    ``text`` is the line it is in, ``line`` the line's number.
    """

    path: str
    line: int
    kind: str
    start: int
    end: int
    old: str
    new: str
    text: str

    def __str__(self) -> str:
        old, new = (" ".join(text.split()) for text in (self.old, self.new))
        return f"{self.path}:{self.line}  {self.kind}: {old:.60} -> {new:.60}"

    @property
    def change(self) -> tuple[str, str, str, str]:
        """What is changed, whatever the line's number is."""
        return self.path, self.text, self.old, self.new

    def planted(self, source: bytes) -> bytes:
        return source[: self.start] + self.new.encode() + source[self.end :]


def faults_of(path: str, source: bytes) -> list[Fault]:
    """Every fault that can be planted in a file, in the order of the text."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []

    def add(node: ast.AST, kind: str, new: str) -> None:
        start, end = (starts[row - 1] + column for row, column in (
            (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)))  # fmt: skip
        text = source[starts[node.lineno - 1] : starts[node.lineno]].decode().strip()
        found.append(Fault(path, node.lineno, kind, start, end, source[start:end].decode(), new, text))

    for node in _walk(ast.parse(source)):
        for kind, new in _changes(node):
            if kind != "swapped arguments" or not _symmetric(node):
                add(node, kind, new)
        if isinstance(node, ast.If) and isinstance(node.test, (ast.Name, ast.Attribute, ast.Subscript, ast.Call)):
            add(node.test, "condition", f"(not {ast.unparse(node.test)})")
    return sorted(found, key=lambda fault: fault.start)


def _walk(node: ast.AST):
    """The nodes whose text can be replaced and whose change is not only one of types or messages."""
    yield node
    for field, child in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_comment"):
            continue
        for part in child if isinstance(child, list) else [child]:
            if not isinstance(part, ast.AST) or isinstance(part, ast.JoinedStr):  # (an f-string's parts have no place)
                continue
            if isinstance(part, ast.keyword) and part.arg == "strict":  # of zip: lengths that are equal by construction
                continue
            if isinstance(part, ast.If) and "TYPE_CHECKING" in ast.unparse(part.test):
                continue
            if isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == "__tracebackhide__":  # pytest's
                continue
            if isinstance(part, ast.Raise):  # removed as a whole; its words are no behaviour
                yield part
                continue
            yield from _walk(part)


def _changes(node: ast.AST):
    """(kind, new text) for all that may be done to a node."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in COMPARISONS:
        other = ast.Compare(node.left, [COMPARISONS[type(node.ops[0])]()], node.comparators)
        yield "comparison", _text(other)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield "operator", _text(ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right))
    elif isinstance(node, ast.BoolOp):
        yield "and/or", _text(ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.Not)):
        yield "sign" if isinstance(node.op, ast.USub) else "not", _text(node.operand)
    elif isinstance(node, ast.Constant) and type(node.value) in (bool, int, float):
        yield "constant", _text(ast.Constant(_other(node.value)))
    elif isinstance(node, ast.IfExp):
        yield "condition", _text(ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse))
    elif isinstance(node, ast.Call) and len(node.args) > 1 and not any(isinstance(a, ast.Starred) for a in node.args):
        first, second, *others = node.args
        if ast.dump(first) != ast.dump(second):
            yield "swapped arguments", _text(ast.Call(node.func, [second, first, *others], node.keywords))
    elif isinstance(node, ast.AugAssign) and type(node.op) in OPERATORS:
        yield "operator", ast.unparse(ast.AugAssign(node.target, OPERATORS[type(node.op)](), node.value))
    removable = (ast.AugAssign, ast.Raise, ast.Delete, ast.Break, ast.Continue)
    assigned = isinstance(node, ast.Assign) and isinstance(node.targets[0], (ast.Attribute, ast.Subscript))
    called = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if isinstance(node, removable) or assigned or called:
        yield "statement removed", "pass"


def _symmetric(call: ast.Call) -> bool:
    """Whether the first two arguments may change places: they are the same, or it is all one to what is called."""
    first, second, *_ = call.args
    called = ast.unparse(call.func)
    extreme = called in ("min", "max") and not call.keywords
    return extreme or called in ("isclose", "math.isclose") or ast.dump(first) == ast.dump(second)


def _other(value):
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else value * 1.5 if value else 1.0


def _text(node: ast.AST) -> str:
    return f"({ast.unparse(ast.fix_missing_locations(node))})"
