"""The sentences of the article in Chinese, with the article's own terms; see ``english.py`` for what they have to be.

The words inside the pictures stand here too, each beside the English that it takes the place of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from ..explain.words import listed

__all__ = ["CHINESE"]


_and = partial(listed, lang="zh", first=0)


def _hidden(sizes: Sequence[int]) -> str:
    if len(sizes) == 1:
        return f"一个有 {sizes[0]} 个神经元的隐含层"
    neurons = f"各有 {sizes[0]}" if len(set(sizes)) == 1 else f"依次有 {'、'.join(map(str, sizes))}"
    return f"{len(sizes)} 个隐含层（{neurons} 个神经元）"


def _changed(before: str, after: str, way: int) -> str:
    return f"从 {before} {'降到' if way > 0 else '升到'} {after}" if way else f"仍然是 {before}"


CHINESE: dict[str, Any] = {
    "title": "前向传播和反向传播，一步一步算",
    "lead": lambda sizes, original: (
        f"{'文章里的' if original else '一个'} {sizes} 网络，从第一个数算到最后一个数。"
        "本页的每个数字都是算出来的，没有一个是抄来的。"
    ),
    "contents": "目录",
    "colon": "：",
    "scroll": lambda what: f"{what}（可左右滚动）",
    # -- what it is for
    "purpose": "前向传播和反向传播的作用",
    "forward_is": (
        "神经网络是一个含有许多权值的公式。**前向传播**就是把数代入这个公式：从输入层到输出层逐层计算，"
        "每个神经元先求输入的加权和，再把它代入激活函数，得到输出。最后得到网络的回答，与目标值相比，就得出总误差。"
    ),
    "backward_is": (
        "**反向传播**沿相反的方向进行。它对每个权值都问同一个问题：你改变一点点，总误差会改变多少？答案是一个偏导数。"
        "链式法则从输出层开始，朝着输入层的方向逐层把它求出来；求过一次的结果，后面可以反复使用。"
    ),
    "training_is": "训练就是不断重复下面三件事，直到误差足够小：",
    "training_steps": (
        "计算输出和总误差（前向传播）；",
        "求总误差对每个权值的偏导数（反向传播）；",
        "让每个权值沿偏导数的反方向走一小步（权值更新）。",
    ),
    # -- the network
    "network": "网络和它的初始值",
    "network_is": lambda n, hidden, m: (
        f"网络有 {n} 个输入、{_hidden(hidden)}和 {m} 个输出。"
        if hidden
        else f"网络有 {n} 个输入和 {m} 个输出，没有隐含层。"
    ),
    "neuron_is": lambda biases: (
        f"每个神经元计算两个数：先是 **net**，即各个输入的加权和{'再加上截距项' * biases}；"
        "然后是输出 **out**，即激活函数在 net 处的值。"
    ),
    "activations": lambda pairs: f"激活函数：{'；'.join(f'{layer}用 {name}' for layer, name in pairs)}。",
    "linear_is": "linear（线性，即 out = net，只写 out）",
    "shared": lambda names: f"同一层的神经元共用一个截距项，即 {_and(names)}。",
    "not_trained": lambda names: f"和文章一样，截距项 {_and(names)} 不参加训练。",
    "held": lambda names: f"以下各量不参加训练，始终不变：{_and(names)}。",
    "picture_layers": "网络的各层。",
    "picture_names": lambda w, a, b, more: f"{'各个' * more}权值的名称：{w} 从 {a} 通向 {b}{'，其余依此类推' * more}。",
    "picture_numbers": "同一个网络，标出了初始值和前向传播算出的各个输出。",
    "picture_large": "前向传播之后的网络；它太大，图中标不下每个数字。",
    "initial": "初始值",
    "inputs": "输入", "targets": "目标值", "biases": "截距项", "rate": "学习率",
    "weights": lambda layer: f"通向{layer}的权值",
    "input_layer": "输入层", "output_layer": "输出层",
    "hidden_layer": lambda k, of: "隐含层" if of == 1 else f"第 {k} 隐含层", "hidden_layers": "所有隐含层",
    "more": lambda n: f"另外 {n:,} 个",
    # -- forward
    "step1": "第一步：前向传播",
    "arrow": lambda a, b: f"{a} → {b}",
    "forward_layer": lambda layer, linear, n: (
        f"对{layer}的{'每个' if n > 1 else '这一个'}神经元，"
        f"{'求加权和，它同时就是输出' if linear else '先求加权和，再代入激活函数'}。"
    ),
    "more_neurons": lambda n: f"这一层其余 {n:,} 个神经元的算法相同：",
    "neuron": "神经元",
    "sum_of": lambda n: f"{n:,} 个输入的加权和",
    "long_formula": lambda n: f"由 {n:,} 个数组成的公式，太长，不写出",
    "answer": lambda outs, targets: (
        f"前向传播到此完成。网络的回答是 {_and(outs)}" + (f"，而目标值是 {_and(targets)}。" if targets else "。")
    ),
    # -- backward
    "step2": "第二步：反向传播",
    "total": "总误差",
    "total_is": lambda root: f"网络的回答离目标值有多远？用一个数来衡量，训练就是要让它变小。这个数就是 {root}。",
    "into": lambda a, b: f"{a} → {b}：通向{b}的权值",
    "ask": lambda w, root: f"以 {w} 为例：{w} 改变一点点，{root} 会改变多少？",
    "one_way": lambda w, root, n: (
        f"从 {w} 到 {root} 只有一条路径，根据链式法则，偏导数是 {n} 个因子的乘积："
        if n > 1
        else f"从 {w} 到 {root} 只有一步，所以只有一个因子："
    ),
    "many_ways": lambda w, root, n: (
        f"从 {w} 到 {root} 共有 {n:,} 条路径。在路径分岔的地方，根据链式法则，从各条路径传回来的部分要相加："
    ),
    "factor_error": lambda f, out: f"{f}：总误差怎样随输出 {out} 变化；",
    "factor_slope": lambda f, out, net: f"{f}：输出 {out} 怎样随 {net} 变化，也就是激活函数的斜率；",
    "factor_shared": lambda f, out, net: f"{f}：输出 {out} 怎样随另一个神经元的 {net} 变化，因为它的公式里也有 {net}；",
    "factor_weight": lambda f, net, w: f"{f}：{net} 怎样随 {w} 变化，结果就是与 {w} 相乘的那个数。",
    "factor_linear": lambda f, out, w: f"{f}：输出 {out} 怎样随 {w} 变化，结果就是与 {w} 相乘的那个数。",
    "factor_other": lambda f: f"{f}；",
    "received": lambda out, users, n: (
        f"{out} 同时传给 {_and(users)}，所以误差也从这 {n} 处传回来，传回来的各部分要相加。"
    ),
    "received_one": lambda out, user: f"{out} 只传给 {user}，所以误差只从那里传回来。",
    "deeper": lambda layer: (
        f"再往前一层，做法相同：{layer}各个神经元的 δ 已经求得。"
        "把一个神经元所连接的后一层各神经元的 δ 分别乘以中间的权值，再相加，就是传回给它的误差。"
    ),
    "in_delta_form": lambda lines: f"这个推导全部写出来有 {lines:,} 行，用 δ 的形式则很短。",
    "check": lambda product, gradient: (
        f"由上面各因子（未经舍入）算得 {product}，`backward()` 算出的是 {gradient}。"
    ),
    "bracket": "方括号的值：其中的不等式成立时为 1，不成立时为 0。",
    "known": "这里训练的参数，上面各层也都用到：那里求得的梯度已是各处用到时的总和。",
    "updates": "这一层的每个梯度都这样求得，更新的公式也都相同：",
    "weight": "权值", "value": "原值", "new": "更新后",
    "picture_path": lambda w, root: f"从 {root} 回到 {w} 的路径：每个箭头是链式法则的一个因子，为 1 的不写进乘积。",
    "picture_paths": lambda w, root, out: f"从 {root} 回到 {w} 的各条路径：它们在 {out} 汇合，误差在那里相加。",
    "flow": "全部梯度",
    "picture_flow": (
        "蓝色：梯度为正，更新使权值变小。橙色：梯度为负，更新使权值变大。"
        "线越宽，梯度越大。δ 是误差对神经元的 net 的导数。"
    ),
    "picture_matrices": "逐层来看：各层权值的梯度有多大，怎样分布。",
    # -- after
    "after": "更新之后",
    "after_is": lambda root, before, after, way: (
        f"所有权值同时更新，再做一次前向传播：{root} {_changed(before, after, way)}。"
    ),
    "after_all": lambda n, root, last: f"把这三步迭代 {n:,} 次之后，{root} 是 {last}。",
    "no_progress": "它并不比开始时小：可能是学习率太大，也可能是这里的梯度消失了。",
    "not_finite": "训练途中误差超出了一切界限：对这个网络来说，这个学习率太大，请换一个小一些的。",
    "course": lambda root: f"训练过程中的 {root}。",
    "curve": lambda root: {"title": f"训练：{root}", "loss": root, "training": "最后", "epoch": "迭代次数",
                           "course": "{}：从 {:.4g} 到 {:.4g}"},
    "round": "迭代次数", "output": "输出", "target": "目标值", "at_start": "开始时",
    "after_rounds": lambda n: f"迭代 {n:,} 次后",
    "orders": "关于两种更新次序",
    "orders_is": (
        "文章自相矛盾。它的推导和本页一样，所有梯度都取自**旧**权值，然后**同时**更新全部权值：这就是梯度下降，"
        "任何自动微分算出的也是它。可是文章末尾的数字来自另一个程序：它**先**更新输出层的权值，"
        "再让误差经过**新**权值传回隐含层。这样**依次**更新是一个典型的错误。下面把两种都算出来："
    ),
    "orders_own": (
        "本页的所有梯度都取自**旧**权值，然后**同时**更新全部权值：这就是梯度下降。如果程序先更新输出层的权值，"
        "再让误差经过新权值传回去，算出的就是另外的东西。文章末尾的数字就是这样来的；"
        "`tinygrad-edu article --lang zh` 会列出两种结果。"
    ),
    "simultaneous": "同时更新", "sequential": "依次更新", "prints": "文章所印",
    "error_after": lambda root, n: f"{root}，迭代 {n:,} 次后",
    # -- the rest
    "steps": "自己一步一步地看",
    "steps_is": (
        "同样的计算，一次一步。方向键前后移动，空格键播放；选择一个权值，可以看它的推导；"
        "选择一次迭代，可以看各个数怎样变化。"
    ),
    "steps_too_many": (
        "这个网络的方框太多，一页里看不过来，所以这里没有逐步演示。网络小一些，这里就会有；"
        "`print(te.steps(E))` 不论大小都能列出全部步骤。"
    ),
    "own": "换成你自己的网络",
    "own_command": "随机初始化的网络，大小任意：",
    "own_program": "或者在 Python 程序里用你自己的数值。每个 Value 都保留你给它起的名称：",
    "own_also": "命令行里还有",
    "explain_also": "在终端里推导任意一个权值；",
    "draw_also": "把任意一张图存成文件；",
    "steps_also": "把逐步演示存成单独的页面。",
    "rounding": "全部以双精度计算，打印时才四舍五入，所以最后一位可能与用打印的数字相乘的结果不同。",
    "made": lambda version: f"由 tinygrad_edu {version} 生成；整页是一个文件，不从别处加载任何东西。",
    "spoken": (
        (r", target ([−\d])", r"，目标值 \1"), (r", brings ([+−])", r"，传回 \1"),
        (r"^(\S+) from (\S+) to (\S+)$", r"\1：\2 → \3"),
        ("^input layer|^input(?=: )", "输入层"), ("^output layer", "输出层"), (r"^hidden layer (\d+)", r"第 \1 隐含层"),
        ("^hidden layer", "隐含层"), (r"(\d) values?\b", r"\1 个值"), (r"(\d) weights?\b", r"\1 个权值"),
        (r"(\d) bias(?:es)?\b", r"\1 个截距项"), (r"(\d) neurons?, ", r"\1 个神经元，"),
        (", mean output ", "，平均输出 "),
        (", mean ", "，平均 "), (", saturated ", "，饱和 "), (r", norm of their gradient (\S+)$", r"，梯度的范数 \1"),
        (r", gradients from (\S+) to (\S+), norm (\S+)$", r"，梯度从 \1 到 \2，范数 \3"),
        (r"^(\d+) steps not drawn", r"\1 步未画出"), ("(?<=层): ", "："), ("; ", "、"),
    ),
    "pictures": (
        ("input layer", "输入层"), ("hidden layer", "隐含层"), (r"hidden layer (\d+)", r"第 \1 隐含层"),
        ("output layer", "输出层"), ("error", "误差"), (r"target (.+)", r"目标值 \1"), (r"brings (.+)", r"传回 \1"),
        (r"gradient \+", "梯度 +"), ("gradient −", "梯度 −"),
        (r"gradient \+ \(lower the weight\)", "梯度 +（更新使权值变小）"),
        (r"gradient − \(raise it\)", "梯度 −（更新使权值变大）"),
        (r"line width ~ √\|gradient carried\|", "线宽 ~ √|传回的梯度|"),
        (r"line(?: width)? ~ (.+)", "线宽 ~ \\1\u2003"),
        (r"fill ~ (.+)", r"颜色深浅 ~ \1"), ("δ = (∂.+/∂net) of the neuron", r"δ = \1"),
        (r"weight ([+−])", r"权值 \1"), ("gradients below 0", "梯度小于 0"), ("above 0", "大于 0"),
        ("saturated: local derivative below (.+)", r"饱和：局部导数小于 \1"), ("saturated", "饱和"),
        ("input", "输入层"), ("hidden", "隐含层"), (r"hidden (\d+)", r"第 \1 隐含层"), ("output", "输出层"),
        ("mean out", "平均输出"), ("mean", "平均"), (r"mean \|δ\|", "平均 |δ|"), ("zeros", "零的比例"),
        ("all are 0", "全部是 0"), ("only 0, inf or nan", "只有 0、inf 或 nan"),
        ("value", "值"), (r"(\S+) values?", r"\1 个值"), (r"(\S+) values? · (.+)", r"\1 个值 · \2"),
        (r"(\S+) neurons? · (.+)", r"\1 个神经元 · \2"), (r"(\S+) weights?", r"\1 个权值"),
        (r"(\S+) weights? \+ (\S+) bias(?:es)?", r"\1 个权值 + \2 个截距项"), (r"⋮  (\S+) more", r"⋮  另外 \1 个"),
        (r"⋯ (\S+) steps ⋯", r"⋯ \1 步 ⋯"), (r"(\S+) more bring", r"另外 \1 项传回"),
        (r"the error is made of the outputs of (.+) and (\S+) more too: there are no lines for that",
         r"误差也直接取决于 \1 和另外 \2 个神经元的输出，图中没有为此画线"),
        ("the error is made of the outputs of (.+) too: there are no lines for that",
         r"误差也直接取决于 \1 的输出，图中没有为此画线"),
        ("a weight of a sum of neurons is on a line to each: what the nearest says holds for all of them",
         "一个权值若乘以几个神经元之和，到每个神经元都有一条线：最近一条上标出的，对其他各条同样成立"),
        (r"of layers of more than (\d+) neurons the first and the last (\d+) are drawn",
         r"超过 \1 个神经元的层，只画出前 \2 个和后 \2 个"),
    ),
}  # fmt: skip
