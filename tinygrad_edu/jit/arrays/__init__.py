"""The rolled program as array code: NumPy (``target.py``), or JAX and PyTorch (``frameworks.py``)."""
