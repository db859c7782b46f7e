"""The compiler: scalars in, tensor speed out. record -> program -> re-roll -> targets.

``function.py`` is what people use: a compiled function, with ``method`` for what was written as a method, ``batches``
for ``f.map``, ``node`` where it is called within another graph, and ``commands`` for the command line. A call goes

structure   its arguments are taken apart: numbers in a flat list, all else a key to find a compiled program by
recording   the function is run on Values that are watched (``trace``); what it reads from outside is found
            (``reachable``) and looked at again before each call (``outside``)
lower       the graph becomes a ``program``, the flat list of operations: the table's rules run on ``symbols``, forwards
            and backwards; ``sums`` finds the sums in it, ``tables`` what is chosen by data, ``picks`` the right classes
            of examples, and ``identifiers`` gives names to what is in it, for all text that is made of it
targets     chooses who runs it: ``python/``, or, re-rolled by ``rolling/`` into loop nests (``rolled``), ``arrays/`` or
            ``llvm/``
compiled    all of that for one kind of arguments; ``buffers`` are the numbers in memory that machine code reads

``loop.py`` says how a program is run again and again: what a training loop is to the targets.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from ..value import Value
    from .function import Jitted

__all__ = ["jit"]


@overload
def jit(f: Callable[..., Any] | Value, *, target: str = ..., mode: str = ...) -> Jitted: ...


@overload
def jit(f: None = None, *, target: str = ..., mode: str = ...) -> Callable[[Callable[..., Any]], Jitted]: ...


def jit(f: Any = None, *, target: str = "auto", mode: str = "fast") -> Any:
    """Compile a function of scalars; a decorator, with or without settings.

    f       a function of numbers, and of nested lists, tuples and dicts of numbers, that returns Values; or a recorded
            Value, which becomes a function without arguments that computes it anew
    target  "python": generated Python, which needs nothing. "numpy", "llvm": loops over arrays, machine code; they need
            ``pip install 'tinygrad-edu[fast]'``. "auto": the best one here for the size of the program
    mode    "fast": sums may be added in another order, and a sum that is 0 have the other sign; equal to the eager
            engine within 1e-11 of a result. "exact": its order of operations, and for values and gradients its bits
            (where both call the same library functions). Of the gradients of derivatives the last bits may differ, and
            of what is computed from numbers among which data chooses (``take``)

    >>> from tinygrad_edu import Value, jit, tanh
    >>> w = Value(0.5, "w")
    >>> @jit(target="python")
    ... def f(x, scale):
    ...     return scale * tanh(w * x[0] + x[1])
    >>> f([2.0, -1.0], 3.0)
    0.0
    >>> w.data = 1.0
    >>> f([2.0, -2.0], 3.0), f.grad([2.0, -2.0], 3.0)
    (0.0, [3.0, 3.0])
    >>> print(f.source([2.0, -2.0], 3.0))
    def run(x, scale, captured):
        [x_0, x_1] = x
        [scale] = scale
        [w] = captured
        t7 = scale*tanh(w*x_0 + x_1)
        return [t7],

    The results have the structure that f returns, with floats, from which no gradient comes: that by parameters is
    ``f.grad(..., wrt=parameters)``. Called with Values, with one at least, f returns Values: each is one node, whose
    local derivatives, by the parameters too, the program computed. Values that f reads from outside, parameters, are
    read at each call if they have a label or need a gradient, and what was computed from them before is computed anew.
    What else f reads from outside is part of the program: numbers, settings, lists, functions, models and whether they
    are in train() or eval() mode. It is looked at before each call, and where something has changed f is compiled anew;
    up to 4 such programs are kept, so going to and fro between modes costs nothing. Not looked at is what is beyond
    10,000 numbers in lists and arrays; what the code of Python, of installed packages and of this one reads, and
    whether that code is another (``math.pi = 3``); what f finds by ``globals()``, ``eval()`` or in ``sys.modules``;
    special methods that a class is given only later; and what f fetches from elsewhere: files, the environment, a
    generator that is running. Whole numbers may choose from a table (``take``). Lists of another length, and other
    settings (True, "mean", None), are compiled anew; the 64 kinds of arguments used last are kept. f is recorded twice,
    to see that it only computes, and called once without a compiler if whole numbers, which sets and dicts know, are
    among its data.

    Raises TracingError, which names the line, if f asks for the number of a Value by ``if``, ``float()``, ``int()`` or
    ``x == 1`` (``te.where`` chooses, also by ``(x > 0) & (y > 0)``), computes with ``x.data`` (``x.detach()`` has no
    gradient) or ``x.grad``, copies or changes a Value, or draws random numbers; whether it catches that error or not.
    Raises TypeError if it returns no Value.
    """
    from .function import Jitted, from_value

    def compiled(f: Any) -> Jitted:
        from ..value import Value

        return from_value(f, target, mode) if isinstance(f, Value) else Jitted(f, target, mode)

    return compiled if f is None else compiled(f)


# As tinygrad_edu.jit this function stands where the package would, and `import tinygrad_edu.jit.program as p` asks it
# for what is in the package; by this name Python finds that.
jit.__name__ = __name__
