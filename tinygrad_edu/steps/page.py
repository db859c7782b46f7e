"""The page of a step-through: one HTML file that needs no server, no network and no framework.

All words, formulae and numbers in it are made here, for every round; its script (``page.js``) shows and hides them and
copies strings from the recorded columns into their places. A policy in its head forbids it to load anything, and to run
any script but this one, so a label cannot smuggle one in.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Container, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

from ..document import document
from ..escape import html, json_block, one_line
from ..explain.explanation import explain
from ..palette import DARK, FONT, LIGHT
from .curve import Curve
from .markup import Markup
from .picture import hidden_boxes, picture, shown_lines, strings, widths
from .recording import Frame, Recording
from .sentences import Sentences
from .slots import Slots

__all__ = ["LIMIT", "MANY", "Page", "chosen"]

LIMIT = 500_000
"""Bytes: what is longer is thinned."""
MANY = 400
"""Derivations: writing so many takes seconds."""
_STYLE = re.compile(r"<style>(.*?)</style>\n?", re.DOTALL)
ICONS = {
    "first": "M6 5v14M19 5l-9 7 9 7z", "back": "M17 5l-10 7 10 7z", "next": "M7 5l10 7-10 7z",
    "last": "M18 5v14M5 5l9 7-9 7z", "play": "M7 5l11 7-11 7z", "pause": "M8 5v14M16 5v14",
}  # fmt: skip


class Page:
    """The parts of a page for one recording; ``html()`` puts them together.

    errors   of every round, also of those that are not recorded; None for no curve
    first    their first number: 0 for rounds, 1 for epochs
    notes    sentences under the page: what was left out, and why
    known    derivations that were written before, by round and box; those that are written now are added
    tick     called for each of them
    """

    def __init__(
        self,
        recording: Recording,
        *,
        title: str | None,
        lang: str,
        theme: str,
        notes: Sequence[str],
        derivations: bool,
        known: dict[tuple[int, int], str],
        tick: Callable[[], None],
        errors: Sequence[float] | None = None,
        first: int = 0,
    ) -> None:
        self.recording, self.lang, self.theme = recording, lang, theme
        self.sentences = Sentences(recording, lang)
        self.markup = Markup(self.sentences)
        self.words: dict[str, Any] = self.sentences.words
        self.hidden = hidden_boxes(recording)
        self.chosen = chosen(recording, self.hidden)
        self.root = one_line(recording.names[-1])
        self.title, self.heading = title or "", html(title or "")
        if title is None:
            self.title = self.words["title"](self.root, recording.of_weights)
            self.heading = self.markup.rich(self.words["title"](self.sentences.root, recording.of_weights))
        self.errors, self.first, self.notes, self.derivations = errors, first, list(notes), derivations
        self.known, self.tick = known, tick
        self.lines = shown_lines(recording, self.hidden)
        if self.hidden:
            kinds = sorted({"lone_weights" if head is None else "stood_for" for head in self.hidden.values()})
            told = [self.words[kind] for kind in kinds]
            self.notes.append(self.words["left_out"](len(self.hidden), len(recording.nodes), told))
        self.slots = Slots(len(recording.frames))

    # -- steps and lines ----------------------------------------------------------------------------------------------

    def _steps(self) -> str:
        versions = [[self.markup.step(step) for step in self.sentences.steps(frame)] for frame in self.recording.frames]
        items = []
        for k, state in enumerate(self.recording.states):
            phase = f'<span class="phase {state.phase}">{html(self.sentences.phase(state))}</span>'
            body = self.slots.weave([version[k] for version in versions], "div")
            items.append(f'<li data-step="{k}">{phase}<div class="body">{body}</div></li>')
        return "\n".join(items)

    def _tips(self) -> str:
        tips = []
        for k in self.lines:
            versions = [self.markup.tip(frame, k) for frame in self.recording.frames]
            tips.append(f'<div data-tip="{k}">{self.slots.weave(versions, "div")}</div>')
        return "\n".join(tips)

    # -- derivations --------------------------------------------------------------------------------------------------

    def derivation(self, frame: Frame, box: int) -> str:
        """``explain``'s own HTML, without its style."""
        if (frame.number, box) not in self.known:
            lr = frame.lr if box in self.recording.updated else None
            explained = explain(frame.nodes[-1], frame.nodes[box], lr, self.recording.digits, lang=self.lang)
            self.known[frame.number, box] = _STYLE.sub("", explained.to_html()).strip()
            self.tick()
        return self.known[frame.number, box]

    def _derivations(self) -> tuple[str, str]:
        """The derivations, and the style that they share."""
        recording = self.recording
        boxes, frames = self.chosen, recording.frames
        parts = []
        for box in boxes:
            if self.derivations:
                body = self.slots.weave([self.derivation(frame, box) for frame in frames], "div")
            else:
                body = f"<p>{self.markup.rich(self.sentences.word('too_long', self.sentences.tokens[box]))}</p>"
            parts.append(f'<div data-of="{box}" hidden>{body}</div>')
        if not boxes:
            return "", ""
        options = [f'<option value="{i}">{html(one_line(self.recording.names[i]))}</option>' for i in boxes]
        whole = explain(frames[0].nodes[-1], frames[0].nodes[boxes[0]]).to_html()
        (style,) = _STYLE.findall(whole)
        return (
            f'<section id="derivation" aria-label="{html(self.words["derivation"])}"><p class="choose">'
            f'<label for="of">{html(self.words["choose" if recording.of_weights else "choose_given"])}</label> '
            f'<select id="of"><option value="">{html(self.words["no_choice"])}</option>{"".join(options)}</select>'
            f"</p>\n{''.join(parts)}</section>"
        ), style

    # -- the training -------------------------------------------------------------------------------------------------

    def _training(self, data: dict[str, Any]) -> str:
        if not self.errors:
            return ""
        recording, words, slots = self.recording, self.words, self.slots
        moving = len(recording.frames) > 1
        curve = Curve(self.errors, self.first)
        ends = [self.sentences.number(self.errors[k]) for k in (0, -1)]
        n = len(self.errors) - 1
        epochs = self.first > 0
        spoken = words["loss"](*ends, n + self.first) if epochs else words["curve"](self.root, *ends, n)
        svg = curve.svg(html(spoken), words["epochs" if epochs else "rounds"], moving)
        if not moving:
            return f'<section id="training" aria-label="{html(words["training"])}">{svg}</section>'
        places = [curve.place(frame.number) for frame in recording.frames]
        data["curve"] = [slots.column([x for x, _ in places]), slots.column([y for _, y in places])]
        said = [
            f"<b>{html(words['round'](frame.number))}</b> {self.markup.rich(self.sentences.root)} = "
            f"{self.sentences.number(frame.values[-1])}"
            for frame in recording.frames
        ]
        return (
            f'<section id="training" aria-label="{html(words["training"])}">'
            f'<output id="which" for="round">{slots.weave(said)}</output>{svg}'
            f'<input id="round" type="range" min="0" max="{len(recording.frames) - 1}" value="0" '
            f'aria-label="{html(words["training"])}"></section>'
        )

    # -- the whole ----------------------------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """What the script needs to know: which columns belong to which box and line, and what happens in each step."""
        recording, slots = self.recording, self.slots
        numbers, seed, sums = strings(recording)
        when = {(s.phase, s.box): k for k, s in enumerate(recording.states)}
        seed_at = when.get(("seed", len(recording.nodes) - 1))
        boxes: list[Any] = []
        for i, node in enumerate(recording.nodes):
            if i in self.hidden:
                boxes.append(None)
                continue
            gradients = [[seed_at, slots.column(shown)] for shown in [seed.get(i)] if shown]
            for k in recording.arrivals:
                if recording.uses[k].tail == i:
                    gradients.append([when["backward", recording.uses[k].head], slots.column(sums[k])])
            known = 0 if node.op is None else when["forward", i]
            boxes.append({"value": slots.column(numbers[i]), "known": known, "gradients": gradients})
        across = [widths(recording, frame) for frame in recording.frames]
        lines = {
            k: {
                "tail": tail,
                "head": head,
                "forward": when["forward", recording.uses[k].head],
                "back": when["backward", recording.uses[k].head] if recording.uses[k].returns else -1,
                "width": slots.column([widths_of[k] for widths_of in across]),
            }
            for k, (tail, head) in self.lines.items()
        }
        steps = [
            {
                "phase": s.phase,
                "box": self.hidden.get(s.box, s.box),
                "lines": [k for k in s.uses if k in lines],
                "moves": [i for i in recording.updated if s.phase == "update" and i not in self.hidden],
            }
            for s in recording.states
        ]
        return {
            "boxes": boxes, "lines": lines, "steps": steps, "ways": {str(i): self._way(i) for i in self.chosen},
            "rounds": [frame.number for frame in recording.frames],
            "play": [self.words["play"], self.words["pause"]],
            "brings": self.words["brings"], "stop": self.words["stop"],
        }  # fmt: skip

    def _way(self, box: int) -> list[list[int]]:
        """The boxes and the lines on the ways from a box to the result."""
        boxes, lines = {box}, []
        for k in sorted(range(len(self.recording.uses)), key=lambda k: self.recording.uses[k].head):
            use = self.recording.uses[k]
            if use.tail in boxes and use.returns:
                boxes.add(use.head)
                lines.append(k)
        return [sorted(boxes), lines]

    def _button(self, key: str, word: str) -> str:
        icon = f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{ICONS[key]}"/></svg>'
        label = html(self.words[word])
        return f'<button id="{key}" type="button" aria-label="{label}" title="{label}">{icon}</button>'

    def _bar(self) -> str:
        words, states = self.words, self.recording.states
        play = "".join(
            f'<svg class="{key}" viewBox="0 0 24 24" aria-hidden="true"><path d="{ICONS[key]}"/></svg>'
            for key in ("play", "pause")
        )
        spans = []
        for phase in ("forward", "backward"):
            count = sum(state.phase == phase for state in states)
            if count:
                start = next(k for k, state in enumerate(states) if state.phase == phase)
                label = html(words["phases"][phase])
                spans.append(f'<span class="{phase}" style="--from:{start};--many:{count}">{label}</span>')
        last = len(states) - 1
        return (
            f'<div id="bar" role="toolbar" aria-label="{html(words["steps"])}" style="--steps:{last}">'
            f'<div class="buttons">{self._button("first", "first_step")}{self._button("back", "back")}'
            f'<button id="play" type="button">{play}<span>{html(words["play"])}</span></button>'
            f"{self._button('next', 'next')}{self._button('last', 'last_step')}</div>"
            f'<div class="slider"><div class="phases" aria-hidden="true">{"".join(spans)}</div>'
            f'<input id="step" type="range" min="0" max="{last}" value="0" aria-label="{html(words["steps"])}"></div>'
            f'<output id="count" for="step">0 / {last}</output></div>'
        )

    def html(self) -> str:
        """The page."""
        words = self.words
        data = self.data()
        training = self._training(data)
        steps, tips = self._steps(), self._tips()
        derivation, style = self._derivations()
        data["columns"] = self.slots.columns
        drawn = picture(self.recording, self.hidden, self.chosen, words)
        wide, high = re.findall(r' (?:width|height)="([\d.]+)"', drawn)[:2]
        recorded = json_block(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
        script = _asset("page.js")
        policy = (
            f"default-src 'none'; script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'; "
            "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        )
        notes = "".join(f"<p>{html(note)}</p>" for note in self.notes)
        notes += f'<p id="keys">{html(words["keys"](self.recording.of_weights))}</p>'
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        body = (
            f"<main>\n<h1>{self.heading}</h1>\n"
            f'<div id="picture" style="--wide:{wide};--high:{high}">{drawn}</div>\n{self._bar()}\n'
            '<div id="below"><div id="say" role="status" aria-live="polite" aria-atomic="true"></div>'
            f"{training}</div>\n"
            f"{derivation}\n"
            f'<details id="listing"><summary>{html(words["listing"])}</summary>\n<ol start="0">\n{steps}\n</ol>\n'
            "</details>\n"
            f'<footer>{notes}</footer>\n<div id="tips" hidden>\n{tips}\n</div>\n'
            '<div id="tip" role="tooltip" hidden></div>\n</main>\n'
            f'<script type="application/json" id="data">{recorded}</script>\n'
            f"<script>{script}</script>\n"
        )
        attributes = f' data-theme="{self.theme}"'
        return document(self.title, _style(self.theme, style), body, self.lang, attributes, meta)


def chosen(recording: Recording, hidden: Container[int]) -> list[int]:
    """The boxes whose derivation a page holds: the weights and biases, from left to right.

    Where there are none, the other leaves that a gradient reaches.
    """
    leaves = [i for i in recording.in_columns if recording.nodes[i].op is None and i not in hidden]
    leaves = [i for i in leaves if recording.frames[0].gradients[i] is not None]
    return [i for i in leaves if recording.kinds[i] == "trained"] or leaves


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _style(theme: str, more: str) -> str:
    """The style sheet, its colours those of the palette; the picture's light colours become variables too."""
    light = ";".join(f"--{role.replace('_', '-')}:{colour}" for role, colour in LIGHT.items())
    dark = ";".join(f"--{role.replace('_', '-')}:{colour}" for role, colour in DARK.items())
    colours = f":root{{color-scheme:light;{light};font-family:{FONT}}}"
    if theme == "dark":
        colours = f":root{{color-scheme:dark;{dark};font-family:{FONT}}}"
    elif theme == "auto":
        colours += f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}"
    painted = "".join(
        f'#picture [{what}="{colour}"]{{{what}:var(--{role.replace("_", "-")})}}'
        for role, colour in LIGHT.items()
        for what in ("fill", "stroke")
    )
    return f"{more}{colours}{painted}{_asset('page.css')}"
