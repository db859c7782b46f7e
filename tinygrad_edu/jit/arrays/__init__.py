"""The rolled program as array code: NumPy (``target.py``), or JAX and PyTorch (``frameworks.py``).

``code`` writes a program, one line for each nest; ``lines`` writes that line, ``views`` the slices and transpositions
in it, ``tables`` what is chosen by data, ``turns`` the loop of a recurrence, ``names`` its variables; ``batched`` adds
an axis for the rows of a batch.
``namespaces`` has the functions that the code calls. Code that runs very often is noted once and repeated
(``prepared``), and so are the steps of a training loop (``steps``).
"""
