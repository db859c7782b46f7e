"""What the views read off a recorded graph: gradients of every node, names for the nameless, what kind a node is.

Gradients are computed anew, by a reverse pass of ``sweeps.py`` over the recorded local derivatives, so a picture
is right also before ``backward()`` was called, or after it was called for two losses, and touches no ``.grad``.
"""

from __future__ import annotations

import re

from ..derivatives import pullback
from ..escape import one_line
from ..graph import WRITTEN, Fold, fold
from ..lowered import distinct, unused
from ..names import formula, local_derivatives, written_if_possible
from ..value import Value
from . import text
from .text import Line, given, number, token

__all__ = ["Reading", "adjoints", "check_root", "gradient_of", "kind_of", "root_word", "shown"]

_GIVEN = re.compile(r"(i|x|y|z|t|input|target|in)_?\d*")
_ERROR = re.compile(r"(?i)(e|error|loss|l|cost|mse)(_\w+)?")
MOST_INPUTS = 40


def check_root(root: object, what: str = "root") -> Value:
    """The Value, or a TypeError that says what to pass instead."""
    if isinstance(root, Value):
        return root
    if isinstance(root, (list, tuple)) and root and all(isinstance(v, Value) for v in root):
        raise TypeError(f"a picture is drawn of one Value, here the {what}; this is a {type(root).__name__} of them: "
                        "pass one of them, or their sum")  # fmt: skip
    raise TypeError(f"a picture is drawn of a Value, here the {what}; this is {type(root).__name__} {root!r:.60}")


def adjoints(root: Value) -> dict[Value, float]:
    """d root / d node for every node below ``root`` that a gradient reaches; empty for a constant.

    >>> w, x = Value(3.0, "w"), Value(2.0, "x")
    >>> y = w * x
    >>> [adjoints(y)[node] for node in (w, x, y)]
    [2.0, 3.0, 1.0]
    """
    return pullback([root], [1.0], create_graph=False) if root.requires_grad else {}


def kind_of(node: Value, region: list[Value]) -> str:
    """A card's kind: given, trained, net, activation or error."""
    if node.op is None:
        return "trained" if node.requires_grad and not _GIVEN.fullmatch(node.label) else "given"
    if _ERROR.fullmatch(node.label):
        return "error"
    if node.label.startswith("net"):
        return "net"
    if node.label.startswith("out") or (len(region) == 1 and node.op.arity == 1 and node.op.is_function):
        return "activation"
    return "net"


def root_word(root: Value) -> str:
    """What ∂/∂w is taken of, in a card: E for E_total, the root's own name if that is short, ∂ alone if it has none."""
    match = re.fullmatch(r"([^\W\d_]{1,3})_[^\W_]+", root.label)
    if match:
        return match[1]
    return one_line(root.label) if 0 < len(root.label) <= 6 else ""


def gradient_of(word: str, label: str) -> tuple[Line, str]:
    """What a card's gradient is called, and how that is said: ∂E/∂w, or grad where the root or the node has no name."""
    if not word or not label:
        return (text.text("grad", 12, "muted"),), "grad"
    by = text.name(label, 12, "muted", bold=False, limit=14, before="∂")
    return (text.text(f"∂{word}/", 12, "muted"), by), f"∂{word}/∂{one_line(label)}"


def shown(x: float, node: Value, digits: int) -> str:
    """A node's number: as it was given if it is a leaf, else with all decimals."""
    return given(x, digits) if node.op is None else number(x, digits)


class Reading:
    """A folded graph with names for all its nodes, and everything the views ask of it."""

    def __init__(self, root: Value, folded: Fold | None = None) -> None:
        self.root = root
        self.folded = folded or fold(root)
        self.adjoint = adjoints(root)
        self.nodes = self.folded.nodes
        self.index = {node: i for i, node in enumerate(self.nodes)}
        self._tokens = {node: token(i) for node, i in self.index.items()}
        self._unfolded = len(self.nodes) == sum(len(region) or 1 for region in self.folded.region.values())
        taken = {node.label for node in self.nodes}
        free = unused(taken)
        self.names: list[str] = []
        for node, name in zip(self.nodes, distinct([one_line(node.label) for node in self.nodes]), strict=True):
            if name or node is root:
                self.names.append(node.label + name.removeprefix(one_line(node.label)) if name else "result")
            elif node.op is None and not node.requires_grad:
                self.names.append(given(node.data, 6))
            elif node.op is not None and self._unfolded:
                self.names.append(node.op.name)
            else:
                self.names.append(next(free))

    def name(self, node: Value) -> str:
        return self.names[self.index[node]]

    def formula(self, node: Value) -> str:
        """How the node is computed, over tokens for ``text.rich``; where that is too long to read, how long it is."""
        region = self.folded.region[node]
        if self._unfolded and any(u.op and not one_line(u.label) for u in self.folded.inputs[node]):
            return node.op.name if node.op else ""  # made of something that has no name to be written
        if len(region) > WRITTEN or sum(len(inner.inputs) for inner in region) > MOST_INPUTS + WRITTEN:
            assert node.op is not None
            return f"{len(region):,} operations" if len(region) > 1 else f"{node.op.name} of {len(node.inputs):,}"
        return str(written_if_possible(lambda: formula(self.folded, node, self._tokens)) or "")

    def derivative(self, node: Value, by: Value) -> str:
        """The symbolic local derivative, over tokens; empty where it is too long to read."""
        if len(self.folded.region[node]) > WRITTEN or len(self.folded.inputs[node]) > MOST_INPUTS:
            return ""
        found = written_if_possible(lambda: local_derivatives(self.folded, node, self._tokens).get(by))
        return str(found) if found is not None else ""

    def partial(self, node: Value, by: Value) -> float | None:
        """The number: the derivative of a kept node by one of those it is computed from."""
        pairs = zip(self.folded.inputs[node], self.folded.partials[node], strict=True)
        return next(d for u, d in pairs if u is by)

    def uses(self, node: Value) -> list[tuple[Value, float | None]]:
        """Each use of a kept node by this one, in order, with the gradient that comes back through it.

        ``x * x`` uses x twice.
        """
        kept = self.index
        found = []
        for inner in self.folded.region[node]:
            g = self.adjoint.get(inner)
            for u, partial in zip(inner.inputs, inner.partials, strict=True):
                if u in kept and u is not node:
                    found.append((u, None if partial is None or g is None else g * partial))
        return found
