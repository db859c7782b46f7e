"""Numbers in memory: what is taken as it is, what is copied, and every sentence about what cannot be taken."""

import sys
from array import array

import pytest

from tinygrad_edu.jit import buffers

np = pytest.importorskip("numpy", reason="half of what comes is NumPy's")


def test_a_buffer_of_doubles_is_taken_as_it_is():
    for numbers in (array("d", [1.0, 2.0]), np.array([1.0, 2.0]), np.array([[1.0], [2.0]])):
        assert buffers.doubles(numbers, "x", 2) is numbers
    for numbers in (array("q", [1, 2]), np.array([[1], [2]]), [1, True + 1], (1.0, 2.0), np.float32([1, 2]),
                    np.array([1.0, 0.0, 2.0])[::2], np.array([1.0, 2.0], ">f8"), np.array([True, 2])):  # fmt: skip
        found = buffers.doubles(numbers, "x", 2)
        assert found.__class__ is array and found.typecode == "d" and found.tolist() == [1.0, 2.0]
    assert buffers.doubles([], "x").tolist() == [] and buffers.doubles([1, 2, 3, 4], "x", multiple=2).tolist()[3] == 4.0


def test_whole_numbers():
    for numbers in (array("q", [3, 4]), np.array([3, 4], np.int64)):
        assert buffers.integers(numbers, "rows", 2) is numbers
    for numbers in ([3, 4], np.array([3, 4], np.int32), array("d", [3.0, 4.0]), [3.0, 4.5]):
        found = buffers.integers(numbers, "rows", 2)
        assert found.typecode == "q" and found.tolist() == [3, 4]
    with pytest.raises(ValueError, match=r"^rows is to have 3 numbers, and 2 came$"):
        buffers.integers([3, 4], "rows", 3)


@pytest.mark.parametrize("kind", [lambda x: array("q", x), np.array, list], ids=["array", "numpy", "list"])
@pytest.mark.parametrize("numpy", [np, None], ids=["with numpy", "without"])
def test_numbers_of_rows_within_a_table(kind, numpy, monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", numpy)
    assert buffers.within(kind([0, 4, 2, 9]), 3, 5)
    assert not buffers.within(kind([0, 5, 2]), 3, 5)
    assert not buffers.within(kind([0, -1, 2]), 3, 5)
    assert buffers.within(kind([0]), 1, 1)


def test_copies_are_apart():
    for buffer in (array("d", [1.0, 2.0]), np.array([[1.0], [2.0]]), np.zeros(0), array("d")):
        copy = buffers.copied(buffer)
        assert copy.tolist() == np.asarray(buffer).reshape(-1).tolist() and copy is not buffer
        assert copy.__class__ is array and buffers.count(copy) == buffers.count(buffer)
    assert buffers.zeros(3).tolist() == [0.0, 0.0, 0.0]


def frozen():
    numbers = np.zeros(2)
    numbers.flags.writeable = False
    return numbers


def test_what_is_written_into():
    for buffer in (array("d", [0.0, 0.0]), np.zeros((2, 1))):
        assert buffers.given(buffer, "y", 2) is buffer
    assert buffers.doubles(frozen(), "x", 2) is not None  # to be read it may be frozen
    assert buffers.is_buffer(frozen(), "d") and not buffers.is_buffer(frozen(), "d", writable=True)
    others = [frozen(), [0.0, 0.0], array("f", [0.0, 0.0]), np.zeros(4)[::2], np.zeros(2, np.float32)]
    for other in (*others, np.zeros(2, ">f8")):
        with pytest.raises(TypeError, match=r"^y is written into array\('d'\) or a contiguous float64 array, not "):
            buffers.given(other, "y", 2)
    with pytest.raises(TypeError, match=r"not list \[0.0, 0.0\]$"):
        buffers.given([0.0, 0.0], "y", 2)
    with pytest.raises(ValueError, match=r"^y is to have 1 number, and 2 came$"):
        buffers.given(np.zeros(2), "y", 1)


@pytest.mark.parametrize(
    ("numbers", "kind", "words"),
    [
        ([1.0], ValueError, "x is to have 2 numbers, and 1 came"),
        (np.zeros(3), ValueError, "x is to have 2 numbers, and 3 came"),
        ("12", TypeError, "x is to be a list of numbers, not str '12'"),
        (b"12", TypeError, "x is to be a list of numbers, not bytes b'12'"),
        ({1.0, 2.0}, TypeError, "x is to be a list of numbers, not set {1.0, 2.0}"),
        (7, TypeError, "x is to be a list of numbers, not int 7"),
        ([1.0, "2"], TypeError, "x[1] is to be a number, not str '2'"),
        ([[1.0], 2.0], TypeError, "x[0] is to be a number, not list [1.0]"),
        ((1.0, None), TypeError, "x[1] is to be a number, not NoneType None"),
        ([1.0, "a" * 50], TypeError, "x[1] is to be a number, not str '" + "a" * 39),
        (np.array(["a", "b"]), TypeError, "x is to be numbers, and an array of <U1 came"),
        (np.array([1j, 2j]), TypeError, "x is to be numbers, and an array of complex128 came"),
    ],
)  # fmt: skip
def test_what_is_no_numbers(numbers, kind, words):
    with pytest.raises(kind) as caught:
        buffers.doubles(numbers, "x", 2)
    assert str(caught.value) == words


def test_what_says_that_it_is_a_number_and_is_none():
    with pytest.raises(TypeError):
        buffers.doubles([1.0, np.zeros(2)], "x", 2)


def test_rows_that_do_not_come_out_even():
    with pytest.raises(ValueError, match=r"^x is to have rows of 3 numbers, and 4 numbers came$"):
        buffers.doubles([1.0] * 4, "x", multiple=3)
