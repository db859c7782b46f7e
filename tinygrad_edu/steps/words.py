"""The sentences of a step-through, in English and in Chinese. Formulae are the same in both.

Names come as tokens, which the page and the terminal each write in their own way (``explain/reading.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..explain.words import listed
from ..plural import plural

__all__ = ["WORDS"]


def _en(names: Sequence[str]) -> str:
    return listed(names, "en", first=4)


def _zh(names: Sequence[str]) -> str:
    return listed(names, "zh", first=4)


def _s(names: Sequence[str], several: str, one: str) -> str:
    return one if len(names) == 1 else several


WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "title": lambda root, weights: (
            f"Backpropagation, step by step: from {root} back to the {'weights' if weights else 'given numbers'}"
        ),
        "phases": {
            "start": "start", "forward": "forward", "seed": "turn", "backward": "backward", "update": "update",
            "end": "end",
        },
        "start": lambda: "At the start these numbers are known. Everything else is computed from them.",
        "start_why": lambda root: (
            f"The forward pass computes one box after the other, from left to right, until {root} is known."
        ),
        "forward": lambda box: f"Forward: {box} is computed.",
        "forward_last": lambda box: f"Forward: {box} is computed, and with it the forward pass is done.",
        "seed": lambda root: f"The backward pass starts at the end: ∂{root}/∂{root} = 1.",
        "seed_why": lambda root: (
            f"It asks of every box: by how much does {root} change if this box changes a little? "
            f"For {root} itself the answer is 1."
        ),
        "backward": lambda box, root, to: (
            f"Backward through {box}: {_en(to)} {_s(to, 'each receive', 'receives')} ∂{root}/∂{box} times "
            f"{_s(to, 'their', 'its')} local derivative."
        ),
        "first": lambda boxes, users: (
            f"{_en(boxes)} {_s(boxes, 'are', 'is')} used by {_en(users)} too: what comes back from there will be added."
        ),
        "more": lambda boxes, users: (
            f"{_en(boxes)} {_s(boxes, 'are', 'is')} used in several places. This adds to what came before; "
            f"{_en(users)} will add more."
        ),
        "last": lambda boxes, users, root: (
            f"{_en(boxes)} {_s(boxes, 'feed', 'feeds')} {_en(users)}, so {_s(boxes, 'each', 'it')} acts on "
            f"{root} in {len(users)} ways, and what comes back adds up"
        ),
        "why": lambda clauses: f"Why +=: {'; '.join(clauses)}.",
        "comma": ", ", "stop": ". ",
        "now": lambda number: f"(now {number})",
        "was": lambda number: f"(was {number})",
        "update": lambda rate, root: (
            f"Update: every weight takes a step against its gradient, w ← w − {rate} · ∂{root}/∂w."
        ),
        "update_other": lambda: "Update: the optimizer moves the weights.",
        "done": lambda root: f"The backward pass is done: every weight knows what {root} owes to it.",
        "done_given": lambda root: (
            f"The backward pass is done: it is known how {root} changes with every given number."
        ),
        "done_why": lambda root, names: (
            f"A small step of {_en(names)} against {_s(names, 'their gradients', 'its gradient')} makes {root} smaller."
        ),
        "update_why": lambda: "All gradients were taken at the old weights. The next round starts with the new ones.",
        "last_round": lambda: "This is the last round that was recorded.",
        "others": lambda n: f"and {n:,} more",
        "operations": lambda n: f"({plural(n, 'operation')})",
        "constant": lambda box: f"{box} is a constant: no gradient goes there.",
        "brings": "brings back",
        "local": "local derivative",
        "box": "box", "value": "value", "gradient": "gradient",
        "step": lambda k, n: f"step {k} of {n}",
        "round": lambda k: f"round {k}",
        "thinned": lambda every, n: f"Every {_nth(every)} of {n:,} rounds can be chosen; the curve shows them all.",
        "only_start": lambda n: f"The numbers are those of the start, of {n:,} rounds; the curve shows them all.",
        "left_out": lambda n, whole, kinds: (
            f"{n:,} of {whole:,} boxes are left out of the picture: {', and '.join(kinds)}. "
            "Their numbers are in the steps."
        ),
        "lone_weights": "the weights that one box alone uses",
        "stood_for": "boxes that are all the next one is computed from, which stands for them: a neuron's output for "
        "its net input",
        "curve_only": lambda root: (
            f"The curve is that of the training; the numbers are those of {root} as it was given. "
            "record_rounds(E, optimizer) records the numbers of every round."
        ),
        "choose": "Choose a weight in the picture, or here, to see how its gradient comes about:",
        "choose_given": "Choose a given number in the picture, or here, to see how its gradient comes about:",
        "no_choice": "none",
        "derivation": "Derivation",
        "too_long": lambda name: f"This derivation is too long for the page: explain(E, wrt={name}) writes it.",
        "listing": "All steps as a list",
        "play": "Play", "pause": "Pause",
        "first_step": "First step", "back": "Step back", "next": "Next step", "last_step": "Last step",
        "steps": "Steps", "picture": "Computation graph", "training": "Training",
        "keys": lambda weights: (
            f"Keys: ← → step, space plays, home and end, tab to {'weights' if weights else 'given numbers'} and lines, "
            "enter chooses, esc frees."
        ),
        "spoken": lambda root, n, lines: (
            f"Computation graph of {root}: {n} boxes, {lines} lines. The buttons below step through the forward and "
            "the backward pass; each step is read out."
        ),
        "curve": lambda root, a, b, n: f"{root} over the training rounds: from {a} to {b} in {n} rounds.",
        "loss": lambda a, b, n: f"Loss over the training: from {a} to {b} in {n} epochs.",
        "epochs": "epochs", "rounds": "rounds",
        "kinds": {
            "given": "given", "trained": "trained", "net": "computed", "activation": "activation", "error": "error",
        },
        "legend": (("plus", "gradient +"), ("minus", "gradient −"), ("width", "line width: what comes back")),
        "terminal_keys": "→ or space: next   ←: back   home, end   ↑ ↓: round   q: quit",
        "terminal_keys_one": "→ or space: next   ←: back   home, end   q: quit",
    },
    "zh": {
        "title": lambda root, weights: f"反向传播，一步一步：从 {root} 回到{'权值' if weights else '已知数'}",
        "phases": {
            "start": "开始", "forward": "前向传播", "seed": "折返", "backward": "反向传播", "update": "权值更新",
            "end": "结束",
        },
        "start": lambda: "开始时只知道这些数，其余的值都由它们算出。",
        "start_why": lambda root: f"前向传播从左到右逐个计算每个方框，直到得出 {root}。",
        "forward": lambda box: f"前向传播：计算 {box}。",
        "forward_last": lambda box: f"前向传播：计算 {box}，前向传播到此完成。",
        "seed": lambda root: f"反向传播从终点开始：∂{root}/∂{root} = 1。",
        "seed_why": lambda root: f"对每个方框都问：它改变一点点，{root} 会改变多少？对 {root} 自身，答案是 1。",
        "backward": lambda box, root, to: (
            f"反向经过 {box}：{_zh(to)} {_s(to, '各', '')}得到 ∂{root}/∂{box} 乘以{_s(to, '各自的', '')}局部导数。"
        ),
        "first": lambda boxes, users: f"{_zh(boxes)} 还流向 {_zh(users)}：从那里传回的部分将会加上。",
        "more": lambda boxes, users: f"{_zh(boxes)} 被用在多处，这一部分加到之前的部分上；{_zh(users)} 还会再加。",
        "last": lambda boxes, users, root: (
            f"{_zh(boxes)} 流向 {_zh(users)}，通过 {len(users)} 条路径影响 {root}，所以传回的各部分相加"
        ),
        "why": lambda clauses: f"为什么是 +=：{'；'.join(clauses)}。",
        "comma": "、", "stop": "。",
        "now": lambda number: f"（现在 {number}）",
        "was": lambda number: f"（原来 {number}）",
        "update": lambda rate, root: f"权值更新：每个权值沿梯度的反方向走一步，w ← w − {rate} · ∂{root}/∂w。",
        "update_other": lambda: "权值更新：由优化器改变权值。",
        "done": lambda root: f"反向传播完成：每个权值都知道自己对 {root} 的影响。",
        "done_given": lambda root: f"反向传播完成：已经知道 {root} 怎样随每个已知数变化。",
        "done_why": lambda root, names: f"{_zh(names)} 沿梯度的反方向走一小步，{root} 就会变小。",
        "update_why": lambda: "所有梯度都是用旧权值算出的，下一次迭代使用新权值。",
        "last_round": lambda: "这是记录的最后一次迭代。",
        "others": lambda n: f"还有 {n:,} 个",
        "operations": lambda n: f"（{n:,} 个运算）",
        "constant": lambda box: f"{box} 是常数，梯度不会传到这里。",
        "brings": "传回",
        "local": "局部导数",
        "box": "方框", "value": "值", "gradient": "梯度",
        "step": lambda k, n: f"第 {k} 步，共 {n} 步",
        "round": lambda k: f"第 {k} 次迭代",
        "thinned": lambda every, n: f"共 {n:,} 次迭代，每 {every} 次可选一次；曲线包含全部迭代。",
        "only_start": lambda n: f"数值是 {n:,} 次迭代开始时的数值；曲线包含全部迭代。",
        "left_out": lambda n, whole, kinds: (
            f"{whole:,} 个方框中有 {n:,} 个没有画出：{'，以及'.join(kinds)}。它们的数值写在各个步骤中。"
        ),
        "lone_weights": "只被一个方框使用的权值",
        "stood_for": "下一个方框只由它算出、并由下一个方框代表的方框（例如由神经元的输出代表它的加权和）",
        "curve_only": lambda root: (
            f"曲线是训练过程的曲线，数值是给定的 {root} 的数值。record_rounds(E, optimizer) 可以记录每次迭代的数值。"
        ),
        "choose": "在图中或在这里选择一个权值，查看它的梯度是怎样得出的：",
        "choose_given": "在图中或在这里选择一个已知数，查看它的梯度是怎样得出的：",
        "no_choice": "未选择",
        "derivation": "推导",
        "too_long": lambda name: f"这个推导太长，页面放不下：explain(E, wrt={name}) 可以写出它。",
        "listing": "全部步骤",
        "play": "播放", "pause": "暂停",
        "first_step": "第一步", "back": "上一步", "next": "下一步", "last_step": "最后一步",
        "steps": "步骤", "picture": "计算图", "training": "训练",
        "keys": lambda weights: (
            f"按键：← → 单步，空格播放，home 和 end，tab 移到{'权值' if weights else '已知数'}和连线，"
            "回车选择，esc 取消。"
        ),
        "spoken": lambda root, n, lines: (
            f"{root} 的计算图：{n} 个方框，{lines} 条连线。下面的按钮逐步演示前向传播和反向传播，每一步都会读出。"
        ),
        "curve": lambda root, a, b, n: f"训练中的 {root}：{n} 次迭代，从 {a} 到 {b}。",
        "loss": lambda a, b, n: f"训练中的损失：{n} 轮，从 {a} 到 {b}。",
        "epochs": "轮", "rounds": "次迭代",
        "kinds": {"given": "已知", "trained": "训练的", "net": "计算得出", "activation": "激活函数", "error": "误差"},
        "legend": (("plus", "梯度 +"), ("minus", "梯度 −"), ("width", "线宽：传回的大小")),
        "terminal_keys": "→ 或空格：下一步   ←：上一步   home、end   ↑ ↓：迭代   q：退出",
        "terminal_keys_one": "→ 或空格：下一步   ←：上一步   home、end   q：退出",
    },
}  # fmt: skip


def _nth(n: int) -> str:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n:,}{ending}"
