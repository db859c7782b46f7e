"""A gallery of explanations, to the last character: every form of them, in both languages, on small graphs.

The article's are held by ``test_explain.py``; here are the cases it does not have: many branches, shared parts, long
chains, names that are used twice, numbers that are none, data that was changed, everything folded.
"""

import json
import math
import re

import pytest

from tinygrad_edu import Value, constant, dot
from tinygrad_edu.explain import explain, ledger, paths, what_if
from tinygrad_edu.explain.agreement import tolerance
from tinygrad_edu.explain.ledger import _agree
from tinygrad_edu.explain.numbers import percent
from tinygrad_edu.explain.terminal import _brackets_whole
from tinygrad_edu.functions import leaky_relu, maximum, where
from tinygrad_edu.nn import MLP, half_squared_error

from .golden import held


def diamond():
    """Two chains between a Value and the result, and a factor of exactly 1 at either end."""
    w, x = Value(-0.5, "w"), Value(2.0, "x")
    a = (w * x).named("a")
    left = (a.exp().named("b") * -1.5).named("c")
    return ((left + (a * 0.25).named("d")).named("sum") + 1.0).named("s").square().named("E"), w


def fan():
    """A Value that seven others use, two of them equally, and the result itself."""
    w = Value(0.75, "w")
    total = (w * 3.0).named("u0")
    for k in range(1, 7):
        total = total + (w ** (k % 3 + 1)).named(f"u{k}") * Value(1.5 - k, f"v{k}")
    return (total * w).named("E"), w


def chain():
    """Longer than what is written out, through a Value that is used twice on the way."""
    w = node = Value(0.5, "w_1")
    for k in range(22):
        node = (node * (1.25 if k % 3 else -0.75)).named(f"s{k}")
        if k == 5:
            node = (node.sin().named("l") + node.cos().named("r")).named("j")
    return node.tanh().named("E_total"), w


def nameless():
    """No names but those of the leaves; two leaves of the same name."""
    w, v, x = Value(1.5, "w"), Value(-2.0, "w"), Value(0.25, "x")
    inner = w * x + v
    y = inner.sigmoid() * inner + leaky_relu(w / v, negative_slope=0.2) ** 2.0
    return (y.log1p() + y.sqrt() * maximum(w, x) + where(x > 0.0, w, v)).abs(), w


def greek():
    """Names that are set in their own way: Greek, long, of several indices, Chinese, of signs."""
    alpha, beta, w = Value(0.5, "alpha"), Value(1.5, "beta_12"), Value(2.0, "w2_3_1")
    odd, zh = Value(0.1, "50% <b>_x"), Value(3.0, "权值_1")
    a = (alpha**beta + w * odd).named("Sigma")
    return (a / zh + a.cbrt().named("a_very_long_name_indeed") + alpha * 1e-12).named("loss_k"), alpha


def net(nin, nouts, seed=1, **settings):
    model = MLP(nin, nouts, seed=seed, **settings)
    for k, p in enumerate(model.parameters()):
        p.data = ((7 * k) % 11 - 5) / 4.0
    outs = model([((3 * i) % 5 - 2) / 2.0 for i in range(nin)])
    return half_squared_error(outs, [0.5] * len(outs)), model.parameters()


def infinite():
    w, x = Value(0.0, "w"), Value(-1.0, "x")
    return ((w * x).named("p").log().named("q") * x).named("E"), w


def undefined():
    w = Value(0.0, "w")
    a = (w * 2.0).named("a")
    return (a.log().named("b") + (1.0 / a).named("c")).named("E"), w


def changed():
    w, x, t = Value(0.5, "w"), Value(2.0, "x"), constant(3.0, "t")
    d = (w * x - t).named("d")
    E = (d.square() * x + d).named("E")
    x.data = 5.0
    w.data = -1.0
    return E, w


def many():
    """More lines than are printed: only the last section is."""
    w = Value(0.3, "w")
    layer = [w]
    for depth in range(6):
        units = [(sum(layer[1:], layer[0]) * (0.5 - 0.25 * k)).named(f"n{depth}_{k}") for k in range(3)]
        layer = [unit.tanh().named(f"o{depth}_{k}") for k, unit in enumerate(units)]
    return dot(layer, [Value(1.0 + k, f"c{k}") for k in range(3)]).named("E"), w


def shared():
    """A bias of two neurons whose δ are negative."""
    b, x = Value(0.5, "b"), Value(2.0, "x")
    hidden = [(x * Value(0.25 * k, f"w{k}") + b).named(f"net_h{k}") for k in (1, 2)]
    return (hidden[0].tanh() * -2.0 + hidden[1].square() * -0.25).named("E"), b


def nameless_neuron():
    """The output of a hidden neuron has no name, so it is told what it is, below the δ of two neurons."""
    w, x = Value(0.5, "w"), Value(2.0, "x")
    out = (w * x).named("net_hidden").sigmoid()
    ends = [(out * Value(2.5 - k, f"v{k}")).named(f"net_o{k}").tanh() for k in (1, 2)]
    return (ends[0] + ends[1]).named("E"), w


def one_neuron():
    """Whose δ is a single factor."""
    w = Value(0.5, "w")
    return (w * Value(2.0, "x")).named("net_h").tanh().named("E"), w


def by(position, made):
    root, parameters = made
    return root, parameters[position]


CASES = {
    "diamond": diamond, "fan": fan, "chain": chain, "nameless": nameless, "greek": greek, "infinite": infinite,
    "undefined": undefined, "changed": changed, "many": many, "shared": shared, "nameless_neuron": nameless_neuron,
    "one_neuron": one_neuron,
    "hidden_weight": lambda: by(0, net(2, [3, 2], activation="tanh")),
    "output_weight": lambda: by(-2, net(2, [3, 2], activation="tanh", output_activation="sigmoid")),
    "bias": lambda: by(2, net(2, [2, 2], activation="softplus")),
    "deep": lambda: by(0, net(2, [2, 2, 1], activation="sigmoid")),
    "slim": lambda: by(0, net(1, [1, 1, 1], activation="sigmoid")),
    "itself": lambda: (lambda e: (e, e))(diamond()[0]),
}  # fmt: skip
STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)


def forms(make):
    """All that an explanation can be printed as, one below the other."""
    root, wrt = make()
    plain, full = explain(root, wrt), explain(root, wrt, lr=0.25, digits=4, verbose=2)
    short, chinese = explain(root, wrt, lr=1e-3, digits=6, verbose=0), explain(root, wrt, lr=0.5, digits=5, lang="zh")
    html = STYLE.sub("", explain(root, wrt, lr=0.5, digits=3).to_html())
    return {
        "text": plain.text(),
        "wide": full.text(width=110),
        "narrow": short.text(width=50),
        "ascii": full.text(unicode=False, width=66),
        "chinese": chinese.text(width=70),
        "latex": explain(root, wrt, lr=0.5, digits=3).to_latex(),
        "markdown": chinese.to_markdown(),
        "html": html,
        "repr": repr(plain),
        "numbers": json.dumps(rounded(plain.to_dict()), ensure_ascii=False, indent=1),
    }


def rounded(found):
    """Numbers as a repr of twelve digits: the last ones are the machine's."""
    if isinstance(found, dict):
        return {key: rounded(value) for key, value in found.items()}
    if isinstance(found, list):
        return [rounded(value) for value in found]
    return f"{found:.12g}" if isinstance(found, float) else found


@pytest.mark.parametrize("name", CASES)
def test_explanation(name):
    held(f"explanations/{name}.txt", "".join(f"== {key}\n{text}\n" for key, text in forms(CASES[name]).items()))


@pytest.mark.parametrize("name", CASES)
def test_paths_and_moves(name):
    """The routes, all of them or the strongest three; and what a small move does, against what was promised."""
    root, wrt = CASES[name]()
    texts = [paths(root, wrt, top, digits).text(unicode, width) for top, digits, unicode, width in (
        (None if name not in ("many",) else 4, 5, True, 79), (2, 9, False, 48))]  # fmt: skip
    texts.append(str(paths(root, wrt, top=1)))
    if name != "changed" and math.isfinite(root.data):
        texts += [what_if(root, wrt, 0.125).text(), what_if(root, wrt, -2.5e-3, digits=4).text(unicode=False)]
    held(f"explanations/{name}_paths.txt", "\n\n".join(texts) + "\n")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_parts_of_a_long_explanation(lang):
    root, wrt = many()
    parts = [explain(root, wrt, at=at, lang=lang, digits=4).text() for at in ("o4_1", "n2_0")]
    held(f"explanations/parts_{lang}.txt", "\n\n".join(parts) + "\n")


def long_names():
    """Names that are longer than a narrow terminal, on every kind of line."""
    x, w = Value(0.5, "a_very_long_name_for_an_input_x1"), Value(0.25, "the_weight_of_the_first_connection")
    h = (w * x).named("net_of_the_first_hidden_neuron").tanh().named("output_of_the_first_hidden_neuron")
    b, c = (h * Value(0.75, "v")).named("net_second"), (h * h * x).named("net_third_which_is_long")
    return ((b + c).named("total_net") * 1.5).square().named("mean_error_of_everything"), w


@pytest.mark.parametrize("width", [32, 44, 70])
def test_long_names_are_broken(width):
    held(f"explanations/long_names_{width}.txt", explain(*long_names(), lr=0.5).text(width=width) + "\n")


@pytest.mark.parametrize("fed, written", [(4, True), (5, False)])
def test_the_delta_form_of_few_neurons_is_written_out(fed, written):
    w = Value(0.5, "w")
    h = (w * 2.0).named("net_h").tanh().named("out_h")
    outs = [(h * (1.0 + k)).named(f"net_o{k}").tanh() for k in range(fed)]
    text = str(explain(dot(outs, outs).named("E"), w, verbose=2))
    terms = "δ_h = (δ_o0 + δ_o1·2 + δ_o2·3 + δ_o3·4"
    assert (terms in text, f"{terms}) · " in text) == (written, written)


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e3])
def test_paths_add_up_to_a_billionth_of_their_sizes(size):
    x = Value(1.0, "x")
    allowed = tolerance(size * x, x)
    _agree(size, size * (1.0 + 9e-10), allowed)
    _agree(size, size * (1.0 - 9e-10), allowed)
    for other in (size * (1.0 + 1.1e-9), size * (1.0 - 1.1e-9), math.nan):
        with pytest.raises(RuntimeError, match=r"the paths add up to .* but the reverse sweep gives"):
            _agree(size, other, allowed)
    _agree(1.0, 2.0, math.inf)  # nothing can be said of what is infinite


def test_what_cancels_inside_a_formula_counts_too():
    """It may leave 0 or an ulp, as it is added up in one order or in another."""
    x = Value(1.5, "x")
    y = (x * 3.0 - x * 2.0 - x).sin()
    assert explain(y, x).value == 0.0
    assert explain(y, x).tolerance == tolerance(y, x) == pytest.approx(6e-9, rel=1e-12)


def test_what_does_not_add_up_is_told(monkeypatch):
    monkeypatch.setattr(ledger, "gradients", lambda root, wrt: [5.0])
    with pytest.raises(RuntimeError, match=r"the paths add up to 6\.0, but the reverse sweep gives 5\.0"):
        paths((w := Value(3.0, "w")) * w, w)


@pytest.mark.parametrize("call", [explain, paths, lambda root, wrt: what_if(root, wrt, 0.1)])
def test_what_is_no_value_is_named_by_its_place(call):
    E, w = diamond()
    for root, wrt, what in ((E, "w", "wrt"), ("E", w, "the result")):
        with pytest.raises(TypeError, match=f"^{what} is a Value, not str"):
            call(root, wrt)
    with pytest.raises(ValueError, match="t is a constant"):
        call(E, constant(1.0, "t"))


def test_shares():
    assert [percent(part, 1.0) for part in (0.5, -0.25, 999.0, 1000.0, 1200.0, 2e9)] == [
        "50.0%", "−25.0%", "99900.0%", "1e+05%", "1e+05%", "2e+11%",
    ]  # fmt: skip
    assert [percent(1.0, whole) for whole in (0.0, math.nan, math.inf)] == ["–", "–", "0.0%"]


def test_long_labels_are_cut_in_messages():
    x, c = Value(2.0, "x" * 60), Value(2.0, "y" * 61)
    with pytest.raises(ValueError, match=f"^{'x' * 60} was not computed from {'y' * 40}…{'y' * 19}; it was"):
        explain(x, c)


@pytest.mark.parametrize("steps, words", [(11, "w_1, s0, .*, s9, E"), (12, "w_1, s0, .*, s10 and 1 more")])
def test_long_lists_of_names_end(steps, words):
    w = node = Value(0.5, "w_1")
    for k in range(steps):
        node = (node * 2.0).named(f"s{k}")
    with pytest.raises(ValueError, match=f"there is no 'v' on the way; on it are: {words}$"):
        explain(node.named("E"), w, at="v")


def test_moves_of_changed_data_name_what_was_changed():
    w = Value(2.0, "w")
    for result, words in ((w * 3.0, "the unnamed result of mul"), ((w * 3.0).named("E"), "E")):
        w.data += 1.0
        with pytest.raises(RuntimeError, match=f"^{words} was computed from other numbers"):
            what_if(result, w, 0.1)


@pytest.mark.parametrize(
    "line, room, pieces",
    [
        ("(a b) c", 5, "(a b)/c"), ("(a b) c", 4, "(a/b)/c"), ("(f(a) b (c d)) e", 14, "(f(a) b (c d))/e"),
        ("(f(a) b (c d)) e", 13, "(f(a)/b/(c d))/e"), ("(a b", 9, "(a/b"), ("a) b", 9, "a)/b"),
    ],
)  # fmt: skip
def test_a_bracket_is_one_piece_where_it_fits_a_line(line, room, pieces):
    assert "/".join(_brackets_whole(line.split(), room)) == pieces


def test_what_is_not_on_the_way_is_told():
    """As a Value, also one of another graph."""
    E, w = one_neuron()
    for at in (Value(2.0, "x"), E.inputs[0].inputs[1]):
        with pytest.raises(ValueError, match=r"^at=x.* is not on the way from w.* to E.*; on it are: "):
            explain(E, w, at=at)
