"""Names that are not there: what they are called here is told, and Python's own questions are answered as usual."""

import re

import pytest

import tinygrad_edu as te
from tinygrad_edu import data, nn, optim
from tinygrad_edu.micrograd.engine import Value as MicroValue
from tinygrad_edu.train import fit


@pytest.mark.parametrize(
    "module, name, told",
    [
        (te, "sigmiod", "did you mean 'sigmoid'?"), (te, "draw_netwrok", "did you mean 'draw_network'?"),
        (te, "tensor", "Value(0.5)"), (te, "manual_seed", "seed="), (te, "autograd", "te.grad"),
        (nn, "Linear", "nn.Layer(2, 3)"), (nn, "ReLU", "nn.Layer(2, 3, 'relu')"), (nn, "Parameter", "Value(0.5, 'w')"),
        (nn, "functional", "nn.mse_loss"), (nn, "utils", "optim.clip_grad_norm_"),
        (nn, "Conv1d", "te.dot(kernel, window)"),
        (nn, "CrossEntropyLos", "did you mean 'CrossEntropyLoss'?"), (nn, "mlp", "did you mean 'MLP'?"),
        (te, "MLP", "it is in tinygrad_edu.nn"), (te, "mse_loss", "it is in tinygrad_edu.nn"),
        (te, "SGD", "it is in tinygrad_edu.optim"), (te, "xor", "it is in tinygrad_edu.data"),
        (te, "check_engine", "it is in tinygrad_edu.check"), (te, "topological", "it is in tinygrad_edu.graph"),
        (te, "plot_loss", "it is in tinygrad_edu.train"), (nn, "linear", "nn.Layer(2, 3)"),
        (te.optim, "Sgd", "did you mean 'SGD'?"), (te.data, "moon", "did you mean 'moons'?"),
        (te.draw, "draw_dot", "te.draw_graph(E)"), (te, "randn", "Value(0.5)"), (te, "zeros", "Value(0.5)"),
        (te.optim.lr_scheduler, "StepLr", "did you mean 'StepLR'?"),
        (te.check, "gradchek", "did you mean 'gradcheck'?"), (te.train, "evalute", "did you mean 'evaluate'?"),
    ],
)  # fmt: skip
def test_another_name_is_told(module, name, told):
    with pytest.raises(AttributeError) as caught:
        getattr(module, name)
    before, _, after = str(caught.value).partition(": ")
    assert before == f"module {module.__name__!r} has no attribute {name!r}" and told in after
    assert caught.value.obj is None  # so that Python puts no guess of its own behind it
    with pytest.raises(ImportError) as caught:
        exec(f"from {module.__name__} import {name}", {})
    assert str(caught.value) == f"cannot import name {name!r} from {module.__name__!r}: {after}"


@pytest.mark.parametrize(("module", "names"), [
    (te.draw, "draw_graph, draw_layers, draw_network, draw_path, show, GraphvizNotFound, Picture"),
    (te.report, "article_page, ArticlePage"), (te.linter, "lint, "), (te.check, "check_engine, "),
    (te.train, "accuracy, evaluate, fit, load, "), (te.data, "article, circles, "), (te.nn, ""), (te.optim, "clip_gr"),
])  # fmt: skip
def test_a_module_that_is_called_says_what_is_in_it(module, names):
    with pytest.raises(TypeError) as caught:
        module(te.Value(1.0), lr=0.5)
    assert str(caught.value).startswith(f"{module.__name__} is a module: call what is in it, {names}")


def test_another_name_of_a_module_without_parts_is_told():
    with pytest.raises(
        AttributeError, match=r"nn\.init' has no attribute 'xavier_normal': did you mean 'xavier_normal_'\?"
    ):
        _ = nn.init.xavier_normal


def test_a_module_that_was_not_imported_yet_is_imported_though_its_name_is_a_near_miss(monkeypatch):
    from importlib import util

    monkeypatch.setattr(util, "find_spec", lambda name: name == "tinygrad_edu.sigmiod" or None)
    with pytest.raises(ImportError, match=r"cannot import name 'sigmiod' from 'tinygrad_edu' \("):  # Python's own
        exec("from tinygrad_edu import sigmiod", {})


@pytest.mark.parametrize("module", [te, nn, te.train, te.optim, te.data, te.draw, te.check, te.report, te.linter])
def test_what_is_listed_is_public_and_there(module):
    listed = [name for name in dir(module) if not name.startswith("__")]
    assert {*module.__all__} <= {*listed}
    assert not {"Any", "TYPE_CHECKING", "import_module", "missing", "layers", "loop", "modes"} & {*listed}
    assert not [name for name in listed if name.startswith("_") or not hasattr(module, name)]


@pytest.mark.parametrize("module", [te, nn, te.optim, te.data, te.draw])
@pytest.mark.parametrize("name", ["__wrapped__", "_ReLu", "nothing_like_it"])
def test_otherwise_nothing_is_told(module, name):
    assert not hasattr(module, name)
    with pytest.raises(AttributeError, match=rf"has no attribute '{name}'$"):
        getattr(module, name)
    with pytest.raises(ImportError, match=name):
        exec(f"from {module.__name__} import {name}", {})


def test_what_is_told_is_there():
    te.optim.clip_grad_norm_([te.Value(1.0)], 1.0)
    assert nn.Layer(2, 3, "relu") and nn.MLP(2, [3, 1], activation="relu")
    assert te.grad and te.jacobian and te.gradcheck and te.draw_graph


@pytest.mark.parametrize("make", [te.Value, MicroValue])
def test_what_pytorchs_backward_takes_besides_is_told(make):
    x = make(3.0)
    y = x * x
    if make is MicroValue:
        y._backward = lambda: None  # a program's own, which another loop calls
    settings = {
        "retain_graph": "every graph is kept",
        "create_graph": "te.gradients(y, [x], c",
        "inputs": "te.gradients(",
    }
    for name, told in settings.items():
        with pytest.raises(TypeError) as caught:
            y.backward(**{name: True})
        assert str(caught.value).startswith(f"backward() got an unexpected keyword argument '{name}': {told}")
    with pytest.raises(TypeError, match=r"keyword argument 'retian_graph'$"):
        y.backward(retian_graph=True)
    assert x.grad == y.grad == 0.0


@pytest.mark.parametrize(("name", "told"), [
    ("validation_data", "held-out examples are validation"),
    ("eval_set", "held-out examples are validation"),
    ("validation_split", "train, validation = data.split"),
    ("batch", "did you mean 'batch_size'?"),
    ("max_epochs", "did you mean 'epochs'?"),
    ("learning_rate", "the learning rate is lr"),
    ("verbose", "progress=False shows no bar, and callbacks="),
    ("early_stopping", "patience"),
    ("random_state", "it is seed"),
])  # fmt: skip
def test_what_fit_is_asked_for_in_the_words_of_others_is_told(name, told):
    net = nn.MLP(2, [1], seed=0)
    before = net.state_dict()
    with pytest.raises(TypeError) as caught:
        fit(net, data.xor(), loss="mse", optimizer="sgd", **{name: 1})
    assert str(caught.value).startswith(f"fit() got an unexpected keyword argument '{name}': {told}")
    assert net.state_dict() == before
    with pytest.raises(TypeError, match=r"keyword argument 'zzz'$"):
        fit(net, data.xor(), loss="mse", optimizer="sgd", zzz=1)


def test_what_is_told_of_fit_works(capsys):
    train, validation = data.split(data.moons(20))
    fit(nn.MLP(2, [1], seed=0), train, loss="bce_with_logits", optimizer="sgd", lr=0.1, epochs=1, seed=0, patience=2,
        validation=validation, progress=False, callbacks=[print])  # fmt: skip
    assert capsys.readouterr().out.startswith("History(1 epoch")


def test_what_optimizers_are_asked_for_in_the_words_of_others_is_told():
    w = te.Value(1.0)
    for make, settings, told in (
        (
            optim.SGD,
            {"learning_rate": 0.1},
            "SGD() got an unexpected keyword argument 'learning_rate': the learning rate",
        ),
        (optim.Adam, {"beta1": 0.9}, "Adam() got an unexpected keyword argument 'beta1': .*betas=(0.9, 0.999)"),
        (optim.Adam, {"epsilon": 1e-3}, "Adam() got an unexpected keyword argument 'epsilon': it is eps"),
        (
            optim.SGD,
            {"weightdecay": 0.1},
            "SGD() got an unexpected keyword argument 'weightdecay': did you mean 'weight_",
        ),
    ):
        with pytest.raises(TypeError, match=re.escape(told).replace(r"\.\*", ".*")):
            make([w], **settings)
    optim.Adam([w], lr=0.1, betas=(0.9, 0.999), eps=1e-3)

    class Mine(optim.SGD):
        def __init__(self, params, **settings):
            super().__init__(params, lr=settings["rate"])

    assert Mine([w], rate=0.5).param_groups[0]["lr"] == 0.5
