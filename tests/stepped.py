"""Reading a step-through page back: its parts, its recorded columns, and its texts as a browser would fill them in."""

import json
import re
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br"}


class Node:
    """An element: its tag, attributes, and children, which are Nodes and strings."""

    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, attributes, []

    def all(self):
        ahead = [self]
        while ahead:
            yield (node := ahead.pop())
            ahead += [child for child in reversed(node.children) if isinstance(child, Node)]

    def find(self, **wanted):
        """The elements below with these attributes; ``data_n`` means ``data-n``, None that it is there at all."""
        named = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            node
            for node in self.all()
            if all(n in node.attributes and v in (None, node.attributes[n]) for n, v in named.items())
        ]

    def text(self, columns=(), k=0):
        """The text as it reads in round ``k``."""
        if "data-version" in self.attributes:
            which = int(at(columns, self.attributes["data-version"], k))
            return self.children[which].text(columns, k)
        if "data-n" in self.attributes:
            return at(columns, self.attributes["data-n"], k)
        return "".join(child if isinstance(child, str) else child.text(columns, k) for child in self.children)


def at(columns, slot, k):
    """The string of a slot in round ``k``: what the page's script does."""
    strings = columns[int(slot.strip("(+"))]
    string = strings[k] if len(strings) > 1 else strings[0]
    if slot.endswith("(") and string[0] == "−":
        return f"({string})"
    return "+" + string if slot.endswith("+") and string[0] != "−" else string


def decoded(columns):
    """The recorded columns as the page's script reads them: a string for each round, or one for all."""
    return [re.sub(r"(^|[ +−])\.", r"\g<1>0.", column).split(" ") for column in columns]


class Page(HTMLParser):
    """A page, parsed: ``root`` is its tree, ``data`` the recorded JSON."""

    def __init__(self, html):
        super().__init__()
        self.html = html
        self.root = Node("", {})
        self.open = [self.root]
        self.feed(html)
        self.close()
        assert self.open == [self.root], "an element is not closed"
        (data,) = self.root.find(id="data")
        self.data = json.loads(data.text())
        self.bodies = [item.find(class_="body")[0] for item in self.root.find(data_step=None)]
        self.columns = decoded(self.data["columns"])

    def handle_starttag(self, tag, attributes):
        node = Node(tag, dict(attributes))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.open[-1].children.append(Node(tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def column(self, number, k=0):
        return at(self.columns, str(number), k)

    @property
    def words(self):
        """All text of the page in its first round, on one line."""
        return plain(self.root.text(self.columns))

    def step(self, k, round_=0):
        """What step ``k`` says in a round, on one line."""
        return plain(self.bodies[k].text(self.columns, round_))

    def derivation(self, box, round_=0):
        (found,) = self.root.find(data_of=str(box))
        return plain(found.text(self.columns, round_))


def plain(text):
    return " ".join(text.split())


def text_of(html):
    """The text of a piece of HTML, on one line."""
    reader = Page.__new__(Page)
    HTMLParser.__init__(reader)
    reader.root = Node("", {})
    reader.open = [reader.root]
    reader.feed(html)
    reader.close()
    return plain(reader.root.text())
