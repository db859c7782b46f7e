"""The re-roller: a flat program becomes loop nests over arrays. ``reroll.py`` is where it begins; ``grow.py``
makes of nests for a few rows those for any number of them.
"""
