"""Text in pictures: escaping, lowered names, numbers, colours."""

import html.parser
import importlib.util
import math
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import attributes, number, parse, words
from tinygrad_edu import Value, draw, escape, palette
from tinygrad_edu.draw import text
from tinygrad_edu.explain.numbers import exact
from tinygrad_edu.lowered import distinct, lowered

HOSTILE = [
    "<script>alert(1)</script>", 'a & b "q"', "it's", "a|b{c}[d]", "back\\slash \\N \\l", "two\nlines", "x ]]> y",
    "权重", "weight 🚀", "L" * 200, "&amp;", "%s {0}", "a\tb", "net_h1", "_", "__", "w_", "x\x00y\x1b", "<!-- -->",
    "\ue0001\ue001", "\ud800",
]  # fmt: skip


def drawn(label):
    x = Value(2.0, label)
    return draw.draw_graph((x * x).named("y"), engine="builtin")


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_are_drawn_as_text(label):
    picture = drawn(label)
    tree = parse(picture.svg)
    attributes(picture.svg)
    assert not [e for e in tree.iter() if e.tag.rpartition("}")[2] in ("script", "a", "image", "foreignObject")]
    lost = "".join(words(tree)).replace(" ", "")
    for letter in escape.visible(label).replace("_", "").split():
        for piece in re.findall(r".{1,20}", letter):
            assert piece in lost or label in ("\ue0001\ue001",)
    html.parser.HTMLParser().feed(picture.html())
    assert "<script" not in picture.html()
    picture.html().encode("utf-8")


@given(st.text(max_size=60))
def test_any_label(label):
    picture = drawn(label)
    attributes(picture.svg)
    picture.svg.encode("utf-8")


@given(st.text(max_size=40))
def test_xml_gives_the_text_back(label):
    assert parse(f'<a b="{escape.xml(label)}"/>').attrib["b"].replace(" ", "\n") == re.sub(
        r"[\r\n\t ]", "\n", escape.visible(label).replace("\r\n", "\n")
    )


def test_equal_and_empty_labels():
    a, b, c = Value(1.0, "same"), Value(2.0, "same"), Value(3.0, "")
    picture = draw.draw_graph(a * b * c)
    assert len(picture.scene.cards) == 4
    assert [e.spoken for e in picture.scene.cards if e.spoken.startswith("same")] != []


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz's dot is not installed")
def test_graphviz_reads_every_label_back(tmp_path):
    for label in HOSTILE:
        x = Value(2.0, label)
        source = draw.draw_graph((x * x).named("y")).dot.source
        done = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True)
        shown = "".join(parse(done.stdout.decode()).itertext()).replace("\xa0", " ")
        for piece in re.findall(r"[^\s_]{1,12}", escape.visible(label))[:3]:
            assert piece in shown.replace("\n", "") or label == "\ue0001\ue001"


def test_names():
    assert text.plain(text.name("net_h1")) == "neth1"
    for label, parts in {"w12": 2, "E_total": 2, "w2_3_1": 2, "loss": 1, "hidden_state": 1, "_": 1, "x_": 1}.items():
        assert len(text.name(label).runs) == parts
    assert text.name("w2_3_1").runs[1] == ("2,3,1", True)


@given(st.floats(-1e307, 1e307) | st.sampled_from([math.inf, -math.inf, math.nan]), st.integers(1, 17))
def test_numbers_are_rounded_never_wrong(x, digits):
    shown = text.number(x, digits)
    if math.isnan(x):
        assert shown == "nan"
    elif math.isinf(x):
        assert number(shown) == x
    else:
        near = max(0.5 * 10.0**-digits, abs(x) * 10.0 ** (1 - max(digits, 1))) * 1.01
        assert abs(number(shown) - x) <= near
        assert shown.startswith("−") == (x < 0.0)
        assert (number(shown) == 0.0) == (x == 0.0)
    assert math.isfinite(text.text(shown).width)


@pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK, palette.PRINT], ids=["light", "dark", "print"])
def test_contrast(colours):
    for fill in ("paper", *palette.KINDS):
        for ink in ("ink", "muted", "plus", "minus"):
            assert palette.contrast(colours[ink], colours[fill]) >= 4.5, (ink, fill)
    for line in ("line", "plus", "minus", *(f"{kind}_line" for kind in palette.KINDS)):
        assert palette.contrast(colours[line], colours["paper"]) >= 3.0, line


def test_light_colours_can_be_told_apart():
    assert len(set(palette.LIGHT.values())) == len(palette.LIGHT)
    assert palette.LIGHT.keys() == palette.DARK.keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", c) for table in (palette.LIGHT, palette.DARK) for c in table.values())


@pytest.mark.parametrize("digits", range(1, 18))
def test_no_number_but_0_is_printed_as_0(digits):
    """The last that is in scientific form is half of what the decimals can show; and so it is in explanations."""
    half = 0.5 * 10.0**-digits
    for x in (half, math.nextafter(half, 0.0)):
        assert float(text.number(x, digits)) == pytest.approx(x, rel=1e-1**digits)
        assert "e-" in exact(x, digits)
    for x in (math.nextafter(half, 1.0), 2.0 * half):
        assert "e" not in text.number(x, digits) + exact(x, digits)
        assert number(text.number(x, digits)) == number(exact(x, digits)) == float(f"{x:.{digits}f}") > 0.0
    assert text.number(0.0, digits) == exact(0.0, digits) == f"{0.0:.{digits}f}"
    assert (text.number(999_999_999.0, 1), text.number(1e9, 1)) == ("999999999.0", "1e+09")
    assert (exact(9_999_999.0, 1), exact(1e7, 1)) == ("9999999.0", "1.0e+07")


def test_formulae_are_cut_where_there_is_no_room():
    words, names = f"= {text.token(0)}·exp({text.token(1)}) + {text.token(0)}", ["w_12", "x"]
    whole = text.plain(text.rich(words, names, 11))
    assert whole == "= w12·exp(x) + w12"
    for limit in range(1, len(whole) + 3):
        kept, dots = text.plain(text.rich(words, names, 11, limit=limit)).rpartition(" …")[::2]
        assert (kept, dots) == (("", whole) if limit >= len(whole) else (whole[: len(kept)], ""))
        assert len(kept) <= limit
        assert whole[len(kept) - 1 : len(kept) + 1] not in ("w1", "12")  # no name is cut in two
    assert text.plain(text.rich(words, names, 11, limit=len(whole) - 1)) == "= w12·exp(x) + …"


def test_widths_are_those_of_helvetica():
    """Adobe's own table, as matplotlib carries it."""
    found = importlib.util.find_spec("matplotlib")
    if found is None:
        pytest.skip("matplotlib is not installed")
    table = Path(found.origin).parent / "mpl-data" / "fonts" / "pdfcorefonts" / "Helvetica.afm"
    rows = re.findall(r"^C (-?\d+) ; WX (\d+) ; N (\w+)", table.read_text("latin-1"), re.MULTILINE)
    widths = {chr(int(code)): int(units) for code, units, _ in rows if 32 <= int(code) < 127}
    widths |= {{"quotesingle": "'", "grave": "`"}[name]: int(units) for _, units, name in rows
               if name in ("quotesingle", "grave")}  # fmt: skip
    assert {c: round(text.text(c, 1000.0).width) for c in widths} == widths
    assert len(widths) == 95


@pytest.mark.parametrize(
    "shown, units",
    [("权", 1000), ("🙂", 1250), ("❤", 1000), ("❤\ufe0f", 1250), ("❤\ufe0f❤", 2250), ("1\ufe0f\u20e3", 1250),
     ("①", 1000), ("𝐖", 1000), ("Ш", 600), ("e\u0301", 556), ("×", 584)],
)  # fmt: skip
def test_signs_that_no_table_has_get_the_room_of_wide_ones(shown, units):
    """A card holds its formula, whatever its letters: symbols are as wide as high, emoji a quarter wider."""
    assert round(text.text(shown, 1000.0).width) == units


@pytest.mark.parametrize("first, last, units", [("Α", "Ω", 16260), ("α", "ω", 13478)])
def test_widths_of_greek_letters_add_up(first, last, units):
    """Arial's, summed over the alphabet."""
    letters = [letter for letter in map(chr, range(ord(first), ord(last) + 1)) if letter.isalpha()]
    assert sum(round(text.text(letter, 1000.0).width) for letter in letters) == units


@pytest.mark.parametrize(
    "label, parts",
    [
        ("net_h1", "net h1"), ("w12", "w 12"), ("abcd_efghi", "abcd efghi"), ("abcde_fghi", "abcde fghi"),
        ("abcde_fghij", "abcde_fghij"), ("w_" + "1" * 22, "w " + "1" * 22), ("w_" + "1" * 23, "w_" + "1" * 23),
        ("w_1_2", "w 1,2"), ("_w", "_w"), ("w__1", "w__1"), ("3x", "3x"),
    ],
)  # fmt: skip
def test_what_is_lowered_of_a_name(label, parts):
    assert " ".join(part for part, _ in lowered(label)) == parts
    assert [low for _, low in lowered(label)] == [False, True][: parts.count(" ") + 1]


@pytest.mark.parametrize("size, shown", [(13, "a_long_…eed#3"), (12, "a_long…eed#3"), (19, "a_long_name…ndeed#3")])
def test_a_long_name_is_cut_before_its_number_among_namesakes(size, shown):
    assert text.plain(text.name("a_long_name_indeed#3", limit=size)) == shown


def test_which_of_its_namesakes_a_name_is_stands_behind_the_index():
    assert lowered("net_h1#12") == (("net", False), ("h1", True), ("#12", False))
    assert lowered("#1") == (("#1", False),) and lowered("") == (("", False),)


@pytest.mark.parametrize(
    "labels, names",
    [
        (["a", "b", "a"], ["a#1", "b", "a#2"]), (["a", "a#1", "a"], ["a#2", "a#1", "a#3"]), (["", ""], ["", ""]),
        (["a#1", "a#1"], ["a#1#1", "a#1#2"]),
    ],
)  # fmt: skip
def test_namesakes_are_told_apart(labels, names):
    assert distinct(labels) == names


@pytest.mark.parametrize(
    "x, digits, shown",
    [
        (0.001, 6, "0.001000"), (0.0009996, 6, "0.0009996"), (-2.345678e-5, 6, "−2.346e-05"), (12.5, 6, "12.500000"),
        (0.05, 4, "0.05000"), (0.1, 4, "0.1000"), (0.5, 3, "0.500"), (0.05, 1, "0.05"), (0.00005, 1, "5e-05"),
        (0.0, 4, "0.0000"), (float("inf"), 4, "inf"), (float("nan"), 4, "nan"),
    ],
)  # fmt: skip
def test_small_measures_keep_four_digits(x, digits, shown):
    assert text.measured(x, digits) == shown


@pytest.mark.parametrize(
    "label, lines",
    [
        ("", [""]), ("a" * 26, ["a" * 26]), ("a" * 27, ["a" * 26, "a"]), ("a" * 26 + " b", ["a" * 26, "b"]),
        ("a" * 25 + " b c", ["a" * 25, "b c"]), ("one\ntwo\tthree\r", ["one", "two    three"]),
        ("abcdefg " + "h" * 30, ["abcdefg " + "h" * 18, "h" * 12]),  # what stands alone is not too short
        ("abcdefgh " + "h" * 30, ["abcdefgh", "h" * 26, "h" * 4]),
        ("net_" * 8, ["net_" * 6, "net_" * 2]), ("__init____" * 4, ["__init______init______", "init______init____"]),
        ("a.b-c_d" * 6, ["a.b-c_d" * 3 + "a.b-", "c_d" + "a.b-c_d" * 2]),
        ("abcdefghij, klmnopqrstuvw, xyz", ["abcdefghij, klmnopqrstuvw,", "xyz"]),
    ],
)  # fmt: skip
def test_where_a_label_is_broken(label, lines):
    assert text.wrap(label) == lines


def test_how_many_decimals_numbers_need():
    assert text.decimals([0.15, 0.2, 3.0], 6) == 2
    assert text.decimals([1e-30, 2.0], 6) == text.decimals([1e-30], 6) == text.decimals([], 6) == 0
    assert text.decimals([1e-30, 0.125], 6) == 3
