"""Faults planted in the straight-line target: the comparisons of test_jit_llvm.py must notice each."""

import random

import pytest

from tests import jit_cases

pytest.importorskip("llvmlite", reason="compiled code needs llvmlite")

from tests.test_jit_llvm import check_layer, check_map, random_program
from tests.test_jit_repeats import check_look_alikes, simulation
from tinygrad_edu.jit.llvm import flat as llvm_flat
from tinygrad_edu.jit.llvm import maths as llvm_maths
from tinygrad_edu.jit.llvm import parts as llvm_parts
from tinygrad_edu.jit.llvm import straight as llvm_straight


def shifted_lane(monkeypatch):
    """Row r is read where row r + 1 is."""
    gathered = llvm_straight.gathered
    monkeypatch.setattr(llvm_straight, "gathered", lambda block, xs: gathered(block, [*xs[1:], xs[0]]))


def swapped_operands(monkeypatch):
    """a − b is computed as b − a."""
    apply = llvm_maths.Operations._apply
    monkeypatch.setattr(
        llvm_maths.Operations, "_apply", lambda self, op, xs: apply(self, op, xs[::-1] if op == "sub" else xs)
    )


def lost_term(monkeypatch):
    """A dot forgets its last pair."""
    strand = llvm_maths.Operations._strand
    monkeypatch.setattr(llvm_maths.Operations, "_strand", lambda self, pairs: strand(self, pairs[:-1] or pairs))


def dropped_row(monkeypatch):
    """The last round is not run."""
    again = llvm_straight.again

    def wrong(block, rows, label):
        again(block, rows, label)
        k = next(k for k, line in enumerate(block.lines) if "icmp slt" in line)
        block.lines[k : k + 1] = [f"  %.ahead = add i64 %.next, {rows}", block.lines[k].replace("%.next", "%.ahead")]

    monkeypatch.setattr(llvm_straight, "again", wrong)


def wrong_slot(monkeypatch):
    """What a part needs from another one is read one slot further."""

    def load(self, block, slot, name=""):
        return block.let(f"load {block.type()}, ptr {llvm_straight.element(block, slot, self.lanes)}, align 8", name)

    monkeypatch.setattr(llvm_straight.Straight, "_loaded", load)


def wrong_row(monkeypatch):
    """A part that is called again is given the places of the call before."""
    init = llvm_parts.Repeats.__init__

    def late(self, *given):
        init(self, *given)
        rows = list(self.row.values())
        self.row = dict(zip(self.row, [rows[0], *rows], strict=False))

    monkeypatch.setattr(llvm_parts.Repeats, "__init__", late)


def any_operand(monkeypatch):
    """Parts count as alike if they have the same operations."""
    words = llvm_parts._words

    def fewer(program, part):
        return tuple([program.ops[i] for i in part]), words(program, part)[1]

    monkeypatch.setattr(llvm_parts, "_words", fewer)


def turned_pack(monkeypatch):
    """The results of a pack go to the wrong units."""
    know = llvm_maths.Operations.know
    monkeypatch.setattr(llvm_maths.Operations, "know", lambda self, op, xs, ys: know(self, op, xs, [*ys[1:], ys[0]]))


def wrong_maximum(monkeypatch):
    monkeypatch.setattr(llvm_maths.Operations, "_max", lambda self, *xs: xs[0])


FAULTS = (
    shifted_lane, swapped_operands, lost_term, dropped_row, wrong_slot, wrong_row, any_operand, turned_pack,
    wrong_maximum,
)  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.__name__ for fault in FAULTS])
def test_planted_faults(monkeypatch, fault):
    """Each of these is noticed by the comparisons above."""
    fault(monkeypatch)
    with pytest.raises(AssertionError):
        check_map(random_program(random.Random(0), 40))
        check_map(random_program(random.Random(1), 40), part=7)
        check_map(simulation(0), part=60)
        check_look_alikes()
        jit_cases.check_networks(llvm_flat.build)
        check_layer()
