"""All the ways to change what a compiled function reads: its next call gives what the function itself does now.

And what changes nothing that it reads compiles nothing anew.
"""

import copy
import dataclasses
import enum
import functools
import pickle
import sys
import types
from typing import NamedTuple

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn, optim
from tinygrad_edu.jit import function

MODULE = "import sys, types\nm = types.ModuleType('settings')\nm.rate = 1.0\nsys.modules['settings'] = m\n"
INNER = (
    MODULE + "p = types.ModuleType('pack')\np.settings = sys.modules['pack.settings'] = m\nsys.modules['pack'] = p\n"
)
A = "class A: pass\na = A()\n"
NET = (
    "from tinygrad_edu import Value\nfrom tinygrad_edu.nn import Module\nclass A(Module): pass\n"
    "a = A()\na.w = Value(1.0)\n"
)
B = "class B: k = 1.0\nclass A(B): pass\na = A()\n"

# What is there at first, f among it, and what is done then; where one line says it, of a module it is the text.
CHANGES = {
    "a function of Python's is hidden": ("def f(x): return abs(x)", "def abs(x): return 5.0 * x"),
    "a name that nobody had": ("def f(x):\n try: return k * x\n except NameError: return x", "k = 2.0"),
    "hasattr": (A + "def f(x): return 2.0 * x if hasattr(a, 'k') else x", "a.k = 1.0"),
    "hasattr, of a class": (A + "def f(x): return 2.0 * x if hasattr(a, 'k') else x", "A.k = 1.0"),
    "hasattr, of a class above": (B + "def f(x): return 2.0 * x if hasattr(a, 'j') else x", "B.j = 1.0"),
    "hasattr, of a namespace": (
        "import types\na = types.SimpleNamespace()\ndef f(x): return 2.0 * x if hasattr(a, 'k') else x", "a.k = 1.0"),
    "hasattr, of a module": (MODULE + "def f(x): return 2.0 * x if hasattr(m, 'k') else x", "m.k = 1.0"),
    "getattr with a default": (A + "def f(x): return getattr(a, 'k', 1.0) * x", "a.k = 2.0"),
    "getattr with a default, of slots": (
        "class A: __slots__ = ('k',)\na = A()\ndef f(x): return getattr(a, 'k', 1.0) * x", "a.k = 2.0"),
    "AttributeError": (A + "def f(x):\n try: return a.k * x\n except AttributeError: return x", "a.k = 2.0"),
    "another name of getattr": (A + "get, a.k = getattr, 1.0\ndef f(x): return get(a, 'k') * x", "a.k = 2.0"),
    "a parameter more, of parameters()": (
        NET + "def f(x): return sum(w * x for w in a.parameters())", "a.v = Value(2.0)"),
    "another one, of named_parameters()": (
        NET + "def f(x): return sum(w * x for name, w in a.named_parameters())", "a.w = Value(2.0)"),
    "a module more, of modules()": (NET + "def f(x): return x * len(a.modules())", "a.layer = Module()"),
    "vars": ("import types\na = types.SimpleNamespace(k=1.0)\ndef f(x): return vars(a)['k'] * x", "a.k = 2.0"),
    "an attribute of a function": ("def g(x): return g.k * x\ng.k = 1.0\ndef f(x): return g(x)", "g.k = 2.0"),
    "the code of a function": (
        "def g(x): return x\ndef f(x): return g(x)", "g.__code__ = (lambda x: 2.0 * x).__code__"),
    "the class of an object": (
        "class A:\n def go(self, x): return x\nclass B:\n def go(self, x): return 2.0 * x\na = A()\n"
        "def f(x): return a.go(x)", "a.__class__ = B"),
    "the classes above": (B + "class C: k = 2.0\ndef f(x): return a.k * x", "A.__bases__ = (C,)"),
    "a class above, asked of the class": (B + "def f(x): return A.k * x", "B.k = 2.0"),
    "a class that hides what is above": (B + "def f(x): return a.k * x", "A.k = 2.0"),
    "a class that hides what is ours": (
        "class A(te.nn.Layer): pass\na = A(1, 1, seed=0)\ndef f(x): return a([x])[0]",
        "A.forward = lambda self, x: [7.0 * x[0]]"),
    "a class that comes to be called otherwise": (
        "class B:\n def __call__(self, x): return x\nclass A(B): pass\na = A()\ndef f(x): return a(x)",
        "A.__call__ = lambda self, x: 2.0 * x"),
    "a class of classes": ("class M(type): k = 1.0\nclass A(metaclass=M): pass\ndef f(x): return A.k * x", "M.k = 2.0"),
    "a property of a class": (
        "k = 1.0\nclass M(type):\n @property\n def k(cls): return k\nclass A(metaclass=M): pass\n"
        "def f(x): return A.k * x", "k = 2.0"),
    "what __init__ reads": (
        "k = 1.0\nclass A:\n def __init__(self): self.k = k\ndef f(x): return A().k * x", "k = 2.0"),
    "__init__ of an object's class": (
        "k = 1.0\nclass A:\n def __init__(self): self.k = k\na = A()\n"
        "def f(x): return A().k * x if a else x", "k = 2.0"),
    "what a dataclass is made of": (
        "import dataclasses\n@dataclasses.dataclass\nclass A: k: float = 1.0\ndef f(x): return A().k * x",
        "A.__init__.__defaults__ = (2.0,)"),
    "attrgetter": (
        A + "import operator\na.k = 1.0\nget = operator.attrgetter('k')\ndef f(x): return get(a) * x", "a.k = 2.0"),
    "attrgetter in the function": (
        A + "import operator\na.k = 1.0\ndef f(x): return operator.attrgetter('k')(a) * x", "a.k = 2.0"),
    "methodcaller": (
        "import operator\nclass A:\n def go(self): return 1.0\na, call = A(), operator.methodcaller('go')\n"
        "def f(x): return call(a) * x", "A.go = lambda self: 2.0"),
    "a ChainMap": (
        "from collections import ChainMap\nd = {'k': 1.0}\nc = ChainMap({}, d)\n"
        "def f(x): return c['k'] * x", "d['k'] = 2.0"),
    "a UserDict": (
        "from collections import UserDict\nc = UserDict(k=1.0)\ndef f(x): return c['k'] * x", "c['k'] = 2.0"),
    "a UserList": ("from collections import UserList\nc = UserList([1.0])\ndef f(x): return c[0] * x", "c[0] = 2.0"),
    "a mappingproxy": (
        "import types\nd = {'k': 1.0}\nc = types.MappingProxyType(d)\ndef f(x): return c['k'] * x", "d['k'] = 2.0"),
    "an attribute of a dict": ("class D(dict): pass\nd = D()\nd.k = 1.0\ndef f(x): return d.k * x", "d.k = 2.0"),
    "a method of a list": (
        "k = 1.0\nclass L(list):\n def __getitem__(self, i): return k\nc = L([3.0])\n"
        "def f(x): return c[0] * x", "k = 2.0"),
    "a method of a named tuple": (
        "from typing import NamedTuple\nk = 1.0\nclass P(NamedTuple):\n j: float\n def go(self): return k\np = P(1.0)\n"
        "def f(x): return p.go() * x", "k = 2.0"),
    "an object that is a key": (A + "a.k = 1.0\nd = {a: 1.0}\ndef f(x): return sum(b.k for b in d) * x", "a.k = 2.0"),
    "a bytearray": ("c = bytearray(b'1')\ndef f(x): return float(c[0]) * x", "c[0] = 5"),
    "a memoryview": ("c = bytearray(b'1')\nv = memoryview(c)\ndef f(x): return float(v[0]) * x", "c[0] = 5"),
    "a weak reference": (A + "import weakref\na.k = 1.0\nr = weakref.ref(a)\ndef f(x): return r().k * x", "a.k = 2.0"),
    "a keyword of a partial": (
        "import functools\ndef g(x, k): return k * x\np = functools.partial(g, k=1.0)\ndef f(x): return p(x)",
        "p.keywords['k'] = 2.0"),
    "a partial method": (
        "import functools\nk = 1.0\nclass A:\n def g(self, j, x): return k * x\n h = functools.partialmethod(g, 1.0)\n"
        "a = A()\ndef f(x): return a.h(x)", "k = 2.0"),
    "a cached property": (
        "import functools\nk = 1.0\nclass A:\n @functools.cached_property\n def j(self): return k\n"
        "def f(x): return A().j * x", "k = 2.0"),
    "a cached function": (
        "import functools\nk = 1.0\n@functools.cache\ndef g(): return k\ndef f(x): return g() * x",
        "k = 2.0\ng.cache_clear()"),
    "a wrapper that says it is Python's": (
        "import functools, math\nk = 1.0\n@functools.wraps(math.sqrt)\ndef g(x): return k * x\ndef f(x): return g(x)",
        "k = 2.0"),
    "a method of a dict": ("d = {'k': 1.0}\nget = d.get\ndef f(x): return get('k') * x", "d['k'] = 2.0"),
    "from m import name": (MODULE + "def f(x):\n from settings import rate\n return rate * x", "m.rate = 2.0"),
    "import m": (MODULE + "def f(x):\n import settings\n return settings.rate * x", "m.rate = 2.0"),
    "import m, which is another one": (
        MODULE + "def f(x):\n import settings as s\n return s.rate * x",
        "m = types.ModuleType('settings')\nm.rate = 2.0\nsys.modules['settings'] = m"),
    "import p.m": (
        INNER + "p.__path__ = []\ndef f(x):\n import pack.settings as s\n return s.rate * x", "m.rate = 2.0"),
    "import p.m, and what p has": (
        INNER + "p.__path__, p.rate = [], 1.0\ndef f(x):\n import pack.settings\n return pack.rate * x",
        "p.rate = 2.0"),
    "from . import m": (
        INNER + "__package__ = 'pack'\ndef f(x):\n from . import settings\n return settings.rate * x", "m.rate = 2.0"),
    "from ..m import name": (
        INNER + "__package__ = 'pack.inner'\nsys.modules['pack.inner'] = types.ModuleType('pack.inner')\n"
        "def f(x):\n from ..settings import rate\n return rate * x", "m.rate = 2.0"),
    "import in a function inside": (
        MODULE + "def f(x):\n def g():\n  from settings import rate\n  return rate\n return g() * x", "m.rate = 2.0"),
    "match": (A + "a.k = 1.0\ndef f(x):\n match a:\n  case A(k=1.0): return x\n return 2.0 * x", "a.k = 3.0"),
    "match by places": (
        "class A: __match_args__ = ('k',)\na = A()\na.k = 1.0\n"
        "def f(x):\n match a:\n  case A(1.0): return x\n return 2.0 * x",
        "a.k = 3.0"),
}  # fmt: skip


@pytest.fixture
def counted(monkeypatch):
    """The names of the functions that were compiled."""
    found, compile_ = [], function.Jitted._compile

    def compiles(self, *args):
        found.append(self.__name__)
        return compile_(self, *args)

    monkeypatch.setattr(function.Jitted, "_compile", compiles)
    return found


def notebook(monkeypatch, text):
    found = types.ModuleType("a_notebook")
    found.te = te
    for name in ("a_notebook", "settings", "pack", "pack.settings", "pack.inner"):
        monkeypatch.setitem(sys.modules, name, found)  # put back at the end
    exec(text, vars(found))
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_what_has_changed_is_seen(name, monkeypatch, counted):
    before, change = CHANGES[name]
    cells = notebook(monkeypatch, before)
    f = te.jit(cells.f, target="python")
    first = f(2.0)
    assert (f(2.0), f(2.0), counted) == (first, first, ["f"])
    exec(change, vars(cells))
    now = cells.f(Value(2.0)).data
    assert (f(2.0), f(2.0), counted) == (now, now, ["f", "f"]) and now != first


def test_the_class_of_an_argument():
    class Once:
        def __call__(self, x):
            return x

    class Twice:
        def __call__(self, x):
            return 2.0 * x

    given, f = Once(), te.jit(lambda model, x: model(x), target="python")
    assert f(given, 3.0) == 3.0
    given.__class__ = Twice
    assert f(given, 3.0) == 6.0


def test_what_an_array_of_objects_has(monkeypatch):
    pytest.importorskip("numpy")
    text = "import numpy\na = numpy.array([None, 3.0], object)\na[0] = [1.0]\ndef f(x): return a[0][0] * a[1] * x"
    cells = notebook(monkeypatch, text)
    f = te.jit(cells.f, target="python")
    assert f(2.0) == 6.0
    cells.a[0][0] = 5.0
    assert f(2.0) == 30.0
    cells.a[1] = 1.0
    assert f(2.0) == 10.0


def test_the_shape_of_an_array(monkeypatch):
    pytest.importorskip("numpy")
    cells = notebook(monkeypatch, "import numpy\na = numpy.ones((1, 2))\ndef f(x): return float(len(a)) * x")
    f = te.jit(cells.f, target="python")
    assert f(2.0) == 2.0
    cells.a.resize((2, 1), refcheck=False)
    assert f(2.0) == 4.0


# -- what changes nothing ----------------------------------------------------------------------------------------------


class Plain(nn.Module):
    def __init__(self):
        self.a, self.b = nn.Layer(2, 3, seed=0), nn.Layer(3, 1, seed=1)

    def forward(self, x):
        return self.b(self.a(x))[0]


class Asking(nn.Module):
    def __init__(self):
        self.a, self.b = nn.Layer(2, 3, seed=0), nn.Layer(3, 1, seed=1)

    def forward(self, x):
        y = self.b(self.a(x))[0]
        return (self.dropout(y) if hasattr(self, "dropout") else y) * getattr(self, "scale", 1.0)


@pytest.mark.parametrize("kind", [Plain, Asking])
@pytest.mark.parametrize("of", [optim.SGD, optim.Adam])
def test_training_compiles_once(kind, of, counted, monkeypatch):
    net = kind()
    optimizer = of(net.parameters(), lr=0.1)
    scheduler = optim.lr_scheduler.StepLR(optimizer, 2, 0.5)
    f = te.jit(lambda x, y: (net(x) - y) ** 2, target="python")
    for k in range(4):
        optimizer.zero_grad()
        f([Value(0.5), float(k)], 1.0).backward()
        optimizer.step()
        scheduler.step()
        pickle.dumps(copy.deepcopy(net))  # for which Python notes something in the class
        net.state_dict(), repr(net)
        monkeypatch.setitem(globals(), f"_made_{k}", k)
        if kind is Plain:  # who may ask for any name has them all looked at
            monkeypatch.setattr(Plain, "seen", k, raising=False)
            net.seen = k
    assert counted == ["<lambda>"]


@pytest.mark.parametrize("kind", [Plain, lambda: nn.MLP(2, [3, 1], seed=0)], ids=["of a program", "ours"])
def test_the_mode_that_it_has_at_first_is_the_one_it_comes_back_to(kind, counted):
    net = kind()
    f = te.jit(lambda x: net(x), target="python")
    for change in (net.train, net.eval, net.train, net.eval):
        f([1.0, 2.0])
        change()
    assert counted == ["<lambda>"] * 2


class Pair(NamedTuple):
    a: float
    b: float


@dataclasses.dataclass
class Config:
    rate: float = 1.0
    pair: Pair = dataclasses.field(default_factory=lambda: Pair(1.0, 2.0))


class Kind(enum.Enum):
    FIRST, SECOND = 1, 2


class Counts:
    made = 0

    def __init__(self):
        Counts.made += 1
        self.k = 2.0


def test_objects_of_a_program_compile_once(counted):
    config = Config()

    def inner():
        return 2.0

    inner = functools.cache(inner)

    @te.jit(target="python")
    def f(x):
        import math

        if Kind.FIRST is Kind["FIRST"] and isinstance(config, Config):
            x = config.rate * config.pair.b * x * inner() + Counts().k * math.pi
        return x + Config().rate

    for _ in range(4):
        f(1.0)
        copy.deepcopy(config), dataclasses.replace(config, rate=3.0), dataclasses.asdict(config), repr(config)
        pickle.dumps(config), Kind(1), hash(Kind.FIRST), inner()
    assert counted == ["f"]
