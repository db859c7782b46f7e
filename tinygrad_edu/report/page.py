"""An HTML page under construction: headings with a table of contents, sentences, equations, tables, figures.

The page is one file without a script and without any reference to anything outside; it follows the reader's light or
dark setting, prints, and fits a phone: what is wide scrolls inside its own frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape

from ..document import document
from ..draw.picture import Picture
from ..escape import html as escaped
from ..explain.notation import INLINE
from ..explain.page import FORMULAE, blocks, formula, name, plain
from ..explain.reading import Reading
from ..explain.script import Line
from ..palette import DARK, LEAST, LIGHT, MONO
from .pictures import Phrases, translate

__all__ = ["Page", "called"]

SHEET = 1200
"""A picture of more px than this gets a sheet of paper of its own, across: upright its letters were below 5 points."""

_LATIN = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial"
_CHINESE = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC'"


def _colours(palette: dict[str, str]) -> str:
    roles = ("paper", "ink", "muted", "plus", "grid", "given", "trained")
    return "".join(f"--{role}:{palette[role]};" for role in roles)


STYLE = f"""
:root{{color-scheme:light dark;{_colours(LIGHT)}}}
@media screen and (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}
*{{box-sizing:border-box}}
html{{-webkit-text-size-adjust:100%}}
@media (prefers-reduced-motion:no-preference){{html{{scroll-behavior:smooth}}}}
body{{margin:0;font:17px/1.65 {_LATIN},sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}}
:lang(zh-CN) body{{font-family:{_LATIN},{_CHINESE},sans-serif}}
main,header,footer{{max-width:50rem;margin:0 auto;padding:0 1.25rem}}
header{{padding-top:3.5rem}}
h1{{font-size:2.1rem;line-height:1.2;margin:0 0 .8rem;text-wrap:balance}}
.lead{{font-size:1.15rem;color:var(--muted);margin:0 0 1.6rem}}
h2{{font-size:1.55rem;line-height:1.25;margin:3.4rem 0 1rem;padding-top:1.2rem;border-top:1px solid var(--grid)}}
h3{{font-size:1.2rem;line-height:1.35;margin:2.2rem 0 .7rem}}
h4{{font-size:1.05rem;margin:1.6rem 0 .4rem}}
p,ol,ul{{margin:.8rem 0}}
li{{margin:.25rem 0}}
a{{color:var(--plus)}}
nav{{background:var(--given);border-radius:10px;padding:.9rem 1.25rem}}
nav ol{{margin:.3rem 0;padding-left:1.4rem}}
nav ul{{margin:0;padding-left:1.2rem;list-style:none;font-size:.95rem}}
nav a{{text-decoration:none}}
nav a:hover{{text-decoration:underline}}
nav strong{{font-size:.95rem}}
code,pre{{font-family:{MONO};font-size:.88em}}
code{{background:var(--given);border-radius:4px;padding:.1em .3em}}
pre{{background:var(--given);border-radius:10px;padding:.9rem 1.1rem;line-height:1.5}}
pre code{{background:none;padding:0;font-size:1em}}
code span{{white-space:nowrap}}
sup{{font-size:.75em;line-height:0}}
.wide{{overflow-x:auto;margin:.8rem 0}}
.wide:focus-visible,a:focus-visible{{outline:2px solid var(--plus);outline-offset:2px}}
.derivation{{background:var(--given);border-radius:12px;padding:.7rem 1.25rem;margin:1.2rem 0}}
.derivation h4{{margin:.5rem 0 .3rem;font-size:1.15rem}}
table.numbers{{border-collapse:collapse;font-variant-numeric:tabular-nums;min-width:60%}}
.numbers th,.numbers td{{padding:.3rem 0 .3rem 1.6rem;text-align:right;border-bottom:1px solid var(--grid);
white-space:nowrap;font-weight:normal}}
.numbers thead th{{color:var(--muted);vertical-align:bottom}}
.numbers tr>:first-child{{text-align:left;padding-left:0}}
dl.given{{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.2rem;margin:1rem 0}}
dl.given dt{{color:var(--muted)}}
dl.given dd{{margin:0}}
dl.given dd>span{{display:inline-block;margin-right:1.3em;min-width:calc(var(--longest)*.6em)}}
figure{{margin:1.8rem 0}}
figure .wide{{margin:0}}
figure svg{{display:block;margin:0 auto;height:auto;max-width:none!important;
width:min(var(--width),max(100%,calc(var(--width)*var(--least))))}}
figcaption{{color:var(--muted);font-size:.95rem;max-width:46rem;margin:.6rem auto 0;text-align:center;
text-wrap:balance}}
iframe{{display:block;width:100%;max-height:96vh}}
footer{{color:var(--muted);font-size:.95rem;padding-top:2rem;padding-bottom:3rem}}
{FORMULAE}
@media (min-width:50rem){{
.broad{{width:min(76rem,100vw - 2.5rem);position:relative;left:50%;transform:translateX(-50%)}}
}}
@media (min-width:100rem){{html{{font-size:18px}}body{{font-size:19px}}}}
@media (min-width:40em){{.derivation .tge-eq{{margin-left:.8em}}}}
@media (max-width:40em){{
h1{{font-size:1.7rem}}
h2{{font-size:1.35rem}}
.numbers{{font-size:.9rem}}
.numbers th,.numbers td{{padding-left:.6rem}}
dl.given{{display:block}}
dl.given dd{{margin:0 0 .6rem}}
.derivation{{padding:.5rem .9rem;margin-left:-.5rem;margin-right:-.5rem}}
}}
@media print{{
:root{{color-scheme:light}}
body{{font-size:11pt}}
main,header,footer{{padding:0;max-width:none}}
nav,.screen{{display:none}}
h2{{margin-top:2rem}}
h2,h3,h4{{break-after:avoid}}
figure,table,.tge-eq>div,tr{{break-inside:avoid}}
.derivation,pre,code{{background:none;border:1px solid var(--grid);box-decoration-break:clone;
-webkit-box-decoration-break:clone}}
pre{{white-space:pre-wrap}}
pre code{{border:0}}
.wide{{overflow:visible}}
figure svg{{width:min(var(--width),100%);max-height:22cm}}
.across,:is(h2,h3):has(+.across){{page:across}}
.across svg{{max-height:14cm}}
@page across{{size:landscape}}
}}
"""


_CALLED = "\ue010\ue011"
_PARTS = re.compile(f"{INLINE.pattern}|(`.+?`)|({_CALLED[0]}.+?{_CALLED[1]})")


def _text(html: str) -> str:
    """What there is to read of a piece of HTML."""
    return unescape(re.sub("<[^>]*>", "", html))


def called(word: str) -> str:
    """A name that belongs to no Value, such as a neuron's, in a sentence."""
    return word.join(_CALLED)


class Page:
    """Collects the parts of a page, in order. Sentences may hold tokens of ``reading``, ``**bold**`` and `code`.

    ``phrases`` are what the words of pictures become, those that are drawn and those that are spoken.
    """

    def __init__(
        self, reading: Reading, lang: str, digits: int, scrolls: Callable[[str], str], *phrases: Phrases
    ) -> None:
        self.reading, self.lang, self.digits, self.scrolls, self.phrases = reading, lang, digits, scrolls, phrases
        self.parts: list[str] = []
        self.contents: list[tuple[int, str, str]] = []

    def words(self, sentence: str) -> str:
        """A sentence as HTML."""
        shown = []
        for piece in filter(None, _PARTS.split(sentence)):
            if INLINE.fullmatch(piece):
                shown.append(formula(self.reading, piece))
            elif piece.startswith("`"):  # a line may end between two words of code, not after a hyphen in one
                words = " ".join(f"<span>{escaped(word)}</span>" for word in piece.strip("`").split(" "))
                shown.append(f"<code>{words}</code>")
            elif piece.startswith(_CALLED[0]):
                shown.append(f'<span class="tge-m">{name(piece.strip("".join(_CALLED)))}</span>')
            else:
                words = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", plain(piece))
                shown.append(re.sub(r"^ = (?=[−\d])", "\u00a0=\u00a0", words))  # nor in an equation
        return "".join(shown)

    def heading(self, level: int, sentence: str, key: str) -> None:
        """A heading, with a place to link to."""
        self.contents.append((level, sentence, key))
        self.parts.append(f'<h{level} id="{key}">{self.words(sentence)}</h{level}>')

    def say(self, *sentences: str) -> None:
        """A paragraph."""
        space = "" if self.lang == "zh" else " "
        self.parts.append(f"<p>{self.words(space.join(filter(None, sentences)))}</p>")

    def list(self, sentences: Sequence[str], ordered: bool = False) -> None:
        tag = "ol" if ordered else "ul"
        items = "\n".join(f"<li>{self.words(sentence)}</li>" for sentence in sentences)
        self.parts.append(f"<{tag}>\n{items}\n</{tag}>")

    def lines(self, lines: Sequence[Line], reading: Reading | None = None) -> None:
        """Lines of a derivation."""
        self.parts += blocks(reading or self.reading, lines, self.digits)

    def derivation(self, lines: Sequence[Line], reading: Reading) -> None:
        """The same in a frame; its title is a heading of this page."""
        shown = "\n".join(blocks(reading, lines, self.digits)).replace("<h3>", "<h4>").replace("</h3>", "</h4>")
        self.parts.append(f'<div class="derivation">\n{shown}\n</div>')

    def given(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """What is given: words, and formulae beside them."""
        shown = "\n".join(
            f'<dt>{escaped(term)}</dt>\n<dd style="--longest:{max(map(self._length, values))}">'
            f"{' '.join(f'<span>{self.words(each)}</span>' for each in values)}</dd>"
            for term, values in rows
        )
        self.parts.append(f'<dl class="given">\n{shown}\n</dl>')

    def _length(self, sentence: str) -> int:
        return len(_text(self.words(sentence)))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table of names and numbers; the first column names the rows."""
        top = "".join(f'<th scope="col">{self.words(cell)}</th>' for cell in head)
        body = "\n".join(
            f'<tr><th scope="row">{self.words(row[0])}</th>'
            + "".join(f"<td>{self.words(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in rows
        )
        self.wide(
            f'<table class="numbers">\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>',
            self.words(head[0]),
        )

    def wide(self, content: str, title: str, style: str = "") -> None:
        """What may be wider than a phone: it scrolls by itself, also by keyboard."""
        title = title or self.words(self.contents[-1][1])  # nameless, it is called as the section that it stands in
        label = escaped(self.scrolls(_text(title)))
        style = f' style="{style}"' if style else ""
        frame = f'<div class="wide" tabindex="0" role="group" aria-label="{label}"{style}>'
        self.parts.append(f"{frame}\n{content}\n</div>")

    def figure(self, picture: Picture | str, caption: str) -> None:
        """A picture with its caption. It may be wider than the text, is scaled down to ``LEAST``, and then scrolls."""
        if isinstance(picture, Picture) and any(self.phrases):
            translate(picture.scene, _text(self.words(caption)), *self.phrases)
        svg = picture if isinstance(picture, str) else picture.svg
        svg = svg.replace("@media (prefers-color-scheme", "@media screen and (prefers-color-scheme")  # paper is light
        width, height = (float(re.findall(f' {side}="(.*?)"', svg)[0]) for side in ("width", "height"))
        across = " across" if width > max(SHEET, height) else ""
        self.parts.append(f'<figure class="broad{across}">')
        self.wide(svg, self.words(caption), f"--width:{width:.0f}px;--least:{LEAST}")
        self.parts.append(f"<figcaption>{self.words(caption)}</figcaption>\n</figure>")

    def code(self, text: str) -> None:
        self.parts.append(f'<pre class="wide" tabindex="0"><code>{escaped(text)}</code></pre>')

    def raw(self, content: str) -> None:
        self.parts.append(content)

    def html(self, title: str, lead: str, contents: str, foot: Sequence[str], tab: str) -> str:
        """The whole page; ``tab`` is what a browser's tab and bookmarks call it."""
        body = (
            f'<header>\n<h1>{escaped(title)}</h1>\n<p class="lead">{self.words(lead)}</p>\n{self._contents(contents)}\n'
            "</header>\n<main>\n" + "\n".join(self.parts) + "\n</main>\n<footer>\n"
            + "\n".join(f"<p>{self.words(sentence)}</p>" for sentence in foot)
            + "\n</footer>\n"
        )  # fmt: skip
        return document(tab, STYLE, body, self.lang, meta='<meta name="color-scheme" content="light dark">\n')

    def _contents(self, title: str) -> str:
        chapters: list[list[str]] = []  # each the link to it and the links to its parts
        for level, sentence, key in self.contents:
            link = f'<a href="#{key}">{self.words(sentence)}</a>'
            if level == 2:
                chapters.append([link])
            else:
                chapters[-1].append(f"<li>{link}</li>")
        out = [f'<nav aria-label="{escaped(title)}">\n<strong>{escaped(title)}</strong>\n<ol>']
        for chapter, *parts in chapters:
            out.append("\n".join([f"<li>{chapter}", *(["<ul>", *parts, "</ul></li>"] if parts else ["</li>"])]))
        return "\n".join([*out, "</ol>\n</nav>"])
