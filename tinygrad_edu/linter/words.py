"""The sentences of a lint report, in English and in Chinese: for each kind of finding what is seen, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["WORDS", "number", "some"]


def number(x: float) -> str:
    """A number to four digits, as people write it.

    >>> number(0.5), number(-1234567.0), number(1e-9)
    ('0.5', '−1.235e+06', '1e-09')
    """
    text = f"{x:.4g}"
    return "−" + text[1:] if text.startswith("-") else text


def some(names: Sequence[str], lang: str, most: int = 6) -> str:
    """Names, the first few of them.

    >>> some(["w1", "w2", "w3"], "en", most=2), some(["w1", "w2"], "en", most=2)
    ('w1, w2 and 1 more', 'w1, w2')
    """
    comma, more = (", ", " and {:,} more") if lang == "en" else ("、", " 等 {1:,} 个")
    left = len(names) - most
    return comma.join(names[:most]) + (more.format(left, len(names)) if left > 0 else "")


def _en_uses(n: float, of: float) -> str:
    return "for the one input" if of == 1 else f"in {int(n):,} of {int(of):,} outputs"


def _zh_uses(n: float, of: float) -> str:
    return "对唯一的一个输入" if of == 1 else f"{int(of):,} 个输出中有 {int(n):,} 个"


def _en_method(n: dict[str, float]) -> str:
    found = "" if n["converged"] else ", not converged"
    steps = f"{n['iterations']:.0f} step{'s' * (n['iterations'] != 1)}"
    return f"power iteration: {steps}, residual {number(n['residual'])}{found}"


def _zh_method(n: dict[str, float]) -> str:
    found = "" if n["converged"] else "，未收敛"
    return f"幂迭代 {n['iterations']:.0f} 步，残差 {number(n['residual'])}{found}"


def _zh_beside(word: str) -> str:
    """A word in a Chinese sentence: one in Latin letters stands between spaces."""
    return f" {word} " if word.isascii() else word


def _smaller(n: dict[str, float], a: str, b: str) -> float:
    return n[b] / n[a] if n[a] else float("inf")


# kind: (what is seen, what to do); w: the names, n: the numbers, what: a word that belongs to the finding
WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "severity": {"error": "error", "warning": "warning", "note": "note"},
        "kinds": {},  # as they are
        "nothing": "nothing found: no parameter is cut off, and no neuron or layer stands out",
        "counted": lambda parts: ", ".join(f"{n} {name}{'s' * (n != 1)}" for name, n in parts),
        "titled": lambda title, text: f"{title}: {text}",
        "do": "what to do",
        "rate": lambda n: (
            f"λ_max = {number(n['lambda_max'])} ({_en_method(n)}): learning rates up to {number(n['limit'])} are stable"
        ),
        "flat": lambda n: f"λ_max = {number(n['lambda_max'])} ({_en_method(n)}): no curvature limits the learning rate",
        "no_limit": lambda what: (
            f"the learning rate was not judged: the limit 2/λ_max is that of gradient descent, and {what} is not"
        ),
        "descent": "gradient descent",
        "not_judged": "the learning rate was not judged, because the recorded numbers are not today's, or not finite",
        "not_reached": "the learning rate was not judged: the loss depends on none of the parameters that it is for",
        "not-finite": (
            lambda w, n, what: (
                f"the loss is {number(n['loss'])}"
                if what == "loss"
                else f"the gradient of {w} is infinite or undefined (nan)"
            ),
            "compute it again inside `with tinygrad_edu.detect_anomaly():`, which names the operation where it begins",
        ),
        "disconnected": (
            lambda w, n, what: (
                f"the loss was not computed from {w}: {n['count']:.0f} of {n['of']:.0f} parameters get no gradient and "
                "never learn" + ("; the loss uses other Values with the same names" if what == "twins" else "")
            ),
            "use them in forward(), or leave them out of the model. If the model was made anew, compute the loss with "
            "the new one. A Value that went through float(), .data, .detach(), a comparison, math or numpy has left "
            "the graph. Rows of a table are no error where this batch looked up other rows",
        ),
        "not-looked-up": (
            lambda w, n, what: (
                f"the loss was not computed from {w}: these {n['count']:.0f} of {n['of']:.0f} parameters are rows of "
                "a table that other rows were looked up in, and get no gradient from this batch"
            ),
            "nothing, if other batches look them up; what no batch ever looks up stays as it is",
        ),
        "no-slope": (
            lambda w, n, what: (
                f"all that the loss gets of {w} is through {what}, whose derivative is 0 wherever it has one: "
                f"{n['count']:.0f} of {n['of']:.0f} parameters have the gradient 0 at every point and never learn"
            ),
            "steps and choices have no slope to learn by: let the number itself reach the loss, or take a smooth "
            "function in their place, such as tanh(w) for sign(w), or p·a + (1 − p)·b with p = sigmoid(w) for "
            "where(w > 0, a, b)",
        ),
        "not-zeroed": (
            lambda w, n, what: (
                f"backward() has run {n['passes']:.0f} times through this loss since its gradients were 0"
                if what == "twice"
                else f"{w}.grad is {number(n['grad'])}, but this loss gives {number(n['gradient'])}: "
                f"{number(n['left'])} is left from an earlier backward(), and so it is for {n['count']:.0f} of "
                f"{n['of']:.0f} parameters"
            ),
            "call zero_grad() before each backward(); only if you add up several losses on purpose, all is well",
        ),
        "leftover": (
            lambda w, n, what: (
                f"{w}.grad holds {number(n['grad'])} before backward() of this loss has run, which will add "
                f"{number(n['gradient'])} to it; so it is for {n['count']:.0f} of {n['of']:.0f} parameters"
            ),
            "call zero_grad() before the next backward()",
        ),
        "not-optimized": (
            lambda w, n, what: (
                f"the optimizer ({what}) holds none of the {n['of']:.0f} parameters that need a gradient: its steps "
                "change nothing here"
            ),
            "make the optimizer of this model's parameters, after the model: optim.SGD(model.parameters(), lr=0.1). "
            "One that was made before holds those of the model that was there then",
        ),
        "learning-rate": (
            lambda w, n, what: (
                f"the learning rate {number(n['lr'])} is above {number(n['limit'])}, the most that {what} stands here: "
                f"the largest curvature of the loss is λ_max = {number(n['lambda_max'])} ({_en_method(n)}), and "
                f"{number(n['lr'])} times that is {number(n['lr'] * n['lambda_max'])}. In that direction each step "
                "goes so far beyond the bottom that the loss rises"
            ),
            "take a smaller learning rate, a half or a tenth of the limit, or scale inputs and targets to about −1 to "
            "1, which makes the curvature smaller",
        ),
        "symmetric": (
            lambda w, n, what: (
                f"{w}: these {n['count']:.0f} neurons have the same weights and the same gradients, so they take the "
                "same steps and stay copies of one neuron"
            ),
            "start from random weights: tinygrad_edu.nn's layers do by themselves; biases may start at 0",
        ),
        "dead": (
            lambda w, n, what: (
                f"{w} ({what}): slope 0 for all {n['inputs']:.0f} inputs (net inputs from {number(n['low'])} to "
                f"{number(n['high'])}). No gradient gets through, and {n['parameters']:.0f} parameters stand still"
            ),
            "look at more rows; if it is so on all of them: a smaller learning rate, a bias that starts above 0, "
            "inputs scaled to about −1 to 1, or leaky_relu, gelu or tanh",
        ),
        "vanishing": (
            lambda w, n, what: (
                f"the gradient vanishes on the way down: ∂loss/∂net is {number(n['last'])} in layer {n['depth']:.0f}, "
                f"but {number(n['here'])} in layer {n['layer']:.0f} ({w}), "
                + (f"{number(_smaller(n, 'here', 'last'))} times less" if n["here"] else "nothing is left")
                + " (root mean square over neurons and inputs). That layer "
                + ("hardly learns" if n["here"] else "does not learn")
            ),
            "fewer layers, relu or tanh in place of sigmoid, wider layers or leaky_relu where all relus are off for an "
            "input, initial weights by Xavier or He (nn.init), or Adam",
        ),
        "exploding": (
            lambda w, n, what: (
                f"the gradient explodes on the way down: ∂loss/∂net is {number(n['last'])} in layer {n['depth']:.0f}, "
                f"but {number(n['here'])} in layer {n['layer']:.0f} ({w}), {number(_smaller(n, 'last', 'here'))} times "
                "more (root mean square over neurons and inputs)"
                if what == "depth"
                else f"the gradient of layer {n['layer']:.0f} ({w}) is {number(n['gradient'])} where its parameters "
                f"are {number(n['size'])} (root mean squares): a step with a learning rate of 0.001 is longer than "
                "they are"
            ),
            "scale inputs and targets to about −1 to 1, take smaller initial weights (nn.init) and clip the gradients "
            "(optim.clip_grad_norm_, or fit(..., clip=1.0))",
        ),
        "saturated": (
            lambda w, n, what: (
                f"{w} ({what}): saturated {_en_uses(n['saturated'], n['rows'])}, with net inputs from "
                f"{number(n['low'])} to {number(n['high'])}. There the slope is {number(n['slope'])} on average, and "
                f"{number(n['steepest'])} at its best: the gradient gets through "
                f"{number(_smaller(n, 'slope', 'steepest'))} times weaker than it could"
            ),
            "smaller initial weights, inputs scaled to about −1 to 1, or relu in place of it; in an output layer, a "
            "loss that takes the net input (bce_with_logits, cross_entropy)",
        ),
        "data-changed": (
            lambda w, n, what: (
                f"the loss was computed from other numbers than those of {w} now: what is said here is about the "
                "numbers of that time"
            ),
            "compute the loss again, then lint it",
        ),
    },
    "zh": {
        "severity": {"error": "错误", "warning": "警告", "note": "提示"},
        "kinds": {
            "not-finite": "不是有限的数",
            "disconnected": "与损失断开",
            "not-looked-up": "没有被取到",
            "no-slope": "没有斜率",
            "not-zeroed": "梯度没有清零",
            "leftover": "留有以前的梯度",
            "not-optimized": "不在优化器里",
            "learning-rate": "学习率太大",
            "symmetric": "神经元对称",
            "dead": "神经元不再工作",
            "vanishing": "梯度消失",
            "exploding": "梯度爆炸",
            "saturated": "神经元饱和",
            "data-changed": "数据被改动",
        },
        "nothing": "没有发现问题：没有与损失断开的参数，也没有异常的神经元或层",
        "counted": lambda parts: "，".join(f"{n} 个{name}" for name, n in parts),
        "titled": lambda title, text: f"{title}：{text}",
        "do": "怎么办",
        "rate": lambda n: (
            f"λ_max = {number(n['lambda_max'])}（{_zh_method(n)}）：学习率不超过 {number(n['limit'])} 时是稳定的"
        ),
        "flat": lambda n: f"λ_max = {number(n['lambda_max'])}（{_zh_method(n)}）：曲率对学习率没有限制",
        "no_limit": lambda what: f"没有判断学习率：界限 2/λ_max 只适用于梯度下降，而这里用的是 {what}",
        "descent": "梯度下降",
        "not_judged": "没有判断学习率：记录的数值已不是现在的数值，或者不是有限的数",
        "not_reached": "没有判断学习率：它所更新的参数，损失一个也没有用到",
        "not-finite": (
            lambda w, n, what: (
                f"损失是 {number(n['loss'])}" if what == "loss" else f"{w} 的梯度是无穷大或没有定义（nan）"
            ),
            "放进 `with tinygrad_edu.detect_anomaly():` 里重新计算，它会指出是从哪个运算开始的",
        ),
        "disconnected": (
            lambda w, n, what: (
                f"损失的计算没有用到 {w}：{n['of']:.0f} 个参数中有 {n['count']:.0f} 个得不到梯度，永远不会学习"
                + ("；损失用的是同名的另一些 Value" if what == "twins" else "")
            ),
            "在 forward() 里用上它们，或者把它们从模型中去掉。如果模型是重新建立的，请用新模型重新计算损失。"
            "经过 float()、.data、.detach()、比较运算、math 或 numpy 的 Value 已经离开了计算图。"
            "如果是一个表中的几行，而这批数据只取了其他的行，那不是错误",
        ),
        "not-looked-up": (
            lambda w, n, what: (
                f"损失的计算没有用到 {w}：{n['of']:.0f} 个参数中的这 {n['count']:.0f} 个是一个表中的行，"
                "这批数据取了其他的行，它们没有得到梯度"
            ),
            "如果别的批次会取到它们，就不用做什么；从来取不到的行，数值一直不变",
        ),
        "no-slope": (
            lambda w, n, what: (
                f"损失只是通过 {what} 用到 {w}，而它的导数凡有定义之处都是 0：{n['of']:.0f} 个参数中有 "
                f"{n['count']:.0f} 个的梯度在任何一点都是 0，永远不会学习"
            ),
            "阶跃和选择没有斜率可学：让数值本身进入损失，或者换成光滑的函数，例如用 tanh(w) 代替 sign(w)，"
            "用 p·a + (1 − p)·b（其中 p = sigmoid(w)）代替 where(w > 0, a, b)",
        ),
        "not-zeroed": (
            lambda w, n, what: (
                f"梯度清零以后，backward() 已经在这个损失上运行了 {n['passes']:.0f} 次"
                if what == "twice"
                else f"{w}.grad 是 {number(n['grad'])}，而这个损失给出的梯度是 {number(n['gradient'])}："
                f"{number(n['left'])} 是以前的 backward() 留下的；{n['of']:.0f} 个参数中有 {n['count']:.0f} 个是这样"
            ),
            "每次 backward() 之前先调用 zero_grad()；只有特意把几个损失的梯度加在一起时才不必",
        ),
        "leftover": (
            lambda w, n, what: (
                f"这个损失的 backward() 还没有运行，{w}.grad 里已经有 {number(n['grad'])}，"
                f"backward() 会再加上 {number(n['gradient'])}；{n['of']:.0f} 个参数中有 {n['count']:.0f} 个是这样"
            ),
            "下一次 backward() 之前先调用 zero_grad()",
        ),
        "not-optimized": (
            lambda w, n, what: (
                f"优化器（{what}）里没有这 {n['of']:.0f} 个需要梯度的参数中的任何一个：它的更新在这里什么也不改变"
            ),
            "先建立模型，再用这个模型的参数建立优化器：optim.SGD(model.parameters(), lr=0.1)。"
            "在它之前建立的优化器，里面是原来那个模型的参数",
        ),
        "learning-rate": (
            lambda w, n, what: (
                f"学习率 {number(n['lr'])} 超过了{_zh_beside(what)}在这里能承受的上限 {number(n['limit'])}："
                f"损失的最大曲率是 λ_max = {number(n['lambda_max'])}（{_zh_method(n)}），学习率与它的乘积是 "
                f"{number(n['lr'] * n['lambda_max'])}。在这个方向上，每一步都越过谷底太远，损失反而上升"
            ),
            "减小学习率，取上限的一半到十分之一；或者把输入和目标缩放到 −1 到 1 左右，曲率会随之变小",
        ),
        "symmetric": (
            lambda w, n, what: (
                f"{w}：这 {n['count']:.0f} 个神经元的权值相同、梯度也相同，每一步的变化都一样，永远是同一个神经元的副本"
            ),
            "用随机数初始化权值：tinygrad_edu.nn 的层会自动这样做；偏置可以从 0 开始",
        ),
        "dead": (
            lambda w, n, what: (
                f"{w}（{what}）：对全部 {n['inputs']:.0f} 个输入，斜率都是 0（净输入从 {number(n['low'])} 到 "
                f"{number(n['high'])}）。梯度传不过去，{n['parameters']:.0f} 个参数不再变化"
            ),
            "换更多的数据行看一看；如果对所有行都如此：减小学习率，让偏置从大于 0 的数开始，"
            "把输入缩放到 −1 到 1 左右，或者改用 leaky_relu、gelu、tanh",
        ),
        "vanishing": (
            lambda w, n, what: (
                f"梯度在反向传播途中消失：∂loss/∂net 在第 {n['depth']:.0f} 层是 {number(n['last'])}，"
                f"到第 {n['layer']:.0f} 层（{w}）只有 {number(n['here'])}，"
                + (f"小了 {number(_smaller(n, 'here', 'last'))} 倍" if n["here"] else "完全没有了")
                + f"（对神经元和输入取均方根）。这一层{'几乎不' if n['here'] else '不'}学习"
            ),
            "减少层数，用 relu 或 tanh 代替 sigmoid，如果某个输入让整层 relu 都关闭，就加宽这一层或改用 leaky_relu，"
            "用 Xavier 或 He 方法初始化权值（nn.init），或者用 Adam",
        ),
        "exploding": (
            lambda w, n, what: (
                f"梯度在反向传播途中爆炸：∂loss/∂net 在第 {n['depth']:.0f} 层是 {number(n['last'])}，"
                f"到第 {n['layer']:.0f} 层（{w}）是 {number(n['here'])}，大了 {number(_smaller(n, 'last', 'here'))} 倍"
                "（对神经元和输入取均方根）"
                if what == "depth"
                else f"第 {n['layer']:.0f} 层（{w}）的梯度是 {number(n['gradient'])}，而参数本身只有 "
                f"{number(n['size'])}（均方根）：学习率取 0.001 时，一步就比参数本身还大"
            ),
            "把输入和目标缩放到 −1 到 1 左右，用更小的初始权值（nn.init），并裁剪梯度"
            "（optim.clip_grad_norm_，或 fit(..., clip=1.0)）",
        ),
        "saturated": (
            lambda w, n, what: (
                f"{w}（{what}）：{_zh_uses(n['saturated'], n['rows'])}处于饱和状态，净输入从 {number(n['low'])} 到 "
                f"{number(n['high'])}。那里的斜率平均是 {number(n['slope'])}，最大可以是 {number(n['steepest'])}："
                f"传过去的梯度弱了 {number(_smaller(n, 'slope', 'steepest'))} 倍"
            ),
            "用更小的初始权值，把输入缩放到 −1 到 1 左右，或者换成 relu；在输出层则用直接取净输入的损失"
            "（bce_with_logits、cross_entropy）",
        ),
        "data-changed": (
            lambda w, n, what: f"{w} 现在的数值与计算损失时的不一致：这里所说的是当时的数值",
            "重新计算损失，再检查一次",
        ),
    },
}
