"""What neurons and parameters are called: the names of the textbook, so that pictures and explanations can speak.

    at most one hidden layer    weights w1, w2, ... through the whole net, neuron by neuron; biases b_h1, b_o1;
                                net inputs net_h1, net_o1; outputs out_h1, out_o1
    layers of a module of       by its attributes: w_fc1_3_1 and b_fc1_3 (self.fc1, neuron 3, input 1); net_fc1_3 and
    one's own                   out_fc1_3; of its nets, if there are several, w_encoder_h3_1 and net_encoder_h3
    more layers                 w2_3_1 and b2_3 (layer 2, neuron 3, input 1); net_h2_3 and out_h2_3; the output layer
                                is net_o1 and out_o1 as before
    a bias that a layer shares  b1 for layer 1, b2 for layer 2, ...
    inputs                      numbers become constants i1, i2, ...; a Value keeps its own label

A linear neuron's net input and output are the same number, one node, and it is called out_o1.
"""

from __future__ import annotations

from itertools import count

__all__ = ["Labels"]


class Labels:
    """The names in a net of so many ``layers``; all of them are counted from 1, and weights in the order of the calls.

    >>> labels = Labels(layers=2)
    >>> labels.neuron(1, 2), labels.weight(1, 2, 1), labels.weight(1, 2, 2), labels.bias(1, 2), labels.neuron(2, 1)
    ('h2', 'w1', 'w2', 'b_h2', 'o1')
    >>> labels = Labels(layers=3)
    >>> labels.neuron(2, 4), labels.weight(2, 4, 1), labels.bias(2, 4), labels.bias(2), labels.neuron(3, 1)
    ('h2_4', 'w2_4_1', 'b2_4', 'b2', 'o1')
    """

    def __init__(self, layers: int) -> None:
        self.layers = layers
        self.deep = layers > 2
        self._weights = count(1)

    def neuron(self, layer: int, nth: int) -> str:
        if layer == self.layers:
            return f"o{nth}"
        return f"h{layer}_{nth}" if self.deep else f"h{nth}"

    def weight(self, layer: int, nth: int, position: int) -> str:
        return f"w{layer}_{nth}_{position}" if self.deep else f"w{next(self._weights)}"

    def bias(self, layer: int, nth: int | None = None) -> str:
        """Of a neuron; with ``nth`` left out that of a whole layer."""
        if nth is None:
            return f"b{layer}"
        return f"b{layer}_{nth}" if self.deep else f"b_{self.neuron(layer, nth)}"
