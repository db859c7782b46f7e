"""A rolled program as array code: ``out_h = tanh(X @ W.T + b)``, one line for each nest.

The code uses what NumPy, JAX and PyTorch have in common: slices, ``reshape``, ``@`` and functions of arrays by one
name. Unless it is asked to write ``into`` given arrays it writes into none, so it can be differentiated, compiled and
vectorised by others. Triangles are computed as full squares; where a sum stops at the diagonal, a mask says so.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..program import COMPARISONS
from ..rolled import Access, Nest, Rolled, each_nest
from .lines import NestLine
from .names import ArrayNames, numbered
from .turns import Turn, in_turns
from .views import NAME, Axes, Line, Term, Variable, cut, places_of, reshaped, side_by_side, sliced

__all__ = ["ArrayCode"]


class ArrayCode:
    """The lines of a function of the input groups.

    lines      in order, those of a loop behind its head
    shapes     the shape of each variable
    constants  arrays that the code needs besides, by name: numbers, lists of places, both nested lists
    results    one expression for each group of outputs
    into       whether the function writes the results into arrays that it is given, instead of returning new ones
    scan       whether a loop is a function of one turn, which a library repeats, and not a loop of Python's

    Then ``kept`` says of variables of which place of an array they end up as a part, and ``rows`` how long those arrays
    are that are not given: so ``prepared_text`` can have them computed right there.
    """

    def __init__(self, rolled: Rolled, into: bool = False, scan: bool = False) -> None:
        self.rolled = rolled
        self.into, self.scan = into, scan
        self.arrays = list(rolled.arrays)
        self.names = ArrayNames(rolled, {nest.op for nest in each_nest(rolled.nests)})
        self.lines: list[Line] = []
        self.turn: Turn | None = None  # while a loop is written
        self.shapes: dict[str, tuple[int, ...]] = {}
        self.constants: dict[str, Any] = {}
        self.variables: list[list[Variable]] = [[] for _ in self.arrays]
        self.joined: dict[int, int] = {}  # arrays whose first variable is all others, of which there were so many
        self.known: dict[Any, str] = {}  # views, masks and places that have a name already
        self.places: dict[str, dict[int, int]] = {}  # of variables whose numbers do not lie as their axes say
        self.writers = Counter(nest.result.array for nest in rolled.plain())
        self.truths: set[int] = set()  # arrays whose entries are True and False
        self.kept: dict[str, str] = {}
        self.rows: dict[str, int] = {}
        self.inputs: list[str] = []
        for k, array in enumerate(rolled.arrays):
            if array.kind == "input":
                self.inputs.append(self.names.fixed(array.name))
                self._add(k, Variable(self.inputs[-1], 0, [(1, array.size)]))
            elif array.kind == "const":
                name = self.names.new("data")
                self.constants[name] = list(array.data)
                self._add(k, Variable(name, 0, [(1, array.size)]))
        outputs = {k: self.names.fixed(rolled.arrays[k].name) for k in rolled.of_kind("output")}
        for k, part in enumerate(rolled.nests):
            if isinstance(part, Nest):
                self.write(part)
            else:
                in_turns(self, part, rolled.nests[k + 1 :])
        self.results = []
        for k, name in outputs.items():
            text = name
            if into:
                self._write_into(name, k)
            elif (whole := self._whole(k)) in self.shapes:
                text = whole
            else:
                self.lines.append(Line(name, whole))
                self.shapes[name] = (rolled.arrays[k].size,)
            self.results.append(text)
        self._rename()

    def _rename(self) -> None:
        better = numbered(self.names)

        def renamed(text: str) -> str:
            return NAME.sub(lambda name: better.get(name[0], name[0]), text)

        self.lines = [Line(renamed(name), renamed(text), inside) for name, text, inside in self.lines]
        self.shapes = {better.get(name, name): shape for name, shape in self.shapes.items()}
        self.constants = {better.get(name, name): numbers for name, numbers in self.constants.items()}
        self.results = [renamed(text) for text in self.results]
        self.kept = {renamed(name): renamed(place) for name, place in self.kept.items()}
        self.rows = {renamed(name): size for name, size in self.rows.items()}

    def _add(self, array: int, variable: Variable) -> None:
        self.variables[array].append(variable)
        self.shapes[variable.name] = variable.shape

    def write(self, nest: Nest) -> None:
        """A nest as a line."""
        moved = [x.array for x in nest.operands if isinstance(x, Access)] if nest.op == "copy" else []
        if nest.op in COMPARISONS or not self.truths.isdisjoint(moved):
            self.truths.add(nest.result.array)
        NestLine(self, nest).write()

    def let(self, name: str, text: str, shape: tuple[int, ...]) -> str:
        """A line that gives an expression a name; what is the same in each turn of a loop stands before it."""
        name = self.names.new(name, len(shape))
        if self.turn is not None and self.turn.changes(text):
            self.turn.add(name, text)
        else:
            self.lines.append(Line(name, text))
        self.shapes[name] = shape
        return name

    def text(self) -> str:
        """The function, with the shapes beside its lines."""
        lines = []
        for name, numbers in self.constants.items():
            shown = repr(numbers)
            if len(shown) <= 100:
                lines.append(f"{name} = array({shown})")
            else:
                lines.append(f"# {name}: {_count(numbers):,} {'places in an array' if 'place' in name else 'numbers'}")
        given = [*self.inputs, *(self.results if self.into else [])]
        lines += [*[""] * bool(lines), f"def run({', '.join(given)}):"]
        for line in self.lines:
            shape = "×".join(map(str, self.shapes.get(line.name, ())))
            lines.append(f"    {line}".ljust(48) + f" # {shape}" if shape else f"    {line}")
        lines.append(f"    return [{', '.join(self.results)}]" if not self.into else "    return")
        return "\n".join(lines[: -1 if self.into and self.lines else None])

    def prepared_text(self) -> str:
        """The function for ``prepared.py``: results go where they belong, and what is not needed any more goes."""
        lines = [Line(name, self.kept.get(name) or f"row({size})") for name, size in self.rows.items()]
        there = set(self.rows)
        for name, text, inside in self.lines:
            if name in self.kept and not text.isidentifier() and name not in self.rows:
                there.add(name)
                text = f"keep({text}, {self.kept[name]})"
            elif name in self.rows or (text in there and self.kept.get(text) == name):
                continue
            lines.append(Line(name, text, inside))
            place = self.kept.get(name, "")
            if text.isidentifier() and place.split("[")[0].split(".")[0] in self.rows:  # another name of what is there
                lines.append(Line(place if place.endswith("]") else place + "[:]", text))
        made = {line.name: line.inside for line in lines if line.name.isidentifier()}
        last: dict[str, int] = {}
        end = 0  # of the loop that a line is in
        for k, line in enumerate(lines):
            if line.inside and k > end:
                end = next(n for n in range(k, len(lines) + 1) if n == len(lines) or not lines[n].inside) - 1
            for word in NAME.findall(str(line)):
                if word in made:  # what comes from before a loop is needed until its end
                    last[word] = k if made[word] or not line.inside else end
        gone: dict[tuple[int, bool], list[str]] = {}
        for word, at in last.items():
            gone.setdefault((at, made[word]), []).append(word)
        whole = [f"def run({', '.join([*self.inputs, *self.results])}):"]
        for k, line in enumerate(lines):
            whole.append(f"    {line}")
            for inside in (True, False):
                if (k, inside) in gone:
                    whole.append(f"    {Line('', 'del ' + ', '.join(gone[k, inside]), inside)}")
        return "\n".join([*whole, "    return"])

    # -- reading ------------------------------------------------------------------------------------------------------

    def view(self, array: int, base: int, axes: Axes) -> Term:
        """An expression for the numbers at base + Σ stride·counter; its axes are some order of those asked for."""
        found = self._turned(array, base, axes) if any(s < 0 for s, _ in axes) else self._seen(array, base, axes)
        return found or (self.pick(array, places_of(base, axes), tuple(n for _, n in axes)), list(range(len(axes))))

    def _turned(self, array: int, base: int, axes: Axes) -> Term | None:
        """The same where some strides are negative: read forwards and turned round."""
        backwards = [k for k, (stride, _) in enumerate(axes) if stride < 0]
        base += sum(axes[k][0] * (axes[k][1] - 1) for k in backwards)
        found = self._seen(array, base, [(abs(stride), n) for stride, n in axes])
        if found is not None:
            text, order = found
            for k in backwards:
                text = f"flip({text}, {order.index(k)})"
            found = text, order
        return found

    def _seen(self, array: int, base: int, axes: Axes) -> Term | None:
        """The same, if it can be had without a list of places."""
        given = self.arrays[array].kind == "input"
        for variable in self.variables[array]:
            found = sliced(variable, base, axes)
            if found is not None and (not given or not axes or found[0] == variable.name):
                return found
        ordered = sorted(range(len(axes)), key=lambda k: -axes[k][0])
        falling = [axes[k] for k in ordered]
        key = (array, base, tuple(falling))
        if key in self.known:
            return self.known[key], ordered
        for variable in self.variables[array]:
            if variable.is_row() and all(stride > 0 for stride, _ in falling):
                flat = variable.name if len(variable.axes) == 1 else reshaped(variable.name, -1)
                text = cut(flat, math.prod(variable.shape), base - variable.base, falling)
                if text is not None:
                    if falling and given:
                        label = self.names.of_places(array, base, falling)
                        text = self.known[key] = self.let(label, text, tuple(n for _, n in falling))
                    return text, ordered
        if len(self.variables[array]) > 1 and array not in self.joined:
            text = self._joined(array)
            if text is not None:  # several variables that fill the array: put together once, they are one
                size = self.arrays[array].size
                gradient = all(v.name.startswith("d_") for v in self.variables[array])
                name = self.let("d_all" if gradient else "", text, (size,))
                self._keep_parts(name, array)
                self.joined[array] = len(self.variables[array])
                self.variables[array].insert(0, Variable(name, 0, [(1, size)]))
                return self._seen(array, base, axes)
        return None

    def pick(self, array: int, places: Sequence[int], shape: tuple[int, ...]) -> str:
        """The numbers at a list of places, whatever variables they are in; at a place where nothing is, any number."""
        flat, position = self._flat(array)
        picked = [position.get(place, 0) for place in places]
        for length in reversed(shape[1:]):
            picked = [picked[k : k + length] for k in range(0, len(picked), length)]  # type: ignore[misc]
        if not shape:
            return f"{flat}[{picked[0]}]"
        key = ("places", repr(picked))
        if key not in self.known:
            self.known[key] = self.names.new("places")
            self.constants[self.known[key]] = picked
        return f"{flat}[{self.known[key]}]"

    def _flat(self, array: int) -> tuple[str, dict[int, int]]:
        """All numbers of an array in one row, and for each place of the storage which of them it is."""
        position: dict[int, int] = {}
        texts, count = [], 0
        variables = self.variables[array]
        if self.joined.get(array) == len(variables) - 1:
            variables = variables[:1]
        for variable in variables:
            own = range(count, count + math.prod(variable.shape))
            if variable.name in self.places:
                position |= {place: count + k for place, k in self.places[variable.name].items()}
            else:
                position |= dict(zip(places_of(variable.base, variable.axes), own, strict=True))
            count = own.stop
            texts.append(variable.name if len(variable.axes) == 1 else reshaped(variable.name, -1))
        return texts[0] if len(texts) == 1 else f"concatenate(({', '.join(texts)}))", position

    def _keep_parts(self, name: str, array: int) -> None:
        """Note where in an array that is put together its parts belong; it is one of doubles."""
        size, variables = self.arrays[array].size, self.variables[array]
        places = [cut(name, size, v.base, v.axes) for v in variables]
        if self.into and None not in places and array not in self.truths:
            self.rows[name] = size
            self.kept |= {v.name: place for v, place in zip(variables, places, strict=True) if place}

    # -- outputs ------------------------------------------------------------------------------------------------------

    def _write_into(self, name: str, array: int) -> None:
        """Lines that write a group of outputs."""
        size = self.arrays[array].size
        lines = []
        for v in self.variables[array]:
            place = cut(name, size, v.base, v.axes) if v.own else None
            if place is None:
                text = self.pick(array, range(size), (size,))
                lines = [Line(f"{name}[:]", text)]
                break
            lines.append(Line(place if place.endswith("]") else f"{place}[:]", v.name))
        for place, text, _ in lines:
            if text in self.shapes:
                self.kept.setdefault(text, place)
        self.lines += lines

    def _whole(self, array: int) -> str:
        """A group of outputs in one row."""
        size = self.arrays[array].size
        return (self._joined(array) or self.pick(array, range(size), (size,))) if size else "empty"

    def _joined(self, array: int) -> str | None:
        """All variables of an array in one row, if they fill it in an order that needs no list of places."""
        size = self.arrays[array].size
        if self.joined.get(array) == len(self.variables[array]) - 1:
            return self.variables[array][0].name
        variables = sorted(self.variables[array], key=lambda v: v.base)
        rows: list[str] = []
        k = end = 0
        while k < len(variables):
            if variables[k].base != end:
                return None
            run = self._run_of(variables, k)
            if run is None:
                return None
            text, end, k = run
            rows.append(text)
        if end != size:
            return None
        return rows[0] if len(rows) == 1 else f"concatenate(({', '.join(rows)}))"

    def _run_of(self, variables: list[Variable], k: int) -> tuple[str, int, int] | None:
        """Some variables that fill a stretch of the storage: one, or several whose rows take turns.

        As text, with the place and the variable that come next.
        """
        first = variables[k]
        if first.is_row():
            text = first.name if len(first.axes) == 1 else reshaped(first.name, -1)
            return text, first.base + math.prod(first.shape), k + 1
        if not first.axes or not first.own:
            return None
        stride, length = first.axes[0]
        texts, place = [], first.base
        while k < len(variables) and place < first.base + stride:
            v = variables[k]
            if v.base != place or not v.axes or v.axes[0] != (stride, length):
                return None
            if not side_by_side(v.axes[1:]):
                return None
            width = math.prod(v.shape[1:])
            shape = (length, width)
            wide = f"{v.name}[:, None]" if len(v.axes) == 1 else reshaped(v.name, length, width)
            texts.append(v.name if v.shape == shape else wide)
            place, k = place + width, k + 1
        if place != first.base + stride:
            return None
        return f"concatenate(({', '.join(texts)}), 1).reshape(-1)", first.base + stride * length, k


def _count(numbers: Any) -> int:
    return sum(map(_count, numbers)) if isinstance(numbers, list) else 1
