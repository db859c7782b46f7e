"""LaTeX and Markdown of many explanations, set by KaTeX and by MathJax: neither may find a fault in it.

They need node and its packages katex and mathjax-full: ``npm install katex mathjax-full`` anywhere, and node's own
variable NODE_PATH set to the ``node_modules`` that this made (or run it in the checkout's folder). Without them these
tests skip themselves, and only the shape of the text is tested.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tinygrad_edu import Value, functions
from tinygrad_edu.article import Article
from tinygrad_edu.example import network
from tinygrad_edu.explain import explain

from .hostile import LABELS

NODE = shutil.which("node")
HERE = Path(__file__).parent

KATEX = """
const katex = require("katex");
const set = (text, display, strict) =>
  katex.renderToString(text, { displayMode: display, throwOnError: true, strict: strict ? "error" : "ignore" });
"""
MATHJAX = """
const { mathjax } = require("mathjax-full/js/mathjax.js");
const { TeX } = require("mathjax-full/js/input/tex.js");
const { SVG } = require("mathjax-full/js/output/svg.js");
const { liteAdaptor } = require("mathjax-full/js/adaptors/liteAdaptor.js");
const { RegisterHTMLHandler } = require("mathjax-full/js/handlers/html.js");
const { AllPackages } = require("mathjax-full/js/input/tex/AllPackages.js");
const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const packages = AllPackages.filter((name) => name !== "noerrors" && name !== "noundefined");
const options = { packages, formatError: (jax, error) => { throw error; } };
const page = mathjax.document("", { InputJax: new TeX(options), OutputJax: new SVG() });
const set = (t, display) => page.convert(t, { display });
"""
LOOP = """
const formulae = JSON.parse(require("fs").readFileSync(0, "utf8"));
const faults = [];
for (const [text, display, strict] of formulae) {
  try { set(text, display, strict); } catch (error) { faults.push([text, String(error.message || error)]); }
}
console.log(JSON.stringify(faults));
"""


def faults_of(setter, formulae):
    """What a program of node's says about formulae; skips where it is not there.

    A formula is a text, whether it is a display, and whether KaTeX is to be strict: then a formula that was set as text
    fails, because its signs are unknown there. The signs of hostile labels are unknown to it as well.
    """
    if NODE is None:
        pytest.skip("node is not installed")
    done = subprocess.run(
        [NODE, "-e", setter + LOOP], input=json.dumps(formulae), capture_output=True, text=True, cwd=HERE, timeout=300
    )
    missing = re.search(r"Cannot find module '([^/']+)", done.stderr)
    if missing:
        pytest.skip(f"node has no {missing[1]}: npm install {missing[1]}, and set NODE_PATH to its node_modules")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def explanations():
    """Explanations of all kinds, without anything hostile."""
    article = Article()
    article.forward()
    for name, value in article.values.items():
        if value.requires_grad:
            yield explain(article["E_total"], value, lr=0.5, lang="zh" if name in ("w1", "b2") else "en")
    for sizes, activation in [((2, 3, 2, 1), "tanh"), ((2, 3, 1), "relu"), ((2, 8, 8, 2), "sigmoid"), ((2, 1), "tanh")]:
        root, values = network(sizes, activation, 1)
        weights = [value for name, value in values.items() if value.requires_grad and value.op is None]
        yield from (explain(root, w, lr=0.1, lang=lang) for w in (weights[0], weights[-1]) for lang in ("en", "zh"))
    x, y = Value(0.3, "x"), Value(0.7, "y")
    for z in (
        x**y, (x**2.5).log(), x.sqrt() / y.cbrt(), (x * y).exp() - x**3, x.relu() * y.abs(), functions.where(x, y, x),
        functions.logsumexp([x, y]), functions.prod([x, y, x]), x.softplus() * y.gelu(), functions.maximum(x, y),
        x.atan().asin().log1p(), x.floor() * x + y.leaky_relu(), (x - 5.0).elu(), x * 1e-12, (y - y).log() * x,
    ):  # fmt: skip
        for leaf in (x, y):
            for verbose in (0, 1, 2):
                try:
                    yield explain(z.named("alpha"), leaf, lr=1e-9, verbose=verbose)
                except ValueError as error:  # only where there is no way between the two
                    assert "was not computed from" in str(error)
    yield explain(((x ** y.exp()) * x ** y.named("y1")).square().named("E"), x)
    big = [(Value(0.1 * k, f"v{k}") * x).tanh() for k in range(9)]
    yield explain(functions.dot(big, big).named("E"), x)


def hostile():
    for label in LABELS:
        w, x = Value(0.5, label), Value(2.0, label + "2")
        net = (w * x).named("net_" + label)
        yield explain((net.sigmoid().named(f"out_{label}") * w).named(label), w, lr=0.1, lang="zh")


@pytest.fixture(scope="module")
def formulae():
    """Every formula of every explanation, as LaTeX itself and in Markdown."""
    found = {}
    for explanation, strict in [(e, True) for e in explanations()] + [(e, False) for e in hostile()]:
        for text in (explanation.to_latex(), explanation.to_markdown()):
            text = text.replace(r"\$", "\0")
            for display, inline in re.findall(r"\$\$(.*?)\$\$|\$([^$]+)\$", text, re.DOTALL):
                found.setdefault(((display or inline).replace("\0", r"\$"), bool(display), strict))
            rest = re.sub(r"\$\$.*?\$\$|\$[^$]+\$", "", text, flags=re.DOTALL)
            assert not re.search(r"[∂$\U000f0000-\U0010fffd]", rest)
    assert len(found) > 400
    return list(found)


@pytest.mark.parametrize("setter", [KATEX, MATHJAX], ids=["katex", "mathjax"])
def test_no_fault_is_found(setter, formulae):
    assert faults_of(setter, formulae) == []


@pytest.mark.parametrize("setter", [KATEX, MATHJAX], ids=["katex", "mathjax"])
def test_a_fault_would_be_found(setter):
    wrong = [r"\frac{1}", r"a_b_c", r"\nonsense{x}", r"\begin{aligned} a &= b", r"x^"]
    assert [text for text, _ in faults_of(setter, [(text, True, True) for text in wrong])] == wrong


def test_the_delta_form_is_there(article):
    latex = explain(article["E_total"], article["w1"], lr=0.5).to_latex()
    rows = latex.split("\\\\\n")
    assert rows[-5] == r"\delta_{o1} &= 0.138498562,\quad \delta_{o2} = -0.038098237"
    assert rows[-4].startswith(r"\delta_{h1} &= (\delta_{o1}\cdot w_{5} + \delta_{o2}\cdot w_{7})")
    assert rows[-3] == r" &= 0.036350306 \cdot 0.241300709 = 0.008771355"
    assert rows[-1].startswith(r"w_{1} \leftarrow 0.15 - 0.5 \cdot 0.000438568 &= 0.149780716")
    root, values = network([2, 3, 2, 1], "tanh", 0)
    assert r"\delta_{h1,1} &= (\delta_{h2,1}\cdot w_{2,1,1}" in explain(root, values["w1_1_1"]).to_latex()
    shared = explain(article["E_total"], article["b1"]).to_latex()
    assert r"\delta &= \frac{\partial E_{\mathrm{total}}}{\partial \operatorname{net}}" in shared
    assert r"\delta_{h1} + \delta_{h2}" in shared
    plain = (Value(1.0, "a") * 2.0).named("b")
    assert r"\delta" not in explain(plain, plain.inputs[0]).to_latex()  # no neuron, no δ


@pytest.mark.parametrize(
    "exponent, text, latex, html",
    [
        (lambda y: y, "x^y_1", "x^{y_{1}}", "<sup><i>y</i><sub>1</sub></sup>"),
        (lambda y: y.exp(), "x^(exp(y_1))", r"x^{\exp (y_{1})}", "<sup>exp(<i>y</i><sub>1</sub>)</sup>"),
        (lambda y: y.sqrt(), "x^(√(y_1))", r"x^{\sqrt{y_{1}}}", "<sup>√(<i>y</i><sub>1</sub>)</sup>"),
        (abs, "x^(|y_1|)", r"x^{\vert y_{1}\vert }", "<sup>|<i>y</i><sub>1</sub>|</sup>"),
        (functions.floor, "x^(⌊y_1⌋)", r"x^{\lfloor y_{1}\rfloor }", "<sup>⌊<i>y</i><sub>1</sub>⌋</sup>"),
        (lambda y: y + 1.0, "x^(y_1 + 1)", "x^{y_{1} + 1}", "<sup><i>y</i><sub>1</sub> +\xa01</sup>"),
        (lambda y: 1e-12, "x^(1e−12)", r"x^{1\cdot 10^{-12}}", "<sup>1·10<sup>−12</sup></sup>"),
        (lambda y: 0.25, "x^0.25", "x^{0.25}", "<sup>0.25</sup>"),
    ],
    ids=["name", "exp", "root", "abs", "floor", "sum", "small", "number"],
)
def test_all_of_an_exponent_is_raised(exponent, text, latex, html):
    x, y = Value(0.5, "x"), Value(0.25, "y_1")
    explanation = explain(((x ** exponent(y)) * y).square().named("E"), y)
    assert text in str(explanation)
    assert latex in explanation.to_latex()
    assert html in explanation.to_html()
