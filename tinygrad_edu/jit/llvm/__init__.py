"""Machine code through llvmlite: a program becomes LLVM's assembly text, LLVM makes of it a function to call.

Read ``flat.py`` first, for small programs and for what does not roll; ``rolled.py``, for loop nests, is the larger way.
Both stand on

loops      the writer of a function's lines: fresh names, basic blocks, counted loops
text       numbers whose operators write instructions, so that rules and formulae are written as such; buffers
maths      every operation as text: ``functions`` (exp, log, tanh, sigmoid for any number of lanes), ``scalar`` (exp,
           sigmoid and tanh for one number), ``libm`` (Python's own functions, for the exact mode and for the rare ones)
native     llvmlite: from a text to a function, for the processor that is there

Straight-line code (``flat``): ``parts`` cuts a large program into functions and finds which of them are alike and
need be there only once, ``straight`` writes them, ``packs`` puts equal functions side by side into one vector,
``regions`` keeps tables that are chosen from.

Loop nests (``rolled``), in the order in which they are worked on: ``rows`` adds the loop over the rows of a batch,
``nests`` writes a nest another way, as with its loops in another order, ``fusion`` finds which nests share their loops,
``plan`` chooses what goes along the lanes and how large a tile is, ``kernels`` writes the loops around the tiles,
``tiles`` and ``reductions`` what is in them, ``kept`` what all of them read, ``turned`` turns rows into columns,
``chosen`` reads and adds where data say, ``module`` makes one text of all, ``steps`` the training loop around it.
"""
