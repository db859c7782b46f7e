"""Faults planted in the code generator for loop nests: the checks of ``test_jit_llvm_rolled.py`` must find each."""

import random
from dataclasses import replace

import pytest

pytest.importorskip("numpy")
pytest.importorskip("llvmlite")

from tests.rolled_cases import layer, product
from tests.test_jit_llvm_rolled import build, check, check_map, turned
from tinygrad_edu.jit.llvm import kept as llvm_kept
from tinygrad_edu.jit.llvm import kernels as llvm_kernels
from tinygrad_edu.jit.llvm import reductions as llvm_reductions
from tinygrad_edu.jit.llvm import rows as llvm_rows
from tinygrad_edu.jit.llvm import tiles as llvm_tiles
from tinygrad_edu.jit.llvm import turned as llvm_turned
from tinygrad_edu.jit.rolled import Affine


def lane_off_by_one(monkeypatch):
    right = llvm_tiles.Tile.moves
    monkeypatch.setattr(llvm_tiles.Tile, "moves", lambda self, x, lane, row: right(self, x, lane + (lane > 8), row))


def dropped_segment(monkeypatch):
    right = llvm_kernels.reduction

    def fewer(tile, nest, *rest):
        kept = nest.segments[:-1] or nest.segments
        return right(tile, replace(nest, segments=kept), *rest)

    monkeypatch.setattr(llvm_kernels, "reduction", fewer)


def dropped_row(monkeypatch):
    right = llvm_kernels._Writing.row_of_tiles
    monkeypatch.setattr(llvm_kernels._Writing, "row_of_tiles", lambda self, rows: right(self, max(rows - 1, 1)))


def missing_accumulation(monkeypatch):
    right = llvm_tiles.Tile.term
    monkeypatch.setattr(llvm_tiles.Tile, "term", lambda self, op, total, *rest: right(self, op, None, *rest))


def dropped_rest(monkeypatch):
    right = llvm_tiles.first_lanes
    monkeypatch.setattr(llvm_tiles, "first_lanes", lambda count, lanes: right(count - 1, lanes))


def swapped_halves(monkeypatch):
    right = llvm_reductions.Along._tree
    monkeypatch.setattr(llvm_reductions.Along, "_tree", lambda self, xs: right(self, [*xs[1:], xs[0]]))


def rows_of_blocks_forgotten(monkeypatch):
    right = llvm_rows._Rows._summed

    def only_the_last(self, nest, total):
        made = right(self, nest, total)
        return made and replace(made, segments=made.segments[1:])

    monkeypatch.setattr(llvm_rows._Rows, "_summed", only_the_last)


def wrong_blocks_exchanged(monkeypatch):
    right = llvm_turned._turned
    monkeypatch.setattr(llvm_turned, "_turned", lambda tile, vectors: right(tile, [*vectors[1:], vectors[0]]))


def kept_although_it_moves(monkeypatch):
    right = llvm_kept._stays

    def careless(x, group, d, side):
        return right(
            replace(x, address=Affine(0, tuple(s * (k != d) for k, s in enumerate(x.address.strides)))), group, d, side
        )

    monkeypatch.setattr(llvm_kept, "_stays", careless)


def dropped_vector(monkeypatch):
    right = llvm_kernels._Writing.tile

    def fewer(self, lanes, parts, count=""):
        right(self, lanes, parts[:-1] or parts, count)

    monkeypatch.setattr(llvm_kernels._Writing, "tile", fewer)


FAULTS = [
    lane_off_by_one, dropped_segment, dropped_row, missing_accumulation, dropped_rest, swapped_halves,
    rows_of_blocks_forgotten, wrong_blocks_exchanged, kept_although_it_moves, dropped_vector,
]  # fmt: skip


def some_checks():
    rng = random.Random(11)
    check(layer(17, 9), rng)
    check(layer(33, 33), rng)
    check(product(9, 33, 17, "one"), rng)
    check(product(5, 7, 9, "both"), rng)
    check(layer(9, 64), rng)  # an input of eight vectors of 8 lanes
    check(layer(9, 16), rng)  # of four vectors of 4
    check(turned(17, 9), rng)
    check_map(layer(5, 3), rng, (300,), [False, True, True])


def test_the_checks_hold_without_a_fault():
    some_checks()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_planted_faults_are_found(fault, monkeypatch):
    if fault is dropped_rest and "masked" not in build(layer(3, 3)).source():
        pytest.skip("no parts of vectors are loaded here")
    fault(monkeypatch)
    with pytest.raises(AssertionError):
        some_checks()
