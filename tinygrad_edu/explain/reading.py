"""What an explanation reads off a recorded graph: what lies between a Value and the result, under readable names.

The graph is folded by its names (``graph.fold``), so that a step leads from one named Value to the next. Formulae and
symbolic derivatives are the table's own rules run on names (``names.py``). In the texts made here a Value's name is a
*token*, one character of Unicode's private planes, which each renderer writes in its own way; so a label can hold
anything and is never taken for a part of a formula.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable

from ..escape import one_line, shortened
from ..graph import WRITTEN, fold
from ..lowered import distinct, unused
from ..names import Name, formula, local_derivatives, value, written_if_possible
from ..value import Value
from .numbers import exact, given

__all__ = ["NET", "TOKEN", "Reading"]

NET = re.compile(r"net_(.+)")
"""How a neuron's net input is called; what follows names the neuron."""

FIRST, LAST = "\U000f0000", "\U0010fffd"
TOKEN = re.compile(f"[{FIRST}-{LAST}]")
LETTERS = 300


class Reading:
    """A folded graph, restricted to what lies on a way from ``wrt`` up to ``root``.

    ``way``      the Values on a way, both ends included, every one after all that it uses
    ``users``    for each of these, which of them use it
    ``adjoint``  the derivative of the root by each, summed over the recorded local derivatives
    ``ways``     the number of paths from each of them to the root

    ``users`` has a Value once also where it uses the other twice: x·x is one step, with the derivative 2·x. What has
    no name and is too long to be read is unfolded, into ``unfold`` Values at most (see ``fold``).
    """

    def __init__(
        self, root: Value, wrt: Value, digits: int = 9, keep: Iterable[Value] = (), unfold: float = math.inf
    ) -> None:
        self.root, self.wrt, self.digits = root, wrt, digits
        self.folded = fold(root, keep=[wrt, *keep], unfold=unfold)
        self._tokens: dict[tuple[str, Value], str] = {}
        self._meaning: dict[str, tuple[str, Value]] = {}
        self._slopes: dict[Value, dict[Value, Name] | None] = {}
        self._numbers: dict[Value, dict[Value, Name] | None] = {}
        self._name_all()
        self._find_way()

    # -- the way ------------------------------------------------------------------------------------------------------

    def _find_way(self) -> None:
        folded = self.folded
        self.users: dict[Value, list[Value]] = {self.wrt: []}
        self.partial: dict[tuple[Value, Value], float] = {}
        for node in folded.nodes:
            for u, slope in zip(folded.inputs[node], folded.partials[node], strict=True):
                if slope is not None and u in self.users:
                    self.users.setdefault(node, [])
                    self.users[u].append(node)
                    self.partial[node, u] = slope
        self.way = list(self.users)
        self.adjoint: dict[Value, float] = {}
        self.ways: dict[Value, int] = {}
        for node in reversed(self.way):
            self.adjoint[node] = 1.0 if node is self.root else 0.0
            self.ways[node] = 1 if node is self.root else 0
            for user in self.users[node]:
                self.adjoint[node] += self.adjoint[user] * self.partial[user, node]
                self.ways[node] += self.ways[user]

    # -- names --------------------------------------------------------------------------------------------------------

    def _name_all(self) -> None:
        """Every kept Value gets a name of its own: its label, with #1, #2 where several share one, or v1, v2 ..."""
        labels = [shortened(one_line(node.label), 40) for node in self.folded.nodes]
        self.names: dict[Value, str] = dict(zip(self.folded.nodes, distinct(labels), strict=True))
        self.nameless: list[Value] = [node for node, name in self.names.items() if not name]
        taken = set(labels)
        free = unused(taken)
        for node in self.nameless:
            self.names[node] = "result" if node is self.root and "result" not in taken else next(free)

    def _token(self, kind: str, node: Value) -> str:
        if (kind, node) not in self._tokens:
            token = chr(min(ord(FIRST) + len(self._tokens), ord(LAST)))
            self._tokens[kind, node] = token
            self._meaning[token] = kind, node
        return self._tokens[kind, node]

    def name(self, node: Value) -> str:
        """The token that stands for a Value's name."""
        return self._token("name", node)

    def delta(self, node: Value) -> str:
        """The token for δ of a net input."""
        return self._token("delta", node)

    def through(self, node: Value) -> str:
        """The token for the neuron whose net input this is, or for the name of what is none."""
        return self._token("neuron" if self.neuron(node) else "name", node)

    def fraction(self, top: Value, bottom: Value) -> str:
        return f"∂{self.name(top)}/∂{self.name(bottom)}"

    def neuron(self, node: Value) -> str:
        """The name of the neuron whose net input this is, or ""."""
        found = NET.fullmatch(self.names[node])
        return found[1] if found and node.op is not None else ""

    def meaning(self, token: str) -> tuple[str, str]:
        """What a token stands for: its kind, and the name of a Value (``name``) or neuron (``delta``, ``neuron``)."""
        kind, node = self._meaning[token]
        return kind, self.names[node] if kind == "name" else self.neuron(node)

    def spell(self, text: str) -> str:
        """A text with its tokens spelled out, for a terminal."""

        def word(found: re.Match[str]) -> str:
            kind, name = self.meaning(found[0])
            return f"δ_{name}" if kind == "delta" else name

        return TOKEN.sub(word, text)

    # -- formulae -----------------------------------------------------------------------------------------------------

    def shown(self, node: Value) -> str:
        """A Value's number: as it was given if it is a leaf, else with all decimals."""
        return (exact if node.op else given)(node.data, self.digits)

    def formula(self, node: Value) -> str:
        """How a kept Value is computed; "" where that is too long to be read."""
        if len(self.folded.region[node]) > WRITTEN:
            return ""
        names = {u: self.name(u) for u in (*self.folded.inputs[node], node)}
        return _short(written_if_possible(lambda: formula(self.folded, node, names)))

    def figures(self, node: Value) -> str:
        """The same with numbers in the places of the names."""
        if not self.formula(node):
            return ""
        names = {u: value(self.shown(u), u) for u in self.folded.inputs[node]}
        return str(written_if_possible(lambda: formula(self.folded, node, names)) or "")

    def slope(self, node: Value, by: Value) -> Name | None:
        """The local derivative of a kept Value by one that it uses, on names; None where that is too long to read."""
        if node not in self._slopes:
            self._slopes[node] = self._derivatives(node, lambda u: Name(self.name(u)))
        found = self._slopes[node]
        name = found.get(by) if found else None
        return name if _short(name) else None

    def numbers(self, node: Value, by: Value) -> Name | None:
        """The same with the numbers in the places of the names."""
        if node not in self._numbers:
            self._numbers[node] = self._derivatives(node, lambda u: value(self.shown(u), u))
        found = self._numbers[node]
        return found.get(by) if found else None

    def printed(self, slope: float, node: Value, by: Value) -> str:
        """The number of a local derivative; of one that is a given number, or a leaf itself, as it was given."""
        found = self.slope(node, by)
        leaf = next((u for u in self.folded.inputs[node] if str(found) == self.name(u)), None)
        as_given = found is not None and (found.is_number or (leaf is not None and leaf.op is None))
        return (given if as_given else exact)(slope, self.digits)

    def _derivatives(self, node: Value, called: Callable[[Value], Name]) -> dict[Value, Name] | None:
        if len(self.folded.region[node]) > WRITTEN:
            return None
        names = {u: called(u) for u in (*self.folded.inputs[node], node)}
        return written_if_possible(lambda: local_derivatives(self.folded, node, names))


def _short(name: Name | None) -> str:
    text = "" if name is None else str(name)
    return text if len(text) <= LETTERS else ""
