"""Labels that mean something to HTML, LaTeX, Markdown, DOT or our own renderers, and have to stay text."""

LABELS = [
    "<script>alert(1)</script>", "a & b", 'q"uote', "pipe|x", "{curly}", "line\nbreak", "under__score_", "权重", "🙂",
    "$x$", "\\end{aligned}", "$$", "x" * 200, "^", "~", "%", "#", "`tick`", "*bold*", "]]>", "\x00\x07", "−", "·", "∂",
    "\U000f0000", "net_<b>", "net_", "v1", "", " ",
]  # fmt: skip
