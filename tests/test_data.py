"""Examples: their sizes and numbers, splitting, standardising, and CSV files of every kind."""

import builtins
import math
import os
import threading
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu import article as the_article
from tinygrad_edu import data
from tinygrad_edu.data.csv_file import read_csv
from tinygrad_edu.data.rows import inputs_and_targets


def test_built_in():
    assert [(a != b) == y for (a, b), y in data.xor()] == [True] * 4
    ((x, y),) = data.article()
    assert x == [the_article.INPUTS["i1"], the_article.INPUTS["i2"]]
    assert y == [the_article.TARGETS["t1"], the_article.TARGETS["t2"]]


@pytest.mark.parametrize(
    ("make", "rows", "inputs", "classes"),
    [(data.moons, 200, 2, 2), (data.circles, 200, 2, 2), (data.iris, 150, 4, 3), (data.digits, 1797, 64, 10)],
)
def test_of_scikit_learn(make, rows, inputs, classes):
    found = make()
    assert len(found) == len(found.X) == len(found.y) == rows
    assert {len(x) for x in found.X} == {inputs} == {len(found.features)}
    assert set(found.y) == set(range(classes)) == set(range(len(found.classes)))
    assert {type(x) for row in found.X for x in row} == {float}
    assert {type(y) for y in found.y} == {int}
    assert found.X == make().X
    if make is data.digits:
        assert {min(map(min, found.X)), max(map(max, found.X))} == {0.0, 1.0}


def test_moons_are_those_of_scikit_learn():
    datasets = pytest.importorskip("sklearn.datasets")
    X, y = datasets.make_moons(50, noise=0.2, random_state=3)
    assert X.tolist() == data.moons(50, noise=0.2, seed=3).X
    assert data.moons(50, noise=0.2, seed=3).y == y.tolist()
    assert data.moons(50, seed=3).X != data.moons(50, seed=4).X
    with pytest.raises(ValueError, match="at least 2 rows"):
        data.moons(1)
    with pytest.raises(ValueError, match="whole numbers from 0 to 4294967295, not -1"):
        data.moons(seed=-1)
    with pytest.raises(ValueError, match="whole numbers from 0 to 4294967295, not 4294967296"):
        data.circles(seed=2**32)
    assert len(data.circles(4, seed=2**32 - 1)) == 4


def test_without_scikit_learn(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("sklearn"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=r"come from scikit-learn: pip install 'tinygrad-edu\[examples\]'$"):
        data.iris()


def test_a_dataset_is_a_sequence_of_pairs():
    xor = data.xor()
    assert len(xor) == 4
    assert xor[3] == xor[-1] == ([1.0, 1.0], 0)
    assert list(xor) == [xor[i] for i in range(4)]
    assert xor[1:3].y == [1, 1]
    assert xor[1:3].classes == xor.classes
    assert ([1.0, 1.0], 0) in xor
    assert repr(data.article()) == "Dataset(1 rows, 2 inputs)"
    with pytest.raises(ValueError, match="not 1 for 2"):
        data.Dataset([[1.0], [2.0]], [1])
    with pytest.raises(ValueError, match="only two classes"):
        data.Dataset([[1.0]], [2]).signed()


@given(st.integers(2, 60), st.floats(0.01, 0.99), st.integers())
def test_split_divides_all_rows(n, part, seed):
    rows = data.Dataset([[float(i)] for i in range(n)], list(range(n)))
    train, test = data.split(rows, part, seed)
    assert sorted(train.y + test.y) == rows.y
    assert train and test
    assert abs(len(test) - part * n) <= 1.0
    assert all(x == [y] for x, y in [*train, *test])
    assert data.split(rows, part, seed)[0].y == train.y


def test_split_of_too_little():
    with pytest.raises(ValueError, match="1 row cannot be divided"):
        data.split([([1.0], 1.0)])
    with pytest.raises(ValueError, match="between 0 and 1, not 1"):
        data.split(data.xor(), 1.0)
    with pytest.raises(ValueError, match="between 0 and 1, not 'a'"):
        data.split(data.xor(), "a")
    assert len(data.split(data.xor(), Fraction(1, 2))[0]) == 2


def test_rows_to_scale_are_alike():
    assert data.scaling([1.0, 3.0]) == [(2.0, 1.0)]
    with pytest.raises(ValueError, match=r"X of row 2 has shape \(1,\), that of row 1 has \(2,\)"):
        data.scaling([[1.0, 2.0], [3.0]])


def test_standardise():
    train, test = data.split(data.iris())
    scaled, other = data.standardise(train, test)
    for column, whole in zip(zip(*scaled.X, strict=True), zip(*train.X, strict=True), strict=True):
        mean = math.fsum(column) / len(column)
        assert abs(mean) < 1e-14
        assert math.fsum(x * x for x in column) / len(column) == pytest.approx(1.0)
        assert sorted(range(len(column)), key=column.__getitem__) == sorted(range(len(whole)), key=whole.__getitem__)
    assert other.y == test.y
    assert other.classes == test.classes
    assert data.standardise([([3.0], 0), ([3.0], 1)])[0].X == [[0.0], [0.0]]


# -- CSV -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path):
    def write(content, name="t.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize(
    "content",
    [
        "a,b,kind\n1,2.5,x\n-3e1,4,y\n",
        "a,b,kind\r\n1,2.5,x\r\n-3e1,4,y",
        "a,b,kind\r1,2.5,x\r-3e1,4,y\r",
        b"\xef\xbb\xbfa,b,kind\n1,2.5,x\n-3e1,4,y\n",
        '"a","b","kind"\n"1","2.5","x"\n"-3e1","4","y"\n',
        "a;b;kind\n1;2.5;x\n-3e1;4;y\n",
        "a\tb\tkind\n1\t2.5\tx\n-3e1\t4\ty\n",
        "\n\na,b,kind\n\n1, 2.5, x\n,,\n-3e1,4,y\n\n",
        " a , b , kind \n 1 , 2.5 , x \n -3e1 , 4 , y \n",
    ],
    ids="plain crlf cr bom quotes semicolons tabs empty_lines spaces".split(),
)
def test_every_kind_of_csv(table, content):
    found = read_csv(table(content), "kind")
    assert found.X == [[1.0, 2.5], [-30.0, 4.0]]
    assert found.y == [0, 1]
    assert found.features == ("a", "b")
    assert found.classes == ("x", "y")


def test_quotes_with_commas_newlines_and_quotes_in_them(table):
    path = table('"a, ""b""",kind\n1,"two\nlines"\n2,"x, y"\nbad,z\n')
    with pytest.raises(ValueError, match=r"1 row is not numbers, line 5: 'bad' in column 'a, \"b\"'"):
        read_csv(path, "kind")


def test_targets(table):
    assert read_csv(table("a,t\n1,0.5\n2,3\n"), "t").y == [0.5, 3.0]
    assert read_csv(table("a,t\n1,0.5\n2,3\n"), "t").classes == ()
    assert read_csv(table("a,t\n1,1\n2,0\n"), "t").classes == ("0", "1")
    assert read_csv(table("a,t\n1,1\n2,0\n"), "t", classes=False).y == [1.0, 0.0]
    assert read_csv(table("a,t\n1,10\n2,9\n"), "t", classes=True).classes == ("9", "10")
    assert read_csv(table("a,t\n1,none\n2,9\n3,10\n"), "t", classes=True).classes == (
        "9",
        "10",
        "none",
    )  # numbers first
    assert read_csv(table("a,b,t\n1,2,3\n"), "t", columns=["b"]).X == [[2.0]]


BAD = {
    "empty": ("", "t.csv is empty"),
    "only a header": ("a,t\n", "has a header and no rows"),
    "no header": ("1,2\n3,4\n", "has no header: its first line, 1,2"),
    "no target": ("a,b\n1,2\n", "has no column 't': it has 'a', 'b'"),
    "only the target": ("t\n1\n", "no column besides the target"),
    "two of a name": ("a,a,t\n1,2,3\n", "two columns are called 'a'"),
    "short": ("a,b,t\n1,2,3\n1,2\n", "the header has 3 cells, but line 3 has 2$"),
    "long": ("a,t\n1,2,3\n", "but line 2 has 3$"),
    "a note above": ("# mine\na,t\n1,2\n", "the header has 1 cell, but line 2 has 2; line 3 has 2$"),
    "no number": ("a,t\n1,2\nx,3\n4,\n", "2 rows are not numbers, line 3: 'x' in column 'a'; line 4: '' in column 't'"),
    "nan": ("a,t\n1,2\nnan,3\n", "line 3: 'nan' in column 'a'"),
    "inf": ("a,t\n1,2\n1e999,3\n", "line 3: '1e999'"),
    "underscore": ("a,t\n1,2\n1_0,3\n", "line 3: '1_0'"),
    "text column": ("a,name,t\n1,x,2\n", "the column 'name' holds no numbers: name the columns"),
    "commas": ("a;t\n1,5;2\n", "numbers have a point, not a comma"),
    "class missing": ("a,t\n1,x\n2,\n", "line 3 has no 't'"),
    "not UTF-8": ("a,t\n1,ä\n".encode("latin-1"), "is no text in UTF-8"),
    "quote": ('a,t\n1,"x\n', "line 2 cannot be read"),
    "many": ("a,t\n" + "x,1\n1,1\n" * 9, "9 rows are not numbers, line 2.*line 10: .*; and 4 more"),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad_csv(table, case):
    content, message = BAD[case]
    with pytest.raises(ValueError, match=message):
        read_csv(table(content), "t")


def test_wrong_columns(table):
    path = table("a,t\n1,2\n")
    with pytest.raises(ValueError, match="has no column 'z'"):
        read_csv(path, "t", columns=["z"])
    with pytest.raises(ValueError, match="'t' is among the columns"):
        read_csv(path, "t", columns=["a", "t"])
    with pytest.raises(FileNotFoundError, match=r"^cannot read .*none.csv: there is no such file$"):
        read_csv(path.parent / "none.csv", "t")
    with pytest.raises(IsADirectoryError, match=r"it is a folder; give the name of a file in it$"):
        read_csv(path.parent, "t")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_table_may_come_through_a_pipe(tmp_path):
    """As in train <(zcat rows.csv.gz)."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("a;t\n1;2\n3;4\n",))
    writer.start()
    rows = read_csv(pipe, "t")
    writer.join()
    assert (rows.X, rows.y) == ([[1.0], [3.0]], [2.0, 4.0])


@given(st.text(alphabet='ab,;\t\n\r"0123.-\x00ä', max_size=60))
def test_any_text_is_read_or_refused(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(text.encode())
    try:
        found = read_csv(path, "a")
    except ValueError as error:
        assert str(error)
    else:
        assert len(found) > 0


def test_what_is_no_number_is_named():
    with pytest.raises(TypeError, match="the input of row 2 has 1j in it, which is no number"):
        inputs_and_targets([([1.0, 2.0], 0.0), ([1.0, 1j], 0.0)])


@pytest.mark.parametrize("wrong", [5, 6])
def test_five_complaints_are_shown(wrong, tmp_path):
    file = tmp_path / "points.csv"
    file.write_text("x,y\n1,1\n" + "no,1\n" * wrong)
    with pytest.raises(ValueError) as caught:
        read_csv(file, "y")
    assert str(caught.value).count("'no'") == 5
    assert ("; and 1 more. Correct" in str(caught.value), "more" in str(caught.value)) == (wrong == 6, wrong == 6)
