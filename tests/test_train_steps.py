"""Steps of training as programs, held as text: what is carried on, read and written down, and in what order."""

from tests.golden import held_sections
from tinygrad_edu import nn, optim
from tinygrad_edu.jit.python.source import steps
from tinygrad_edu.train.lowered import Recorded


def two_groups(kind, **settings):
    return lambda ps: kind([{"params": ps[:1], "lr": 0.5}, {"params": ps[1:]}], lr=0.1, **settings)


# The optimizer, and what else is wanted; of one neuron with two weights and a bias.
STEPS = {
    "SGD": (lambda ps: optim.SGD(ps, lr=0.1), {}),
    "a rate that moves": (lambda ps: optim.SGD(ps, lr=0.1), {"moving": ["lr"]}),
    "momentum, outputs and gradients": (
        lambda ps: optim.SGD(ps, lr=0.1, momentum=0.5), {"with_outputs": True, "with_gradients": True}
    ),
    "two groups": (two_groups(optim.Adam), {"moving": ["lr"]}),
    "two groups, one of which has a number of its own": (two_groups(optim.SGD, momentum=0.5), {}),
    "a part of the model": (lambda ps: optim.SGD(ps[:2], lr=0.1), {}),
    "a part of the model, and its gradients": (lambda ps: optim.SGD(ps[:2], lr=0.1), {"with_gradients": True}),
    "a part of the model, clipped": (lambda ps: optim.SGD(ps[:2], lr=0.1), {"clip": 0.5}),
    "a part of the model, clipped, and its gradients": (
        lambda ps: optim.SGD(ps[:2], lr=0.1), {"clip": 0.5, "with_gradients": True}
    ),
    "exact": (lambda ps: optim.SGD(ps, lr=0.1), {"exact": True}),
}  # fmt: skip


def described(recorded):
    """What the step is, group of inputs by group of outputs, and its program."""
    step, loop, program = recorded.step, recorded.loop, recorded.loop.program
    inputs = [f"{group.name} {len(group.nodes)}" for group in program.inputs]
    outputs = [f"{group.name} {len(group.nodes)}" for group in program.outputs]
    yield f"inputs {', '.join(inputs)}; outputs {', '.join(outputs)}"
    yield f"carried {loop.carried}, rows {loop.rows}, scheduled {loop.scheduled}, logged {loop.logged}"
    yield f"params {[[p.label for p in group] for group in step.params]}, beside {[p.label for p in step.beside]}"
    yield f"state {step.state}, scheduled {recorded.scheduled}"
    yield str(program)


def test_programs_of_steps():
    sections = []
    for name, (optimizer, settings) in STEPS.items():
        model = nn.Layer(2, 1, seed=0)
        parameters = model.parameters()
        recorded = Recorded(
            model, nn.mse_loss, optimizer(parameters), [0.0, 1.0], [2.0], 2, parameters=parameters, **settings
        )
        sections.append((name, "\n".join(described(recorded))))
    held_sections("train/steps.txt", sections)


def test_the_names_in_the_text_of_all_steps_are_those_of_one():
    """The second row's derivatives are called the second's."""
    model = nn.Layer(2, 1, activation="tanh", seed=0)
    parameters = model.parameters()
    sgd = optim.SGD(parameters, lr=0.1)
    recorded = Recorded(model, nn.mse_loss, sgd, [0.0, 1.0], [2.0], 2, parameters=parameters)
    assert "w1 = w1 - 0.1*(d_net_o1_2*x_2 + d_net_o1*x_0)" in steps(recorded.loop, exact=False)
