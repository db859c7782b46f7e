"""How many examples a property is tried on: so many as the profile says, and fewer where each takes long.

``HYPOTHESIS_PROFILE`` chooses: ``dev`` while one works, ``ci`` (the default) for the same examples in every run,
``deep`` for many that are new each time. All of ``make test-deep`` has to end in well under an hour on two cores, and
``make test`` in five minutes, so a property whose examples are dear says what one costs, and of cases that differ in
several ways at once ``make test`` takes some, here and nowhere else.
"""

import itertools

import pytest
from hypothesis import HealthCheck, settings

CHEAP = 20.0
"""Milliseconds. Up to here a property has all the examples of the profile."""


def register():
    """The profiles. Under ``ci`` there are no stored failures, no random seed, no look at the clock."""
    settings.register_profile("dev", max_examples=50)
    lasting = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("ci", lasting, max_examples=100, derandomize=True, database=None)
    settings.register_profile("deep", lasting, max_examples=2_000)


def costly(milliseconds, **more):
    """Settings for a property, an example of which takes about so long: it gets that much fewer of them."""
    share = min(1.0, CHEAP / milliseconds)
    return settings(max_examples=max(1, int(settings.default.max_examples * share)), **more)


def every(step, *values):
    """All combinations, for ``parametrize``: one in ``step`` is for every day, the others are slow.

    Each value has its turn: where that takes more of them (elsewhere may be fewer targets or processors), it is so.
    """
    places = list(itertools.product(*[range(len(each)) for each in map(list, values)]))
    daily = [place for place in places if sum(place) % step == 0]  # as in a Latin square
    if any(
        set(of_these) != set(of_all)
        for of_these, of_all in zip(*[zip(*some, strict=True) for some in (daily, places)], strict=True)
    ):
        return every(step - 1, *values)
    cases = zip(places, itertools.product(*values), strict=True)
    return [pytest.param(*case, marks=[pytest.mark.slow] * (sum(place) % step > 0)) for place, case in cases]
