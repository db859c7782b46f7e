"""The sentences of an explanation, in English and in Chinese. Formulae are the same in both."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["WORDS"]

_COUNT = "no one two three four five six seven eight nine ten eleven twelve".split()
_CHINESE = "零 一 两 三 四 五 六 七 八 九 十 十一 十二".split()


def _english(n: int) -> str:
    return _COUNT[n] if n < len(_COUNT) else f"{n:,}"


def _chinese(n: int) -> str:
    return _CHINESE[n] if n < len(_CHINESE) else f"{n:,}"


def _and(names: Sequence[str], word: str, comma: str) -> str:
    return names[0] if len(names) == 1 else comma.join(names[:-1]) + word + names[-1]


def _list(names: Sequence[str], word: str, comma: str, most: int = 6) -> str:
    return _and(names, word, comma) if len(names) <= most else comma.join([*names[:2], "…", names[-1]])


WORDS = {
    "en": {
        "paths": lambda n: "one path" if n == 1 else f"{n:,} paths",
        "counted": lambda w, e, points: (
            f"from {w} to {e}, over {points:,} branch point{'s' * (points != 1)}: each is worked out once"
        ),
        "part": lambda whole, e: f"a part of ∂{e}/∂{whole}",
        "feeds": lambda node, users, strongest: (
            f"{node} feeds {_list(users, ' and ', ', ')}, so {_english(len(users))} contributions add up"
            f"{'; the strongest' * strongest}:"
        ),
        "through": lambda name: f"through {name}",
        "directly": lambda name: f"directly into {name}",
        "others": lambda n: f"{n:,} more bring together" if n > 1 else "one more brings",
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
        "where": lambda names: "where",
        "update": lambda lr: f"update, learning rate {lr}",
        "folded": lambda n, lines: (
            f"Written out, all this has {lines:,} lines. {_english(n).capitalize()} more branch point"
            f"{'s are' if n != 1 else ' is'} worked out in the same way; at='NAME' shows one:"
        ),
        "more": lambda n: f"and {n:,} more",
        "itself": lambda: "The derivative of anything by itself is 1.",
        "infinite": lambda name, why: f"here a number without bound first appears: {name} is {why}",
        "undefined": lambda name: f"here nan (not a number) first appears: {name} has no value, as 0·inf or inf − inf",
    },
    "zh": {
        "paths": lambda n: f"{_chinese(n) if n != 2 else '两'}条路径",
        "counted": lambda w, e, points: f"从 {w} 到 {e}，经过 {points:,} 个分支点，每个分支点只推导一次",
        "part": lambda whole, e: f"∂{e}/∂{whole} 的一部分",
        "feeds": lambda node, users, strongest: (
            f"{node} 流向 {_list(users, ' 和 ', '、')}"
            f"，所以{_chinese(len(users))}个部分相加{'，最强的几个' * strongest}："
        ),
        "through": lambda name: f"经过 {name}",
        "directly": lambda name: f"直接进入 {name}",
        "others": lambda n: f"其余 {n:,} 项合计",
        "sum": lambda: "和",
        "product": lambda: "乘积",
        "above": lambda: "上面的和",
        "as_before": lambda: "上面已推导",
        "own_sum": lambda: "另一个和",
        "own_product": lambda: "另一个乘积",
        "steps": lambda n: f"（{n:,} 步合成）",
        "operations": lambda n: f"（{n:,} 个运算合成）",
        "no_formula": lambda: "（只有数值，没有公式）",
        "with": lambda: "记",
        "where": lambda names: "其中",
        "update": lambda lr: f"更新权值，学习率 {lr}",
        "folded": lambda n, lines: (
            f"全部写出共 {lines:,} 行。其余 {n:,} 个分支点的推导方法相同；用 at='名称' 查看其中之一："
        ),
        "more": lambda n: f"还有 {n:,} 个",
        "itself": lambda: "任何量对自身的导数都是 1。",
        "infinite": lambda name, why: f"这里第一次出现无穷大：{name} 为 {why}",
        "undefined": lambda name: f"这里第一次出现 nan（不是数）：{name} 没有值，例如 0·inf 或 inf − inf",
    },
}
