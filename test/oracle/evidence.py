"""Evidence that stays valid however often it is looked at: MODEL §17, At every look."""

from __future__ import annotations

import math


def against(successes: float, trials: float, rate: float) -> float:
    """ln of the beta-binomial mixture over the likelihood at `rate`, the mixture worth 50 people."""
    failures = trials - successes
    if rate <= 0 or rate >= 1:
        return math.inf if (successes if rate <= 0 else failures) > 0 else 0.0
    a, b = 50 * rate, 50 * (1 - rate)
    beta = math.lgamma(a + successes) + math.lgamma(b + failures) - math.lgamma(a + b + trials)
    prior = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return beta - prior - successes * math.log(rate) - failures * math.log(1 - rate)


def against_ratio(first: tuple[float, float], second: tuple[float, float], ratio: float) -> float:
    """The least of both together over all rates of which the first is so many times the second; between the likeliest two lies the least."""
    if not first[1] or not second[1]:
        return 0.0
    both = lambda rate: against(*first, ratio * rate) + against(*second, rate)  # noqa: E731
    most = min(1.0, 1 / ratio)
    ends = sorted(min(most, rate) for rate in (first[0] / first[1] / ratio, second[0] / second[1]))
    width = (ends[1] - ends[0]) / 40
    best = min((ends[0] + width * step for step in range(41)), key=both)
    low, high = max(ends[0], best - width), min(ends[1], best + width)
    for _ in range(40):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, right) if both(left) < both(right) else (left, high)
    return min(both((low + high) / 2), both(best))


def beyond_ratio(first: tuple[int, int], second: tuple[int, int], ratio: float, is_above: bool) -> float:
    """None where the first rate lies on the other side of so many times the second."""
    own, other = first[0] * second[1], second[0] * first[1] * ratio
    return against_ratio(first, second, ratio) if (own > other if is_above else own < other) else 0.0


def discovered(evidence: list[float], level: float) -> int:
    """e-BH: how many of the claims hold, the strongest first."""
    falling = sorted(evidence, reverse=True)
    return max((count for count in range(1, len(falling) + 1) if falling[count - 1] >= math.log(len(falling) / (level * count))), default=0)
