"""Machine code through llvmlite: ``flat.py`` for small programs, straight on; ``rolled.py`` for loop nests."""
