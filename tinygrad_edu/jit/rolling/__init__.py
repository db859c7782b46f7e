"""The re-roller: a flat program becomes loop nests over arrays. ``reroll.py`` is where it begins.

``tails`` sets aside the long elementwise ends (an optimizer's update), ``colour`` finds the operations that are one
operation of a loop, ``placement`` proposes where their results lie in memory, ``reads`` notes the addresses of their
operands, ``tables`` those of lists that are chosen from, and ``fit`` asks whether they are affine in loop counters.
``nests`` writes the rolled program, ``naming`` names its arrays after the users' labels, and ``proof`` asks of every
program whether it computes what the operations computed. ``rows`` says what of a program differs from row to row of a
batch, ``touched`` which addresses a nest may touch. ``grow`` makes, of nests for a few rows, those for any number,
and ``recurrences`` of nests that come again step after step (``repetitions``) those of one step, and of sums over the
steps sums along arrays (``along``).
"""
