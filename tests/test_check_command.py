"""``tinygrad-edu check``: what it prints and its exit codes."""

import functools
import sys

import pytest

from tinygrad_edu.arguments import Parser
from tinygrad_edu.check import EngineReport, commands
from tinygrad_edu.check.search import Search, search

PROGRAM = """
from tinygrad_edu import primitive, tanh

@primitive(lambda m, y, x: 3.0 * x)
def cli_wrong_square(m, x):
    return x * x

def right(a, b):
    return tanh(a) * b

def forgetful(x):
    return float(x)

def picky(x, *, power=2.0):
    if abs(x) < 1e7:
        raise ValueError("too small")
    return x**power

def listed(v):
    return v[0] * v[1]

def drawn(x):
    return x * random.random()

def wants(x):
    assert x.data > 7.0
    return x

nameless = lambda x: x * x

def weighed(p, x):
    return p["w"] * x + p["b"][0] * p["b"][1]

@primitive(lambda m, y, a, b: m.where(a >= b, 1.0, 0.0), lambda m, y, a, b: m.where(b >= a, 1.0, 0.0))
def cli_wrong_max(m, a, b):
    return m.where(a >= b, a, b)

@primitive(lambda m, y, x: 2.0 * x)
def cli_square(m, x):
    return x * x

random = __import__("random")
number = 3
"""


@pytest.fixture
def check(tmp_path, capsys):
    (tmp_path / "mine.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "mine.txt").write_text(PROGRAM, encoding="utf-8")

    def run(*words):
        parser = Parser()
        commands.add_commands(parser.add_subparsers())
        arguments = parser.parse_args(["check", *(word.replace("mine", str(tmp_path / "mine")) for word in words)])
        code = arguments.run(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield run
    from tinygrad_edu.ops import OPS

    for name in ("cli_wrong_square", "cli_wrong_max", "cli_square"):
        OPS.pop(name, None)


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(commands, "search", functools.partial(search, examples=30))


def test_a_right_and_a_wrong_function(check):
    code, out, _ = check("mine.py:right", "0.3", "-0.7")
    assert code == 0 and out.startswith("gradcheck of right: passed, 2 ok\n  a = 0.3: analytic ")
    code, out, _ = check("mine.py:cli_wrong_square", "2")
    assert code == 1 and "wrong (analytic / numerical = 1.5)" in out


def test_an_operation_of_ones_own_is_checked_as_one(check, few):
    """At ties, of which no single input of a function shows anything, and its second derivatives."""
    code, out, _ = check("mine.py:cli_wrong_max")
    assert code == 1 and out.startswith("gradcheck of cli_wrong_max(x, x): FAILED, 1 wrong")
    code, out, _ = check("mine.py:cli_square")
    assert code == 0 and out.endswith("and none in 46 checks at ties and corners, of the second derivatives too\n")


def test_what_lies_beside_the_file_comes_first(check, tmp_path, monkeypatch):
    """Also where something else of that name could be imported."""
    for folder, number in ((tmp_path, 2.0), (tmp_path / "elsewhere", 3.0)):
        folder.mkdir(exist_ok=True)
        (folder / "beside_mine.py").write_text(f"factor = {number}", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "elsewhere")
    monkeypatch.delitem(sys.modules, "beside_mine", raising=False)
    (tmp_path / "mine.py").write_text("from beside_mine import factor\ndef f(x):\n    return factor * x\n", "utf-8")
    code, out, _ = check("mine.py:f", "1")
    monkeypatch.delitem(sys.modules, "beside_mine")
    assert code == 0 and "x = 1.0: analytic 2.0" in out


def test_without_numbers_it_searches(check):
    code, out, _ = check("mine.py:cli_wrong_square")
    assert code == 1 and "the rule of cli_wrong_square is wrong: at 1 it gives 3" in out
    code, out, _ = check("mine.py:right")
    assert code == 0 and out == "right: no wrong gradient found at 300 points, 300 of which could be judged\n"


def test_the_picture(check, tmp_path):
    picture = tmp_path / "wrong.svg"
    code, out, _ = check("mine.py:cli_wrong_square", "2", "-o", str(picture))
    assert code == 1 and out.endswith(f"wrote {picture}\n") and "FAILED, 1 wrong" in picture.read_text("utf-8")
    code, _, err = check("mine.py:right", "1", "2", "-o", str(tmp_path / "nowhere" / "a.svg"))
    assert code == 1 and "there is no folder" in err


@pytest.mark.parametrize(
    "words",
    [
        "mine.py:right -o OUT -3e-1 2",
        "mine.py:right -.3 -o OUT 2",
        "-o OUT mine.py:right -0.3 2",
        "mine.py:nameless -o OUT -.3",
    ],
)
def test_numbers_may_stand_behind_options(check, tmp_path, words):
    picture = tmp_path / "a.svg"
    code, out, _ = check(*words.replace("OUT", str(picture)).split())
    assert code == 0 and " = -0.3: analytic " in out and picture.is_file()
    assert out.startswith(f"gradcheck of {'nameless' if 'nameless' in words else 'right'}: passed")


@pytest.mark.parametrize(("word", "sentence"), [("b", "inputs are numbers"), ("--no", "unrecognized arguments: --")])
def test_what_stands_behind_options_and_is_no_number(check, capsys, word, sentence):
    with pytest.raises(SystemExit) as stopped:
        check("mine.py:right", "-o", "a.svg", "1", "2", word)
    assert stopped.value.code == 2 and sentence in capsys.readouterr().err


def test_the_picture_to_the_standard_output(check):
    code, out, err = check("mine.py:right", "1", "2", "-o", "-")
    assert code == 0 and out.startswith("<svg") and err.startswith("gradcheck of right: passed")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["mine.py:missing", "1"], "has no function 'missing'; it has:"),
        (["nowhere.py:f", "1"], "cannot read nowhere.py: there is no such file"),
        (["mine.py", "1"], "FILE.py:FUNCTION"),
        (["C:\\net.py", "1"], "FILE.py:FUNCTION"),
        (["mine.txt:right", "1", "2"], "mine.txt is no Python file (its name ends in .py)"),
        (["-o", "a.svg"], "give one, as FILE.py:FUNCTION"),
        (["mine.py:right", "1", "2", "-o", "a.txt"], "ends in none of"),
        (["mine.py:right", "-o", "a.svg"], "nothing is drawn without numbers"),
        (["mine.py:right", "1"], "right(a, b) cannot be called with 1 argument"),
        (["mine.py:number", "1"], "has no function 'number' (number is a thing of the type int); it has: cli_wrong_"),
        (
            ["mine.py:number", "1"],
            "right, forgetful, picky, listed, drawn, wants, nameless, weighed, cli_wrong_max, cli_square\n",
        ),
        (["mine.py:picky", "1"], "ValueError: too small ("),
        (["mine.py:picky", "1"], "mine.py, line 16)"),
        (["mine.py:picky"], "picky could not be judged at any of 30 points; at the last one: it raised ValueError: "),
        (["mine.py:listed"], "listed uses a number as a list ('Value' object is not subscriptable): give it a list"),
        (["mine.py:listed", "0.3"], 'or "[0.3, 0.7]" on the command line'),
        (["mine.py:right", "1", "2", "3"], "right(a, b) cannot be called with 3 arguments, too many positional"),
        (["mine.py:cli_wrong_square", "1", "2"], "cli_wrong_square(x) cannot be called with 2 arguments"),
        (["mine.py:right", "1", "2", "--output="], "ends in none of"),
        (["mine.py:wants", "1"], "check: AssertionError ("),
        (["mine.py:drawn"], "check: drawn is not deterministic"),
        (["mine.py:forgetful"], "check: forgetful returned the float"),
        (["mine.py:forgetful", "1"], "not a Value"),
        (["--mutants", "mine.py:right", "1"], "takes no function"),
        (["--mutants", "-o", "a.svg"], "give one, as FILE.py:FUNCTION"),
        (["mine.py:right", "--seed", "0", "1", "2"], "--seed is for the random checks of --mutants"),
    ],
)
def test_wrong_use(check, words, sentence, few):
    code, out, err = check(*words)
    assert code == 2 and sentence in err and (not out or "-o" in words or "--output=" in words)


def test_negative_numbers_are_no_options(check):
    code, out, _ = check("mine.py:right", "-Inf", "-3e-1")
    assert code == 0 and "a = -inf: analytic" in out and "b = -0.3: analytic -1.0, numerical -1.0" in out


@pytest.mark.parametrize("words", [["0.3", "-0.7"], ["[0.3, -0.7]"], ["[0.3, -0.7]".replace(" ", "")]])
def test_a_function_of_a_list(check, words):
    """Several numbers for one argument are a list; so is what is written as one."""
    code, out, _ = check("mine.py:listed", *words)
    assert code == 0 and "v[0] = 0.3: analytic -0.7, " in out and "v[1] = -0.7: analytic 0.3, " in out


@pytest.mark.parametrize("word", ["{'w': 3, 'b': [0.5, -2]}", '{"w": 3, "b": [0.5, -2]}', " {'w':3,'b':[.5,-2e0]}"])
def test_a_function_of_a_dict(check, word):
    """As Python writes it, and as JSON does."""
    code, out, _ = check("mine.py:weighed", word, "2")
    assert code == 0 and "p['w'] = 3.0: analytic 2.0, " in out and "p['b'][1] = -2.0: analytic 0.5, " in out
    code, out, err = check("mine.py:weighed", word)
    assert code == 2 and "weighed(p, x) cannot be called with 1 argument" in err


@pytest.mark.parametrize(
    "word",
    [
        "one",
        "[one]",
        "[1,",
        "['1']",
        "[1, None]",
        "{1, 2}",
        "{'w'}",
        "{'w': '1'}",
        "{[1]: 2}",
        "{'w': 1",
        f"[{9**500}]",
        "[" * 999,
        "",
        "[[1]](2)",
    ],
)
def test_not_a_number(check, capsys, word):
    with pytest.raises(SystemExit) as stopped:
        check("mine.py:right", word)
    words = f'inputs are numbers, lists as in "[0.3, 0.7]", dicts as in "{{\'w\': 0.3}}", not {word!r:.60}'
    assert stopped.value.code == 2 and words in capsys.readouterr().err


def test_a_report_in_a_narrow_terminal(check, monkeypatch):
    """Lines are broken between words, and nothing is lost."""
    whole = check("mine.py:cli_wrong_square", "2")[1]
    monkeypatch.setattr("tinygrad_edu.console.columns", lambda most: min(most, 40))
    narrow = check("mine.py:cli_wrong_square", "2")[1]
    assert max(map(len, whole.splitlines())) > 80 and max(map(len, narrow.splitlines())) <= 40
    assert narrow.split() == whole.split()
    assert check("mine.py:right", "1", "2")[1].splitlines()[1].startswith("  a = 1.0: analytic")


@pytest.mark.parametrize("words", [["mine.py:right"], ["mine.py:Engine"], ["mine.py:right", "1", "2"]])
def test_a_reader_that_has_seen_enough_is_no_misuse(check, monkeypatch, tmp_path, words):
    """As head is; the command line ends then, and says nothing."""
    (tmp_path / "mine.py").write_text(PROGRAM + "\nclass Engine:\n    pass\n", encoding="utf-8")
    monkeypatch.setattr(commands, "check_engine", lambda make, **_: EngineReport(make.__name__, [], []))
    monkeypatch.setattr(commands, "search", lambda function: Search(None, 1, 1))

    def say(text, stream=None):
        if stream is None:
            raise BrokenPipeError

    monkeypatch.setattr(commands, "say", say)
    with pytest.raises(BrokenPipeError):
        check(*words)


def test_a_wrong_operation_in_the_table(check, monkeypatch):
    """Counted in its row, and what is wrong is shown below it."""
    check("mine.py:right", "1", "2")  # its file adds an operation
    monkeypatch.setattr(commands, "OPS", {"cli_wrong_square": None})
    code, out, _ = check()
    wrong = out.count(": FAILED, 1 wrong\n")
    assert code == 1 and wrong > 20 and out.endswith(f"\n1 operations, {wrong} wrong\n")


def test_the_table_and_the_mutants(check, monkeypatch):
    monkeypatch.setattr(commands, "OPS", {"tanh": None, "floor": None})
    code, out, _ = check()
    assert code == 0 and "tanh" in out and out.endswith("2 operations, all right\n")
    assert max(map(len, out.splitlines())) == 79 and "operation    derivative  ok  ok at a kink" in out
    monkeypatch.setattr(commands, "columns", lambda: 39)
    narrow = check()[1]
    assert max(map(len, narrow.splitlines())) <= 39
    assert [line.split() for line in narrow.splitlines()[1:3]] == [
        [*line.split()[:1], order, *line.split()[2:]]
        for line, order in zip(out.splitlines()[1:3], ("1st", "2nd"), strict=True)
    ]

    class Score(list):
        def __str__(self):
            return "a table"

    monkeypatch.setattr(commands, "mutation_score", lambda seed: Score())
    assert check("--mutants")[:2] == (1, "a table\n")
    monkeypatch.setattr(commands, "mutation_score", lambda seed: Score([1]))
    assert check("--mutants")[0] == 0


@pytest.mark.parametrize("name", ["Net", "net"])
def test_a_model_is_checked_elsewhere(check, tmp_path, name):
    """With inputs alone there is no loss; a model of one output is a function of its inputs."""
    lines = ("class Net(nn.Module):", "    w = Value(2.0)", "    def forward(self, x):", "        return self.w * x")
    (tmp_path / "model.py").write_text(
        "\n".join(["from tinygrad_edu import Value, nn", *lines, "net = Net()"]), encoding="utf-8"
    )
    code, _, err = check(f"{tmp_path}/model.py:{name}")
    assert code == 2 and err == (
        f"tinygrad-edu check: {name} is a model: tinygrad_edu.check.check_model(model, data, loss) checks one, by its "
        "parameters\n"
    )
    assert check(f"{tmp_path}/model.py:net", "0.5")[0] == 0
