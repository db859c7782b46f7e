"""Reading a picture back: what the tests of tinygrad_edu.draw find in an SVG."""

import math
import re
import xml.etree.ElementTree as ET

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
