"""The re-roller: a flat program becomes loop nests over arrays. ``reroll.py`` is where it begins."""
