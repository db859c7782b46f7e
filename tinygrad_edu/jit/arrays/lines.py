"""One nest as one line of array code: element by element, or a sum as a product of matrices.

Loops become axes. An operand is an expression and the loops that its axes are; broadcasting does the rest. The terms of
a sum become an axis too, which a product of matrices adds up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from ...operators import SIGNS
from ..program import SLOPES
from ..rolled import Access, Affine, Nest, Segment, longest
from .tables import scattered, taken
from .views import Axes, Term, Variable, aligned, as_tuple, closed, in_order, own_places, rank, reshaped, together

if TYPE_CHECKING:
    from .code import ArrayCode

__all__ = ["NestLine"]

TERMS = 100
"""Terms of a sum in one line: Python reads no sum of thousands, and no 200 brackets in each other."""


class NestLine:
    """One nest being written as array code."""

    def __init__(self, code: ArrayCode, nest: Nest) -> None:
        self.code = code
        self.nest = nest
        self.extents = longest(nest.trips)
        self.ragged = any(any(trip.strides) for trip in nest.trips)

    def steps_of(self, segment: Segment) -> int:
        """The most steps that a segment can have."""
        return longest((*self.nest.trips, segment.length))[-1]

    def _unflatten(self) -> None:
        """A single loop through variables that are matrices: keep their rows and columns apart."""
        nest = self.nest
        if len(self.extents) != 1 or nest.count or any(any(segment.length.strides) for segment in nest.segments):
            return
        if nest.has_tables() or any(x.address.strides[0] != 1 for x in nest.accesses()):
            return
        for x in nest.reads():
            for v in self.code.variables[x.array]:
                whole = v.base == x.address.base and math.prod(v.shape) == self.extents[0]
                if whole and len(v.axes) > 1 and v.is_row():
                    self._split(v.shape, tuple(stride for stride, _ in v.axes))
                    return

    def _split(self, shape: tuple[int, ...], strides: tuple[int, ...]) -> None:
        def split(x: Access, _: int) -> Access:
            return replace(x, address=Affine(x.address.base, strides + x.address.strides[1:]))

        self.extents = list(shape)
        self.nest = self.nest.rewritten(split, trips=tuple(map(Affine, shape)))

    def write(self) -> None:
        if self.code.turn is None:  # or its result would have other axes than those of the turns before
            self._unflatten()
        nest, code = self.nest, self.code
        text: str
        if nest.result.table is not None:
            self._in_wild_order()
            return
        if nest.op == "scatter":
            scattered(self)
            return
        if nest.op == "take":
            text, axes = taken(self)
        elif nest.segments:
            text, axes = self._reduction()
        elif nest.op == "copy":
            text, axes = self.operand(nest.operands[0])
        else:
            text, axes = self._elementwise()
        text = self._filled(text, axes)
        name = code.let(nest.label, text, tuple(self.extents))
        if nest.op in SLOPES.values() and (plain := re.fullmatch(rf"{nest.op}\((\w+)\)", text)):
            code.known[nest.op, plain[1]] = name
        strides = list(zip(nest.result.address.strides, self.extents, strict=True))
        self.place(name, strides, ((nest.result.address.at(c), rank(c, self.extents)) for c in nest.rounds()))

    def place(self, name: str, axes: Axes, places: Iterable[tuple[int, int]]) -> None:
        """Note where the numbers of the result belong: by its axes, or, if these do not say it, by ``places``.

        places  pairs of a place, and which of the numbers is there
        """
        code, result = self.code, self.nest.result
        # Places of other nests may lie where a ragged nest has no rounds.
        own = own_places(axes) and not (self.ragged and code.writers[result.array] > 1)
        code._add(result.array, Variable(name, result.address.base, axes, own))
        if not own:
            code.places[name] = dict(places)

    def _filled(self, text: str, axes: Sequence[int]) -> str:
        """An expression with some axes as one with all of them, in their order."""
        text = in_order(text, axes, sorted(axes))
        if len(axes) == len(self.extents) and not _is_number(text):
            return text
        if not self.extents:
            return f"array({text})"
        return f"broadcast({aligned((text, sorted(axes)), range(len(self.extents)))}, {as_tuple(self.extents)})"

    def _in_wild_order(self) -> None:
        """Results in wild order: as they come, with their places noted."""
        nest, code = self.nest, self.code
        assert nest.result.table is not None
        text = self._filled(*self.operand(nest.operands[0]))
        name = code.let(nest.label, text, tuple(self.extents))
        code._add(nest.result.array, Variable(name, 0, [(0, length) for length in self.extents], False))
        code.places[name] = {place: k for k, place in enumerate(nest.result.table)}

    # -- operands -----------------------------------------------------------------------------------------------------

    def operand(self, operand: Access | float, steps: int = 0, strides: Sequence[int] | None = None) -> Term:
        """An operand as an expression; with ``steps`` the last axis is that of the steps of a reduction."""
        if not isinstance(operand, Access):
            return _number(operand), []
        extents = [*self.extents, steps] if steps else self.extents
        if operand.table is not None:
            return self._with_table(operand.table, operand.array)
        strides = operand.address.strides if strides is None else strides
        used = [k for k, (s, n) in enumerate(zip(strides, extents)) if s and n > 1]  # noqa: B905
        text, order = self.code.view(operand.array, operand.address.base, [(strides[k], extents[k]) for k in used])
        return text, [used[k] for k in order]

    def _with_table(self, table: tuple[int, ...], array: int) -> Term:
        if not self.ragged:
            return self.code.pick(array, table, tuple(self.extents)), list(range(len(self.extents)))
        index = dict(zip(self.nest.rounds(), table, strict=True))
        places = [index.get(c, table[0]) for c in product(*map(range, self.extents))]
        return self.code.pick(array, places, tuple(self.extents)), list(range(len(self.extents)))

    def _elementwise(self) -> Term:
        texts, order = together([self.operand(x) for x in self.nest.operands])
        return self._applied(texts), order

    def _applied(self, texts: list[str]) -> str:
        nest = self.nest
        if nest.op == "mul" and "-1.0" in texts:
            return f"-{closed(texts[texts[0] == '-1.0'])}"
        if nest.op in SIGNS:
            a, b = (f"({x})" if re.match(r"^-", x) else x for x in texts)
            return f"{a} {SIGNS[nest.op]} {b}"
        if nest.op == "neg":
            return f"-{texts[0]}" if not texts[0].startswith("-") else f"-({texts[0]})"
        if nest.op.endswith("_slope"):
            key = (nest.op.removesuffix("_slope"), texts[0])  # the function itself may be there already
            if key in self.code.known:
                return f"{nest.op}({texts[0]}, {self.code.known[key]})"
        return f"{nest.op}({', '.join(texts)})"

    # -- reductions ---------------------------------------------------------------------------------------------------

    def _reduction(self) -> Term:
        terms = [self._sum(segment) for segment in self.nest.segments]
        if len(terms) == 1:
            return terms[0]
        texts, order = together(terms)
        text = texts[0]
        for k, x in enumerate(texts[1:], 1):
            if k % TERMS == 0:
                text = self.code.let("", text, tuple(self.extents[axis] for axis in order))
            if self.nest.op == "max":
                text = f"maximum({text}, {x})"
            else:  # a + (−b) is a − b to the last bit
                text += f" - {x[1:]}" if x.startswith("-") else f" + {x}"
        return text, order

    def _sum(self, segment: Segment) -> Term:
        """Σ a·b over the steps of a segment, or the greatest a."""
        depth = len(self.extents)
        steps = self.steps = self.steps_of(segment)
        strides = [self._strides(x, depth) for x in (segment.a, segment.b)]
        ragged = [k for k, s in enumerate(segment.length.strides) if s]
        mask: Term | None = None
        if ragged:
            turned = len(ragged) == 1 and segment.length.strides[ragged[0]] == -1
            if turned:  # steps that begin at the diagonal: count them from the first row's beginning
                for s in strides:
                    s[ragged[0]] -= s[depth]
            mask = self.mask(segment.length, ragged, steps, turned)
        a = self.operand(segment.a, steps, strides[0])
        b = self.operand(segment.b, steps, strides[1])
        if mask is not None:
            if self.nest.op != "max" and depth in a[1] and depth in b[1]:
                return self._masked_product(a, b, mask)
            a, b = self._masked(a, b, mask)
        if self.nest.op == "max":
            return self._over_steps("amax", a)
        if depth not in b[1] and depth not in a[1]:
            if isinstance(segment.b, float):
                return self._product(a, (_number(steps * segment.b), []))
            return self._product(self._product(a, b), (_number(float(steps)), []))
        if depth not in b[1]:
            return self._product(self._over_steps("total", a), b)
        if depth not in a[1]:
            return self._product(a, self._over_steps("total", b))
        return self._matrix_product(a, b)

    def _strides(self, x: Access | float, depth: int) -> list[int]:
        return list(x.address.strides) if isinstance(x, Access) else [0] * (depth + 1)

    def _product(self, a: Term, b: Term) -> Term:
        if b[0] == "1.0":
            return a
        if b[0] == "-1.0" and not b[1]:
            return f"-{closed(a[0])}", a[1]
        if not a[1] or not b[1] or a[1] == b[1]:
            return f"{closed(a[0])} * {closed(b[0])}", a[1] or b[1]
        union = sorted({*a[1], *b[1]})
        return " * ".join(aligned((closed(x), axes), union) for x, axes in (a, b)), union

    def _over_steps(self, function: str, a: Term) -> Term:
        depth = len(self.extents)
        if depth not in a[1]:
            return a
        last = [k for k in a[1] if k != depth]
        text = in_order(a[0], a[1], [*last, depth])
        return f"{function}({text})", last

    def mask(self, length: Affine, ragged: list[int], steps: int, turned: bool) -> Term:
        """Which steps there are, for each round: an array of truths over the loops that decide it, and the steps."""
        depth = len(self.extents)
        if turned:
            text, name = f"arange({steps}) >= arange({self.extents[ragged[0]]})[:, None]", "from_diagonal"
        else:
            limit = str(length.base) if length.base else ""
            for n, k in enumerate(ragged):
                count = f"arange({self.extents[k]})" + f"[{', '.join([':', *['None'] * (len(ragged) - n)])}]"
                stride = length.strides[k]
                limit += " - " if stride < 0 else " + " if limit else ""
                limit += f"{abs(stride)} * {count}" if abs(stride) > 1 else count
            text, name = f"arange({steps}) < {limit}", "to_diagonal"
        if text not in self.code.known:
            shape = (*[self.extents[k] for k in ragged], steps)
            self.code.known[text] = self.code.let(name, text, shape)
        return self.code.known[text], [*ragged, depth]

    def _masked(self, a: Term, b: Term, mask: Term) -> tuple[Term, Term]:
        """Factors with nothing in them where there is no step; pads of a triangle may hold anything."""
        nothing = "-inf" if self.nest.op == "max" else "0.0"
        first, second = set(mask[1]) <= set(a[1]), set(mask[1]) <= set(b[1])
        if first or not second:
            a = self.hidden(a, mask, nothing)
        if second:
            b = self.hidden(b, mask, nothing)
        return a, b

    def hidden(self, x: Term, mask: Term, nothing: str = "0.0") -> Term:
        """x where there is a step, else nothing."""
        union = sorted({*x[1], *mask[1]})
        return f"where({aligned(mask, union)}, {aligned(x, union)}, {nothing})", union

    def _masked_product(self, a: Term, b: Term, mask: Term) -> Term:
        """Σ over the steps that there are. To hide one factor of the others is not enough: 0·∞ is nan."""
        depth, known = len(self.extents), set(mask[1])
        if known <= set(a[1]) and known <= set(b[1]):
            return self._matrix_product(self.hidden(a, mask), self.hidden(b, mask))
        if known <= set(b[1]):
            a, b = b, a
        elif not known <= set(a[1]):
            union = sorted({*a[1], *known})
            a = aligned(a, union), union
        both, left, right = self._shared(a, b)
        axes = [*both, *left, depth]
        if not left or (both and len(left) > 1) or len(right) > 1:
            return self._over_steps("total", self.hidden(self._product(a, b), mask))
        y = self._matrix(b, both, [depth], right) if right or both else b[0]
        text = f"matmul({in_order(*a, axes)}, {y}, where={aligned(mask, axes)})"
        return f"{text}[..., 0]" if both and not right else text, [*both, *left, *right]

    def _shared(self, a: Term, b: Term) -> tuple[list[int], list[int], list[int]]:
        """The loops that both follow, only a, and only b, without the steps."""
        depth = len(self.extents)
        both = [k for k in sorted(a[1]) if k in b[1] and k != depth]
        left, right = ([k for k in sorted(x[1]) if k not in other[1]] for x, other in ((a, b), (b, a)))
        return both, left, right

    def _matrix_product(self, a: Term, b: Term) -> Term:
        """Σ over the last axis of both: a product of matrices, one for each counter of the loops that both follow."""
        depth = len(self.extents)
        both, left, right = self._shared(a, b)
        if right and (not left or right[0] < left[0]):
            a, b, left, right = b, a, right, left  # so that the result need not be turned round
        if both and not left and not right:
            return self._over_steps("total", self._product(a, b))
        if not both and not left:
            return f"{closed(in_order(*a, [depth]))} @ {closed(in_order(*b, [depth]))}", []
        x = closed(self._matrix(a, both, left, [depth]))
        y = closed(self._matrix(b, both, [depth], right)) if right or both else closed(in_order(*b, [depth]))
        text = f"{x} @ {y}"
        shape = [self.extents[k] for k in (*both, *left, *right)]
        if not right and both:
            text = f"({text})[..., 0]"
        if len(left) > 1 or len(right) > 1:
            text = reshaped(text, *shape)
        return text, [*both, *left, *right]

    def _matrix(self, a: Term, both: list[int], rows: list[int], columns: list[int]) -> str:
        """A factor as a stack of matrices; several loops together are the rows, or the columns."""
        text = in_order(*a, [*both, *rows, *columns])
        if not columns:
            return f"{closed(text)}[..., None]"
        if len(rows) == 1 and len(columns) == 1:
            return text
        shape = [self.extents[k] for k in both]
        for group in (rows, columns):
            shape.append(-1 if len(group) > 1 else [*self.extents, self.steps][group[0]])
        return reshaped(text, *shape)


def _number(x: float) -> str:
    """A number as code, where ``nan`` and ``inf`` are names."""
    return repr(float(x))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?(nan|inf|[\d.]+(e[-+]?\d+)?)", text) is not None
