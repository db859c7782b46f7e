"""The package before its parts: of a folder alone, pytest would import a file first, in the place of what it holds."""

import tinygrad_edu  # noqa: F401
