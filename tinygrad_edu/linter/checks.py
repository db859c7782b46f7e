"""The checks: each looks at one batch as it was recorded and gives findings with the numbers that they rest on.

Thresholds, and why. A saturating activation counts as saturated where its slope is under 4 % of its steepest: that is
a sigmoid beyond 0.01 or 0.99, a tanh beyond ±0.98, 25 times slower than at its best; and a neuron is named if half of
its inputs find it so. A gradient vanishes or explodes over the layers at a factor of 1,000: with one learning rate for
all, what moves one layer by a tenth of its size moves the other by a ten-thousandth. A layer's gradient explodes by
itself at 1,000 times its parameters: at the smallest rate in common use, 0.001, one step is then as long as they are.
A ReLU is only called dead by two inputs or more, because to be off for one is its purpose; and it is a note until a
third of its layer is so (saturated neurons likewise), because some are in every fresh net: 86 of 1,440 in 60 nets
(2-8-8-1 and 2-16-16-1, He's initial weights, 40 rows of the moons data). Glorot and Bengio 2010, Understanding the
difficulty of training deep feedforward neural networks, measure saturation and vanishing gradients.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from ..anomaly import describe
from ..escape import short
from ..explain.agreement import holds
from ..graph import ancestors
from ..ieee import run
from ..value import Value
from .batch import Batch, Numbers, Use
from .cut_off import disconnected, no_slope
from .neurons import Neuron
from .report import Finding

__all__ = ["CHECKS"]

SATURATING = ("sigmoid", "tanh", "softsign", "erf")
WITH_FLAT_PARTS = ("relu", "relu6", "hardtanh", "hardsigmoid", "hardshrink", "softshrink")
SATURATED_SLOPE = 0.04
SATURATED_INPUTS = 0.5
PART_OF_LAYER = 1 / 3
FACTOR = 1e3
ROUNDING = 1e-9


def not_finite(batch: Batch) -> Iterator[Finding]:
    if not math.isfinite(batch.loss.data):
        yield batch.finding("not-finite", "error", [], "loss", {"loss": batch.loss.data})
    bad = [name for p, name in batch.names.items() if not math.isfinite(batch.gradient(p))]
    if bad:
        yield batch.finding("not-finite", "error", bad, "gradient", {"count": float(len(bad))})


def not_zeroed(batch: Batch) -> Iterator[Finding]:
    """Whether ``.grad`` holds more than this loss has brought. Clipping makes it hold less, which is no fault.

    Gradients that are not finite have a finding of their own, and cannot be compared.
    """
    passes = batch.loss.grad or 0.0  # backward() adds 1 to the gradient of the loss, too
    reached = [p for p in batch.names if p in batch.adjoint and math.isfinite(batch.gradient(p))]
    if not reached:
        return
    scale = max(abs(batch.gradient(p)) for p in reached) * max(abs(passes), 1.0)
    left: list[tuple[float, Value]] = []
    for p in reached:
        mine, grad = passes * batch.gradient(p), p.grad or 0.0
        if not (min(0.0, mine) - ROUNDING * scale <= grad <= max(0.0, mine) + ROUNDING * scale):
            left.append((abs(grad - mine), p))
    if left:
        _, p = max(left, key=lambda pair: pair[0])
        mine = passes * batch.gradient(p)
        numbers = {"grad": p.grad, "gradient": mine if passes else batch.gradient(p), "left": p.grad - mine}
        numbers |= batch.counted(left)
        kind, severity = ("not-zeroed", "error") if passes else ("leftover", "note")
        yield batch.finding(kind, severity, [batch.names[p]], "", numbers)
    elif passes >= 2.0 and passes == int(passes) and any(p.grad for p in reached):
        yield batch.finding("not-zeroed", "error", [], "twice", {"passes": passes})


def symmetric(batch: Batch) -> Iterator[Finding]:
    """Neurons fed by the same Values or numbers, with equal parameters and gradients: no step can make them differ."""
    seen: set[tuple[Value, ...]] = set()
    alike: dict[tuple[object, ...], list[Neuron]] = {}
    for neuron in batch.neurons:
        if neuron.parameters in seen or not neuron.feeds:
            continue
        seen.add(neuron.parameters)
        own = tuple((p.data, f"{batch.gradient(p):.9e}") for p in neuron.parameters)
        feeds = tuple(u if u.requires_grad else u.data for u in neuron.feeds)
        alike.setdefault((neuron.depth, neuron.function, feeds, own), []).append(neuron)
    for first, *others in alike.values():
        if others:
            w, *_ = first.parameters
            numbers = {"count": float(1 + len(others)), "weight": w.data, "gradient": batch.gradient(w)}
            yield batch.finding("symmetric", "error", [*map(batch.called, (first, *others))], "", numbers)


def dead(batch: Batch) -> Iterator[Finding]:
    for activation, layer in batch.by_layer(WITH_FLAT_PARTS):
        found = [uses for uses in layer if len(uses) > 1 and not any(use.slope for use in uses)]
        if found:
            parameters = {p for use, *_ in found for p in use.neuron.parameters}
            numbers = _nets(found) | {"inputs": float(len(found[0])), "parameters": float(len(parameters))}
            where = [batch.called(use.neuron) for use, *_ in found]
            yield batch.finding("dead", _grave(found, layer), where, activation, numbers)


def layers(batch: Batch) -> Iterator[Finding]:
    """The root mean square of ∂loss/∂net, layer by layer; a layer is all neurons of one depth."""
    by_depth: dict[int, list[Neuron]] = {}
    for neuron in batch.neurons:
        by_depth.setdefault(neuron.depth, []).append(neuron)
    if not by_depth:
        return
    size = {k: _rms(batch.adjoint[neuron.net] for neuron in found) for k, found in by_depth.items()}
    last = max(by_depth)
    if size[last] and math.isfinite(size[last]):
        least = min(size, key=lambda k: (size[k], -k))  # where nothing is left, the layer in which it ends
        most = max(size, key=lambda k: size[k])
        for kind, k, so in (
            ("vanishing", least, size[least] * FACTOR < size[last]),
            ("exploding", most, size[most] > size[last] * FACTOR),
        ):
            if so:
                numbers = {"layer": float(k), "depth": float(last), "here": size[k], "last": size[last]}
                yield batch.finding(kind, "warning", _named(batch, by_depth[k]), "depth", numbers)
    ratios = {}
    for k, found in by_depth.items():
        own = list(dict.fromkeys(p for neuron in found for p in neuron.parameters))
        gradient, weight = _rms(map(batch.gradient, own)), _rms(p.data for p in own)
        if weight and math.isfinite(gradient):
            ratios[k] = gradient / weight, {"layer": float(k), "gradient": gradient, "size": weight}
    worst = max(ratios, key=lambda k: ratios[k][0], default=last)
    if worst in ratios and ratios[worst][0] > FACTOR:
        yield batch.finding("exploding", "warning", _named(batch, by_depth[worst]), "size", ratios[worst][1])


def saturated(batch: Batch) -> Iterator[Finding]:
    """An output neuron on the right side is left alone: to be saturated there is what training wants."""
    for activation, layer in batch.by_layer(SATURATING):
        op = layer[0][0].out.op
        assert op is not None
        steepest = run(op.partials[0], run(op.value, 0.0), 0.0)
        found, slopes = [], []
        for uses in layer:
            flat = [use.slope for use in uses if abs(use.slope) < SATURATED_SLOPE * steepest and _hinders(batch, use)]
            if len(flat) >= SATURATED_INPUTS * len(uses):
                found.append(uses)
                slopes += flat
        if found:
            numbers = _nets(found) | {"saturated": float(len(slopes)), "steepest": steepest}
            numbers["slope"] = math.fsum(slopes) / len(slopes)
            where = [batch.called(use.neuron) for use, *_ in found]
            yield batch.finding("saturated", _grave(found, layer), where, activation, numbers)


def _hinders(batch: Batch, use: Use) -> bool:
    """Whether a flat slope is in the way: a step downhill would bring the neuron back to where it is steeper."""
    return use.neuron.hidden or batch.adjoint[use.out] * use.neuron.net.data > 0.0


def _grave(found: list[list[Use]], layer: list[list[Use]]) -> str:
    return "warning" if len(found) >= PART_OF_LAYER * len(layer) else "note"


def _nets(found: list[list[Use]]) -> Numbers:
    nets = [use.neuron.net.data for uses in found for use in uses]
    return {"rows": float(len(nets)), "low": min(nets), "high": max(nets)}


def data_changed(batch: Batch) -> Iterator[Finding]:
    node = next((node for node in ancestors(batch.loss) if not holds(node)), None)
    if node is not None:
        inputs = [batch.names.get(u) or short(u.label) for u in node.inputs if u.op is None]
        where = dict.fromkeys(name for name in inputs if name) or [describe(node)]
        yield batch.finding("data-changed", "note", where, "", {})


CHECKS = (not_finite, disconnected, no_slope, not_zeroed, symmetric, dead, layers, saturated, data_changed)


def _rms(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return math.hypot(*found) / math.sqrt(len(found))


def _named(batch: Batch, found: list[Neuron]) -> list[str]:
    """The names of a layer's neurons, each once."""
    return list(dict.fromkeys(batch.called(neuron) for neuron in found))
