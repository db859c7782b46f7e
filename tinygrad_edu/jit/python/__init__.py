"""Generated Python: needs nothing, and is the definition that the other targets match. ``target.py`` builds it.

``code`` is the arithmetic over pieces of text, and the statements; ``source`` the functions and the training loop
around them; ``products`` saves products in a step of training.
"""
