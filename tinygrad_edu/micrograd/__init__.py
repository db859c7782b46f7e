"""Drop-in for micrograd (and for microgpt's Value): change the import and a program runs as it did, only faster.

``from tinygrad_edu.micrograd.engine import Value`` and ``from tinygrad_edu.micrograd import nn`` have micrograd's
names, defaults, draws and printed forms. Results are Values of this package too, so everything else in it (pictures,
explanations, gradient checks) works on them. Known differences, on purpose: data are always floats, ``backward()``
called twice gives the right sum, ``x * x`` keeps both its edges, the power may be a Value, and a neuron given the wrong
number of inputs says so.
"""
