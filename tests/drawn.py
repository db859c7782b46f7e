"""Reading a picture back: what the tests of tinygrad_edu.draw find in an SVG."""

import math
import re
import xml.etree.ElementTree as ET

from tinygrad_edu.draw import text as draw_text

SVG = "{http://www.w3.org/2000/svg}"


def parse(svg):
    """The tree of an SVG; an error if it is not well-formed."""
    return ET.fromstring(svg)


def words(element):
    """The text of an element and all in it, spaces between texts."""
    return ["".join(text.itertext()) for text in element.iter(SVG + "text")]


def number(text):
    """A printed number as a float."""
    return float(text.replace("−", "-"))


def numbers(svg):
    """Every number in the drawn texts."""
    found = []
    for text in words(parse(svg)):
        found += [number(n) for n in re.findall(r"(?<![\w.,])[+−]?\d+\.\d+(?:e[+-]?\d+)?", text)]
    return found


def attributes(svg):
    """Every number in a coordinate or length, as a float; an error for nan."""
    names = {
        "x",
        "y",
        "width",
        "height",
        "cx",
        "cy",
        "r",
        "rx",
        "d",
        "viewBox",
        "transform",
        "stroke-width",
        "textLength",
    }
    found = []
    for element in parse(svg).iter():
        for name in names & element.attrib.keys():
            for piece in re.findall(r"[^\sA-Za-z(),%]+|nan|inf", element.attrib[name]):
                found.append(float(piece))
    assert all(map(math.isfinite, found))
    return found


def boxes(scene, layout):
    """Each card as left, top, right, bottom."""
    return [
        (x - card.width / 2, y - card.height / 2, x + card.width / 2, y + card.height / 2)
        for card, (x, y) in zip(scene.cards, layout.centres, strict=True)
    ]


def overlaps(found):
    """The pairs of boxes that share more than their border."""
    return [
        (i, j)
        for i, a in enumerate(found)
        for j, b in enumerate(found[:i])
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5
    ]


def touches(box, point, slack=1.0):
    """Whether a point lies on a box's border."""
    x, y = point
    left, top, right, bottom = box
    inside = left - slack <= x <= right + slack and top - slack <= y <= bottom + slack
    return inside and min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= slack


def _drawn(svg):
    """All that is painted, in order: ("text", its box, its words), ("line", points along it), ("fill", its box)."""
    found = []

    def walk(element, dx, dy):
        if moved := re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", "")):
            dx, dy = dx + float(moved[1]), dy + float(moved[2])
        x, y = (float(element.get(name, 0)) + shift for name, shift in (("x", dx), ("y", dy)))
        if element.tag == SVG + "text":
            size, said = float(element.get("font-size")), "".join(element.itertext())
            wide = float(element.get("textLength", 0)) or draw_text.text(said, size).width
            left = x - {"start": 0.0, "middle": wide / 2.0, "end": wide}[element.get("text-anchor", "start")]
            found.append(("text", (left, y - 0.7 * size, left + wide, y + 0.1 * size), said))
        elif element.tag == SVG + "path" and element.get("fill") == "none":
            numbers_ = [float(n) for n in re.findall(r"[-\d.]+", element.get("d"))]
            points = [(x + dx, y + dy) for x, y in zip(numbers_[::2], numbers_[1::2], strict=True)]
            found.append(("line", [at for k in range(0, len(points) - 3, 3) for at in _along(points[k : k + 4])], ""))
        elif element.tag == SVG + "rect":
            found.append(("fill", (x, y, x + float(element.get("width")), y + float(element.get("height"))), ""))
        for inner in element:
            walk(inner, dx, dy)

    walk(parse(svg), 0.0, 0.0)
    return found


def _along(points, steps=32):
    """Points along a cubic Bézier piece."""
    for k in range(steps + 1):
        t = k / steps
        parts = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield tuple(sum(w * point[axis] for w, point in zip(parts, points, strict=True)) for axis in (0, 1))


def _inside(box, at):
    return box[0] < at[0] < box[2] and box[1] < at[1] < box[3]


def behind(scene, layout):
    """The edges that pass behind a card that is not theirs, with that card."""
    found, passed = boxes(scene, layout), []
    for edge, curve in zip(scene.edges, layout.curves, strict=True):
        for piece in (curve[k : k + 4] for k in range(0, len(curve) - 3, 3)):
            (left, right), (top, low) = ((min(along), max(along)) for along in zip(*piece, strict=True))
            for i, (x, y, x1, y1) in enumerate(found):
                near = x < right and left < x1 and y < low + 1.0 and top - 1.0 < y1  # a level piece is no box
                if near and i not in (edge.tail, edge.head):
                    inner = (x + 1.0, y + 1.0, x1 - 1.0, y1 - 1.0)
                    passed += [(edge.tail, edge.head, i)] * any(_inside(inner, at) for at in _along(piece))
    return passed


def shared(scene, layout):
    """The pairs of edges that leave one card and run on one line for a while."""
    level = []
    for k, curve in enumerate(layout.curves):
        for (x, y), _, _, (x1, y1) in (curve[i : i + 4] for i in range(0, len(curve) - 3, 3)):
            level += [(scene.edges[k].tail, y, min(x, x1), max(x, x1), k)] * (y == y1)
    pairs = [(a, b) for a in level for b in level if a[:2] == b[:2] and a[4] < b[4]]
    return [(a[4], b[4]) for a, b in pairs if min(a[3], b[3]) - max(a[2], b[2]) > 40.0]


def unreadable(svg):
    """Texts that lie on one another, that reach out of the picture, or that a line is seen to run through."""
    everything = _drawn(svg)
    written = [(k, box, said) for k, (kind, box, said) in enumerate(everything) if kind == "text" and said.strip()]
    *_, wide, high = map(float, parse(svg).get("viewBox").split())
    bad = [said for _, box, said in written if min(box) < 0.0 or box[2] > wide or box[3] > high]
    bad += [(written[i][2], written[j][2]) for i, j in overlaps([box for _, box, _ in written])]
    for k, box, said in written:
        for j, (kind, points, _) in enumerate(everything):
            if kind != "line" or not (on := [at for at in points if _inside(box, at)]):
                continue
            paper = [b for what, b, _ in everything[j + 1 : k] if what == "fill"]
            if j > k or any(not any(_inside(b, at) for b in paper) for at in on):
                bad.append((said, "a line"))
    return bad
