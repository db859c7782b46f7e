"""What a type checker, and so an editor, knows of a user's program: ``make lint`` has mypy read it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import assert_type

    import tinygrad_edu as te
    from tinygrad_edu import Value, nn, optim, train
    from tinygrad_edu.check import GradcheckReport
    from tinygrad_edu.draw import Picture
    from tinygrad_edu.explain import Explanation
    from tinygrad_edu.linter import LintReport

    def program(w: Value, x: float, unknown: Any) -> None:
        assert_type(w * x, Value)
        assert_type(2.0 / w, Value)
        assert_type(w.tanh(), Value)
        assert_type(te.tanh(w), Value)
        assert_type(te.tanh(x), float)
        assert_type(te.tanh(unknown), Any)
        assert_type(te.maximum(w, 0.0), Value)
        assert_type(te.maximum(0.0, w), Value)
        assert_type(te.maximum(0, x), float)
        assert_type(te.where(w > 0.0, w, 0.0), Value)
        assert_type(te.clamp(w, min=0.0), Value)
        assert_type(te.sum([w, w]), Value)
        assert_type(te.mean(v * x for v in [w]), Value)
        assert_type(te.prod([1, x]), float)
        assert_type(te.logsumexp([w, x]), Any)
        assert_type(te.var(unknown), Any)
        assert_type(te.softmax([w, w]), list[Value])
        assert_type(te.log_softmax([x]), list[float])
        assert_type(te.dot([w, w], [1.0, x], w), Value)
        assert_type(te.dot([1, x], [w, w]), Value)
        assert_type(te.dot([1, x], [2, x], 1.0), float)
        assert_type(te.dot([1, x], [2, x], w), Any)
        net = nn.MLP(2, [3, 1], activation="tanh")
        assert_type(net.parameters(), list[Value])
        optimizer = optim.Adam(net.parameters(), lr=0.1)
        assert_type(train.fit(net, unknown, loss="mse", optimizer=optimizer), train.History)
        assert_type(te.explain(w, wrt=w), Explanation)
        assert_type(te.draw_network(net, loss=w), Picture)
        assert_type(te.gradcheck(te.tanh, [x]), GradcheckReport)
        assert_type(te.lint(net, w), LintReport)
