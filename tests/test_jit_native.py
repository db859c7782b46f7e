"""What is asked of LLVM, and of the processor; where Python's mathematical functions are; which buffers are kept."""

import ctypes
import math
import os
import platform
import sys
from array import array
from types import SimpleNamespace

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("llvmlite")

from tests.rolled_cases import layer  # noqa: E402
from tinygrad_edu.jit.llvm import libm, native, rolled  # noqa: E402
from tinygrad_edu.jit.llvm.module import Memory  # noqa: E402
from tinygrad_edu.jit.llvm.native import Frame, Machine, addresses_of  # noqa: E402

AVX512 = ("avx512f", "avx512dq", "avx512vl", "avx512bw", "avx512cd")
OLD = {"sse2": True, "sse4.2": True}
HASWELL = OLD | {"avx": True, "avx2": True, "fma": True, "bmi2": True, "avx512f": False}
X86 = platform.machine().lower() in ("x86_64", "amd64")
NEW = HASWELL | dict.fromkeys(AVX512, True)


# -- processors -------------------------------------------------------------------------------------------------------


@pytest.fixture
def machine(monkeypatch):
    """``machine(cpu, features, kind)``: what it says on a processor that has these features."""

    def on(cpu, features, kind="x86_64"):
        def has():
            if features is None:
                raise RuntimeError("llvmlite does not know")
            return features

        llvm = SimpleNamespace(get_host_cpu_features=has, get_host_cpu_name=lambda: "here")
        monkeypatch.setattr(native, "_llvm", lambda: llvm)
        monkeypatch.setattr("platform.machine", lambda: kind)
        return native.machine.__wrapped__(cpu)

    return on


def test_this_machine(machine):
    assert machine(None, OLD) == Machine("here", "+sse2,+sse4.2", 2, False)
    assert machine(None, OLD | {"avx": True}).lanes == 4
    names = "-avx512f,+avx,+avx2,+bmi2,+fma,+sse2,+sse4.2"
    assert machine(None, HASWELL) == Machine("here", ",".join(sorted(names.split(","), key=lambda x: x[1:])), 4, True)
    assert machine(None, NEW).lanes == 8 and machine(None, NEW).fma
    for missing in AVX512:
        assert machine(None, NEW | {missing: False}).lanes == 4
    for kind in ("arm64", "aarch64", "ppc64le"):
        assert machine(None, None, kind) == Machine("here", "", 2, True)
    for kind in ("AMD64", "x64", "x86_64"):
        assert not machine(None, None, kind).fma


def test_a_processor_by_name(machine):
    assert machine("x86-64", NEW) == Machine("x86-64", "", 2, False)
    assert machine("x86-64-v2", NEW) == Machine("x86-64-v2", "", 2, False)
    assert machine("x86-64-v3", NEW) == Machine("x86-64-v3", "", 4, True)
    assert machine("haswell", HASWELL) == Machine("haswell", "", 4, True)
    assert machine("x86-64-v4", NEW) == Machine("x86-64-v4", "", 8, True)
    with pytest.raises(ValueError, match=r"^this machine cannot run code for x86-64-v2: it has no sse4.2$"):
        machine("x86-64-v2", {"sse2": True, "sse4.2": False})
    with pytest.raises(ValueError, match=r"code for haswell: it has no avx2, fma, bmi2$"):
        machine("haswell", OLD)
    with pytest.raises(ValueError, match=f"v4: it has no {', '.join(AVX512)}$"):
        machine("x86-64-v4", HASWELL)
    with pytest.raises(ValueError, match=r"code for x86-64: it has no x86-64$"):
        machine("x86-64", None, "arm64")
    with pytest.raises(ValueError, match=r"^cpu='z80' is not known; known are 'x86-64', .* and None for this one$"):
        machine("z80", NEW)


# -- LLVM -------------------------------------------------------------------------------------------------------------


def passes(optimize):
    """What LLVM is asked to do for a tier, in order."""
    run = []
    manager = SimpleNamespace(
        add_always_inliner_pass=lambda: run.append("inline"),
        add_instruction_combine_pass=lambda: run.append("combine"),
        run=lambda module, builder: run.append((module, builder)),
    )
    llvm = SimpleNamespace(
        create_pipeline_tuning_options=lambda: "options",
        create_pass_builder=lambda machine, options: (machine, options),
        create_new_module_pass_manager=lambda: manager,
    )
    native._optimize(llvm, "module", "machine", optimize)
    return run


def test_how_long_llvm_thinks():
    run = ("module", ("machine", "options"))
    assert passes("soonest") == ["inline", run]
    assert passes("quick") == ["inline", "combine", run]


@pytest.mark.parametrize("windows", [False, True])
def test_the_model_of_code(monkeypatch, windows):
    assert native.WINDOWS is (os.name == "nt")
    monkeypatch.setattr(native, "WINDOWS", windows)
    made = SimpleNamespace(create_target_machine=lambda **options: options)
    target = SimpleNamespace(from_triple=lambda triple: made if triple == "here" else None)
    llvm = SimpleNamespace(Target=target, get_process_triple=lambda: "here")
    model = {"codemodel": "jitdefault"} if windows else {"codemodel": "small", "reloc": "pic"}
    for optimize, level in (("soonest", 0), ("quick", 2)):
        found = native._target_machine(llvm, Machine("cpu", "+x", 4, True), optimize)
        assert found == {"cpu": "cpu", "features": "+x", "opt": level} | model


def test_what_links_the_code(monkeypatch):
    """JITLink, which puts code and constants side by side; it does not know Windows."""
    llvm, asked = native._llvm(), []
    create = llvm.create_lljit_compiler
    monkeypatch.setattr(llvm, "create_lljit_compiler", lambda **options: asked.append(options) or create(**options))
    native.Library("define void @f(ptr %frame) {\n  ret void\n}")
    assert asked == [{"use_jit_link": not native.WINDOWS}]


@pytest.fixture
def left(monkeypatch):
    """The texts that were compiled, as LLVM left them."""
    texts, optimize = [], native._optimize

    def noting(llvm, module, *told):
        optimize(llvm, module, *told)
        texts.append(str(module))

    monkeypatch.setattr(native, "_optimize", noting)
    native._compiled.cache_clear()
    return texts


ADDING = "define void @f(ptr %frame) {\n  %a = add i64 1, 2\n  store i64 %a, ptr %frame\n  ret void\n}"


def stored(library):
    numbers = array("q", [0])
    library.function("f")(ctypes.c_void_p(numbers.buffer_info()[0]))
    return numbers[0]


def test_the_text_as_llvm_left_it(left):
    assert stored(native.Library(ADDING)) == stored(native.Library(ADDING, optimize="soonest")) == 3
    assert "store i64 3" in left[0] and "%a = add i64 1, 2" in left[1]


def test_the_same_text_is_compiled_once(left):
    """For the same processor; the symbols that it declares are other ones each time."""
    text = "@there = external global i64\n" + ADDING.replace("add i64 1, 2", "load i64, ptr @there")
    numbers = array("q", [7, 8])
    for k in range(2):
        symbols = {"there": numbers.buffer_info()[0] + 8 * k}
        assert [stored(native.Library(text, symbols=symbols)) for _ in range(2)] == [7 + k] * 2
    assert len(left) == 1
    assert stored(native.Library(text, symbols=symbols, target=native.machine("x86-64") if X86 else None)) == 8
    assert len(left) == 1 + X86
    for k in range(native.KEPT):
        native.Library(ADDING.replace("1", str(k)))
    before = len(left)
    native.Library(text, symbols=symbols)
    assert len(left) == before + 1
    long = text + "; long".ljust(native.LONG - len(text))
    for given, times in ((long, 2), (long[:-1], 1)):
        before = len(left)
        assert [stored(native.Library(given, symbols=symbols)) for _ in range(2)] == [8, 8]
        assert len(left) == before + times


def test_what_is_llvms_is_given_back_in_order():
    closed = []
    native._free([SimpleNamespace(close=lambda name=name: closed.append(name)) for name in "abc"])
    assert closed == ["a", "b", "c"]


def test_frames():
    buffers = [array("d", [1.0]), np.zeros(2), array("q", [3])]
    addresses = addresses_of(buffers)
    assert addresses == [buffers[0].buffer_info()[0], buffers[1].ctypes.data, buffers[2].buffer_info()[0]]
    for frame in (Frame(buffers), Frame(buffers, addresses)):
        assert list((ctypes.c_void_p * 3).from_address(frame.pointer.value)) == addresses
    assert Frame([]).pointer.value


def test_work_memory_begins_at_a_cache_line():
    for size in (0, 1, 8, 13):
        memory = Memory(size)
        address, length = memory.buffer_info()
        assert address % 64 == 0 and size <= length <= size + 8
        memory.put(0, [1.0] * size)
        if size > 2:
            memory.put(1, [5.0, 6.0])
            there = (ctypes.c_double * size).from_address(address)
            assert list(there) == [1.0, 5.0, 6.0] + [1.0] * (size - 3)


# -- functions --------------------------------------------------------------------------------------------------------


def test_functions_are_the_c_librarys():
    """Called where they are, not through Python; but for the few that Python computes in its own way, if exact."""
    library = libm._library()
    own = {"hypot": True, "log2": sys.platform == "win32"}
    own |= dict.fromkeys(("cbrt", "exp2"), sys.version_info < (3, 11))  # until then Python made do without them
    for name in ("exp", "sin", "erfc", "atan2", *own):
        there = ctypes.cast(getattr(library, name), ctypes.c_void_p).value
        assert libm.address(name) == there
        assert (libm.address(name, True) == there) == (not own.get(name, False))
    hypot = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double, ctypes.c_double)(libm.address("hypot", True))
    assert hypot(3.0, 4.0) == 5.0 == math.hypot(3.0, 4.0)


@pytest.mark.parametrize(
    ("platform", "here", "found"), [("linux", {"erfc"}, None), ("linux", {}, "libm.so.6"), ("win32", {}, "ucrtbase")]
)
def test_where_the_c_librarys_functions_are(monkeypatch, platform, here, found):
    """In this process, if what it is made of has them; in a library of their own."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace(name=name, **dict.fromkeys(here)))
    assert libm._library.__wrapped__().name == found


def test_functions_that_the_c_library_has_not(monkeypatch):
    monkeypatch.setattr(libm, "_library", lambda: SimpleNamespace())
    kept = len(libm._called_back)
    power = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double, ctypes.c_double)(libm.address.__wrapped__("pow"))
    assert len(libm._called_back) == kept + 1  # for as long as compiled code may call it
    assert power(2.0, 3.0) == 8.0
    log = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)(libm.address.__wrapped__("log"))
    assert log(0.0) == -math.inf


# -- memory ------------------------------------------------------------------------------------------------------------


def test_work_memory_is_used_again():
    executable = rolled.build(layer(3, 3))
    for _ in range(3):
        executable.run([0.1] * 12, [1.0, 2.0, 3.0], [1.0] * 3)
        assert len(executable._way._free) == 1
    memory = executable._way._free[0]
    executable.run([0.1] * 12, [1.0, 2.0, 3.0], [1.0] * 3)
    assert executable._way._free == [memory]
