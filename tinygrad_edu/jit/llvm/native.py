"""Machine code from LLVM's assembly text, through llvmlite, which is imported when the first text is compiled.

A ``Machine`` says what code is made for: by default the processor this runs on, or an older one, so that code for
processors without AVX-512, AVX2 or fused multiply-add can be tried on one that has them. A ``Library`` is compiled
text; it owns its machine code, which is freed with it. Its functions all have one form, ``void name(ptr)``: the pointer
is that of a table of addresses, made once for the same buffers (``Frame``), because handing addresses over one by one
takes longer than a small gradient.

Names of processors and features: LLVM's (``llc -mattr=help``) and the x86-64 levels of the psABI.
"""

from __future__ import annotations

import ctypes
import platform
import sys
import threading
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

__all__ = ["ATTRIBUTES", "Frame", "Library", "Machine", "addresses_of", "bound", "machine"]

WINDOWS = sys.platform == "win32"

ATTRIBUTES = 'nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512"'
"""For functions in which vectors of 8 doubles occur: without it LLVM halves them on some processors."""

KEPT = 32
"""Texts whose machine code is kept: a function that is defined once more, as where a cell of a notebook is run again,
has the same one, and of all that is done for it LLVM takes longest."""

LONG = 300_000
"""Characters of a text from which on it is not kept: code takes as much memory, and nobody gives it back."""

# A processor by name: lanes of doubles, whether it multiplies and adds in one rounding, what a host needs to run it.
LEVELS: dict[str, tuple[int, bool, tuple[str, ...]]] = {
    "x86-64": (2, False, ("sse2",)),
    "x86-64-v2": (2, False, ("sse4.2",)),
    "x86-64-v3": (4, True, ("avx2", "fma")),
    "haswell": (4, True, ("avx2", "fma", "bmi2")),
    "x86-64-v4": (8, True, ("avx512f", "avx512dq", "avx512vl", "avx512bw", "avx512cd")),
}


@dataclass(frozen=True)
class Machine:
    """What code is made for.

    cpu, features  as LLVM calls them
    lanes          how many doubles one of its vectors has
    fma            whether a·b + c is one instruction, rounded once
    """

    cpu: str
    features: str
    lanes: int
    fma: bool


@cache
def _llvm() -> Any:
    """llvmlite.binding, ready to make code for this machine."""
    try:
        from llvmlite import binding
    except ImportError:
        raise ImportError("compiling to machine code needs llvmlite: pip install 'tinygrad-edu[fast]'") from None
    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    return binding


@cache
def machine(cpu: str | None = None) -> Machine:
    """The processor this runs on, or one by name, if this one runs its code.

    >>> machine().lanes >= 2
    True

    Raises ValueError for a name that is not known here, or a processor that has what the host lacks.
    """
    llvm = _llvm()
    try:
        has = llvm.get_host_cpu_features()
    except RuntimeError:  # llvmlite does not know the features of every kind of processor
        has = {}
    x86 = platform.machine().lower() in ("x86_64", "amd64", "x64")
    if cpu is None:
        names = ",".join(f"{'+' if present else '-'}{name}" for name, present in sorted(has.items()))
        wide = all(has.get(name) for name in LEVELS["x86-64-v4"][2])
        lanes = 8 if wide else 4 if has.get("avx") else 2
        return Machine(llvm.get_host_cpu_name(), names, lanes, bool(has.get("fma")) or not x86)
    if cpu not in LEVELS:
        raise ValueError(f"cpu={cpu!r} is not known; known are {', '.join(map(repr, LEVELS))}, and None for this one")
    lanes, fma, needed = LEVELS[cpu]
    missing = [name for name in needed if not has.get(name)] if x86 else ["x86-64"]
    if missing:
        raise ValueError(f"this machine cannot run code for {cpu}: it has no {', '.join(missing)}")
    return Machine(cpu, "", lanes, fma)


class Library:
    """Compiled text, and the functions in it.

    text      assembly text of LLVM; functions to be called from here are ``define void @name(ptr %frame)``
    symbols   addresses of the functions and tables that the text declares and does not define
    optimize  "soonest"  inlining only, then code is made instruction by instruction: five to ten times sooner, and up
                         to a fifth slower where there are no loops
              "quick"    inlining, and instructions combined into fewer; more was never measured to run faster
    target    what the code is for, this machine if not given
    """

    def __init__(
        self,
        text: str,
        *,
        symbols: Mapping[str, int] | None = None,
        optimize: str = "quick",
        target: Machine | None = None,
    ) -> None:
        if optimize not in ("soonest", "quick"):
            raise ValueError(f'optimize is "soonest" or "quick", not {optimize!r}')
        llvm = _llvm()
        self.target = target or machine()
        with _compiling:
            compiled = _compiled if len(text) < LONG else _compiled.__wrapped__
            code, names = compiled(text, optimize, self.target)
            library = llvm.JITLibraryBuilder().add_object_img(code)
            for name, address in (symbols or {}).items():
                library.import_symbol(name, address)
            for name in names:
                library.export_symbol(name)
            self._engine = llvm.create_lljit_compiler(use_jit_link=not WINDOWS)
            self._code = library.link(self._engine, "library")
        # Also when the cyclic collector comes, whose order is anybody's guess, things go in this order.
        last = weakref.finalize(self, _free, [self._code, self._engine])
        last.atexit = False

    def function(self, name: str) -> Callable[[ctypes.c_void_p], None]:
        """A function of the text. Called with ``frame.pointer`` it runs; other Python threads may run meanwhile."""
        function: Any = _prototype(self._code[name])
        function.library = self  # the code lives as long as somebody can call it
        return function


_compiling = threading.Lock()
_prototype = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


def _free(things: list[Any]) -> None:
    for thing in things:
        thing.close()


@lru_cache(maxsize=KEPT)
def _compiled(text: str, optimize: str, target: Machine) -> tuple[bytes, list[str]]:
    """The machine code of a text, not linked yet, and the functions in it that are called from outside."""
    llvm = _llvm()
    with (
        llvm.create_context() as context,  # its own, freed with what is in it
        _target_machine(llvm, target, optimize) as machine,
        llvm.parse_assembly(text, context) as module,
    ):
        module.triple, module.data_layout = machine.triple, str(machine.target_data)
        _optimize(llvm, module, machine, optimize)
        names = [f.name for f in module.functions if not f.is_declaration and f.linkage.name == "external"]
        return machine.emit_object(module), names


def _target_machine(llvm: Any, target: Machine, optimize: str) -> Any:
    # JITLink puts code and constants side by side, which the small code model relies on. It does not know Windows.
    model = {"codemodel": "jitdefault"} if WINDOWS else {"codemodel": "small", "reloc": "pic"}
    return llvm.Target.from_triple(llvm.get_process_triple()).create_target_machine(
        cpu=target.cpu, features=target.features, opt=0 if optimize == "soonest" else 2, **model
    )


def _optimize(llvm: Any, module: Any, target_machine: Any, optimize: str) -> None:
    passes = llvm.create_new_module_pass_manager()
    passes.add_always_inliner_pass()
    if optimize == "quick":
        passes.add_instruction_combine_pass()
    passes.run(module, llvm.create_pass_builder(target_machine, llvm.create_pipeline_tuning_options()))


class Frame:
    """A table of the addresses of buffers, or of places in them, and what keeps the buffers where they are."""

    __slots__ = ("_kept", "_table", "pointer")

    def __init__(self, buffers: Sequence[Any], addresses: Sequence[int] | None = None) -> None:
        addresses = addresses_of(buffers) if addresses is None else addresses
        self._kept = buffers
        self._table = (ctypes.c_void_p * len(addresses))(*addresses)
        self.pointer = ctypes.c_void_p(ctypes.addressof(self._table))


def bound(function: Callable[[ctypes.c_void_p], None], frame: Frame) -> Callable[[], None]:
    """A function with its buffers, which stay as long as it does."""
    pointer = frame.pointer

    def run(frame: Frame = frame) -> None:
        function(pointer)

    return run


def addresses_of(buffers: Sequence[Any]) -> list[int]:
    """Where the numbers of arrays lie: of ``array('d')``, ``array('q')``, or contiguous NumPy arrays."""
    return [_address(buffer) for buffer in buffers]


def _address(buffer: Any) -> int:
    where = getattr(buffer, "__array_interface__", None)
    if where is not None:
        return int(where["data"][0])
    return int(buffer.buffer_info()[0])
