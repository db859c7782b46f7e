"""The sentences of an explanation, in English and in Chinese. Formulae are the same in both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["WORDS", "in_words", "listed"]

_COUNT = "no one two three four five six seven eight nine ten eleven twelve".split()
_CHINESE = "零 一 两 三 四 五 六 七 八 九 十 十一 十二".split()


def in_words(n: int) -> str:
    """A number in English, in letters up to twelve.

    >>> in_words(4), in_words(1200)
    ('four', '1,200')
    """
    return _COUNT[n] if n < len(_COUNT) else f"{n:,}"


def _chinese(n: int) -> str:
    return _CHINESE[n] if n < len(_CHINESE) else f" {n:,} "


def listed(names: Sequence[str], lang: str = "en", first: int = 2) -> str:
    """Names in a sentence; of more than six the ``first`` ones and the last. All of them if ``first`` is 0.

    >>> listed(["w1", "w2", "b1"]), listed(list("abcdefgh"))
    ('w1, w2 and b1', 'a, b, …, h')
    """
    comma, word = (", ", " and ") if lang == "en" else ("、", " 和 ")
    if first and len(names) > 6:
        return comma.join([*names[:first], "…", names[-1]])
    return names[0] if len(names) == 1 else comma.join(names[:-1]) + word + names[-1]


WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "paths": lambda n: "one path" if n == 1 else f"{in_words(n)} paths",
        "counted": lambda w, e, points: (
            f"from {w} to {e}, over {in_words(points)} branch point{'s' * (points != 1)}, each worked out once"
        ),
        "part": lambda whole, e: f"a part of ∂{e}/∂{whole}",
        "feeds": lambda node, users, strongest: (
            f"{node} feeds {listed(users)}, so {in_words(len(users))} contributions add up"
            f"{'; the strongest' * strongest}:"
        ),
        "through": lambda name: f"through {name}:",
        "directly": lambda name: f"directly into {name}:",
        "others": lambda n: f"{in_words(n)} more bring together" if n > 1 else "one more brings",
        "sum": lambda: "sum",
        "product": lambda: "product",
        "above": lambda: "the sum above",
        "as_before": lambda: "worked out above",
        "own_sum": lambda: "a sum of its own",
        "own_product": lambda: "a product of its own",
        "steps": lambda n: f"({n:,} steps, composed)",
        "operations": lambda n: f"({n:,} operations, composed)",
        "no_formula": lambda: "(number only: no formula)",
        "with": lambda: "with",
        "where": lambda: "where",
        "softmax": lambda x: (
            f"exp({x} − logsumexp(…)) is the softmax of {x}: exp({x}) divided by the sum of all of them."
        ),
        "within": lambda: (
            "A clamp changes nothing where its input lies within its bounds: its slope is 1 there, and derivatives are "
            "written without it."
        ),
        "update": lambda lr: f"update, learning rate {lr}",
        "folded": lambda n, lines: (
            f"Written out, all this has {lines:,} lines. {in_words(n).capitalize()} more branch point"
            f"{'s are' if n != 1 else ' is'} worked out in the same way; at='NAME' shows one:"
        ),
        "more": lambda n: f"and {n:,} more",
        "itself": lambda: "The derivative of anything by itself is 1.",
        "infinite": lambda name, why: f"here a number without bound first appears: {name} is {why}",
        "outdated": lambda names, root: (
            f"Careful: {listed(names)} {'were' if len(names) > 1 else 'was'} computed from other numbers "
            f"than {'their' if len(names) > 1 else 'its'} inputs hold now, because data was changed after {root} was "
            f"computed. The derivatives here are those recorded then; compute {root} again before you trust the "
            "numbers in the formulae."
        ),
        "disagrees": lambda recorded, now: f"recorded was {recorded}, but with today's numbers the formula gives {now}",
        "undefined": lambda name: f"here nan (not a number) first appears: {name} has no value, as 0·inf or inf − inf",
    },
    "zh": {
        "paths": lambda n: f"{_chinese(n)}条路径".strip(),
        "counted": lambda w, e, points: f"从 {w} 到 {e}，经过 {points:,} 个分支点，每个分支点只推导一次",
        "part": lambda whole, e: f"∂{e}/∂{whole} 的一部分",
        "feeds": lambda node, users, strongest: (
            f"{node} 同时传给 {listed(users, 'zh')}，所以要把{_chinese(len(users))}项贡献相加"
            f"{'，下面列出最大的几项' * strongest}："
        ),
        "through": lambda name: f"经过 {name}：",
        "directly": lambda name: f"直接作用于 {name}：",
        "others": lambda n: f"其余 {n:,} 项合计" if n > 1 else "其余一项",
        "sum": lambda: "总和",
        "product": lambda: "乘积",
        "above": lambda: "上面求得的总和",
        "as_before": lambda: "上面已经求得",
        "own_sum": lambda: "另行求和",
        "own_product": lambda: "另行求积",
        "steps": lambda n: f"（{n:,} 步连乘）",
        "operations": lambda n: f"（由 {n:,} 个运算复合而成）",
        "no_formula": lambda: "（只有数值，没有公式）",
        "with": lambda: "记",
        "where": lambda: "其中",
        "softmax": lambda x: f"exp({x} − logsumexp(…)) 就是 {x} 的 softmax：exp({x}) 除以所有这样的项之和。",
        "within": lambda: "输入在上下界之内时，clamp 不起作用，斜率为 1，导数公式中就略去它。",
        "update": lambda lr: f"更新，学习率 {lr}",
        "folded": lambda n, lines: (
            f"全部写出来共有 {lines:,} 行。其余 {n:,} 个分支点的推导方法相同，用 at='名称' 可以查看其中任何一个："
        ),
        "more": lambda n: f"还有 {n:,} 个",
        "itself": lambda: "任何量对自身的导数都是 1。",
        "infinite": lambda name, why: f"这里首次出现无穷大：{name} 的值是 {why}",
        "outdated": lambda names, root: (
            f"注意：{listed(names, 'zh')} 与其输入现在的值对不上，因为算出 {root} 之后有数据被改动过。"
            f"这里的导数是改动之前记录下来的；请重新计算 {root}，再看代入公式的数值。"
        ),
        "disagrees": lambda recorded, now: f"记录的值是 {recorded}，而把现在的数值代入公式得到 {now}",
        "undefined": lambda name: f"这里首次出现 nan（非数）：{name} 没有确定的值，例如 0·inf 或 inf − inf",
    },
}
