"""Generated Python: needs nothing, and is the definition that the other targets match. ``target.py`` builds it."""
