"""Reference values for the tests of opinion groups, by dense matrices, and of voting rules, by trying everything.

Usage: deliberation_reference.py FOLDER: writes votes.csv (invented) and reference.json there. Needs Debian's python3-numpy."""
import itertools
import json
import math
import os
import sys

import numpy as np


class Numbers:
    """Numbers without pattern, the same on every machine."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def invent(people, statements):
    numbers = Numbers(7)
    opinions = [[(-1, -1, -1, 0, 1, 1, 1, 1)[numbers.below(8)] for _ in range(statements)] for _ in range(3)]
    votes = []
    for who in range(people):
        group = opinions[(0, 0, 0, 1, 1, 2)[numbers.below(6)]]
        often = 1 + numbers.below(10)
        for what in range(statements):
            if numbers.below(10) < often:
                votes.append((who, what, group[what] if numbers.below(5) else numbers.below(3) - 1))
    return votes


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [rounded(v) for v in value]
    if isinstance(value, (float, np.floating)):
        return round(float(value), 10) + 0.0
    return int(value) if isinstance(value, np.integer) else value


def kmeans(points, centres):
    while True:
        labels = np.argmin(((points[:, None] - centres[None]) ** 2).sum(2), 1)
        moved = np.array([points[labels == k].mean(0) for k in range(len(centres))])
        if np.allclose(moved, centres, rtol=0, atol=1e-14):
            return labels, centres
        centres = moved


def silhouette(points, labels):
    distance = np.sqrt(((points[:, None] - points[None]) ** 2).sum(2))
    widths = []
    for i, label in enumerate(labels):
        own = labels == label
        if own.sum() == 1:
            widths.append(0.0)
            continue
        a = distance[i][own].sum() / (own.sum() - 1)
        b = min(distance[i][labels == other].mean() for other in set(labels) - {label})
        widths.append((b - a) / max(a, b))
    return float(np.mean(widths))


def share(s, n):
    return (s + 1) / (n + 2)


def against_half(s, n):
    return 2 * math.sqrt(n + 1) * ((s + 1) / (n + 1) - 0.5)


def between(s1, n1, s2, n2):
    s1, n1, s2, n2 = s1 + 1, n1 + 1, s2 + 1, n2 + 1
    p = (s1 + s2) / (n1 + n2)
    return 0.0 if p == 1 else (s1 / n1 - s2 / n2) / math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2))


def opinions(votes, people, statements, out):
    seen = np.full((people, statements), np.nan)
    for who, what, said in votes:
        seen[who, what] = said
    zeroed = seen.copy()
    zeroed[:, out] = 0
    centre = np.nanmean(zeroed, axis=0)
    filled = np.where(np.isnan(zeroed), 0, zeroed - centre)
    values, vectors = np.linalg.eigh(filled.T @ filled)
    components = vectors[:, ::-1][:, :2].T
    components = np.array([c * np.sign(c[np.argmax(np.abs(c))]) for c in components])
    scale = np.sqrt(statements / (~np.isnan(zeroed)).sum(1))
    coordinates = filled @ components.T * scale[:, None]
    counts = (~np.isnan(seen)).sum(1)
    included = [i for i in range(people) if counts[i] >= min(7, statements)]
    points = coordinates[included]
    start = points[[int(np.argmin(points[:, 0])), int(np.argmax(points[:, 0])), int(np.argmax(points[:, 1]))]]
    labels, centres = kmeans(points, start)
    extremity = np.sqrt((((1 - centre) * components * math.sqrt(statements)) ** 2).sum(0))
    extremity[out] = 0

    def count(rows):
        block = seen[rows]
        return [[int((block[:, s] == 1).sum()), int((block[:, s] == -1).sum()), int((~np.isnan(block[:, s])).sum())] for s in range(statements)]

    groups = [count([included[i] for i in range(len(included)) if labels[i] == g]) for g in range(3)]
    everybody = count(list(range(people)))
    measures = []
    for s in range(statements):
        a, d, n = (sum(g[s][j] for g in groups) for j in range(3))
        importance = (1 - share(n - a - d, n)) * (1 + extremity[s]) * share(a, n)
        measures.append({
            "everybody": everybody[s], "groups": [g[s] for g in groups], "extremity": extremity[s],
            "agreement": math.prod(share(g[s][0], g[s][2]) for g in groups), "disagreement": math.prod(share(g[s][1], g[s][2]) for g in groups),
            "priority": (importance * (1 + 8 * 2 ** (-n / 5))) ** 2,
        })
    apart = []
    for g in range(3):
        told = []
        for s in range(statements):
            others = [sum(o[s][j] for k, o in enumerate(groups) if k != g) for j in range(3)]
            for side in (0, 1):
                k, n = groups[g][s][side], groups[g][s][2]
                test, ratio_test = against_half(k, n), between(k, n, others[side], others[2])
                if s not in out and test > 1.2816 and ratio_test > 1.2816:
                    told.append({"statement": s, "side": side, "share": share(k, n), "test": test, "ratio": share(k, n) / share(others[side], others[2]), "ratio_test": ratio_test})
        apart.append(sorted(told, key=lambda one: -one["share"] * one["test"] * one["ratio"] * one["ratio_test"])[:5])
    consensus = []
    for side in (0, 1):
        whole = [(s, share(everybody[s][side], everybody[s][2]), against_half(everybody[s][side], everybody[s][2])) for s in range(statements) if s not in out]
        consensus.append([s for s, p, z in sorted((one for one in whole if one[1] > 0.5 and one[2] > 1.2816), key=lambda one: -one[1] * one[2])[:5]])
    return {
        "out": out, "centre": centre, "inertia": values[::-1][:2], "components": components, "coordinates": coordinates, "included": included, "start": start,
        "labels": labels, "centres": centres, "silhouette": silhouette(points, labels), "statements": measures, "apart": apart, "consensus": consensus,
    }


def wilson(successes, trials):
    """The two shares at which the observed one is z standard errors away, by bisection."""
    z, p = 1.959963984540054, successes / trials

    def away(q):
        return (p - q) ** 2 - z * z * q * (1 - q) / trials

    def root(low, high):
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if (away(middle) > 0) == (away(low) > 0) else (low, middle)
        return low

    return [0.0 if successes == 0 else root(0.0, p), 1.0 if successes == trials else root(1.0, p)]


def schulze(ballots, options):
    """Strongest chains by trying every one."""
    def prefer(a, b):
        return sum(1 for ballot in ballots if (ballot[a] or 99) < (ballot[b] or 99))

    def win(a, b):
        return prefer(a, b) if prefer(a, b) > prefer(b, a) else 0

    def chain(a, b):
        rest = [o for o in range(options) if o not in (a, b)]
        return max(min(win(x, y) for x, y in itertools.pairwise((a, *middle, b))) for n in range(options - 1) for middle in itertools.permutations(rest, n))

    return [1 + sum(1 for b in range(options) if b != a and chain(b, a) > chain(a, b)) for a in range(options)]


def borda(ballots, options):
    cast = [b for b in ballots if any(b)]
    return [sum(sum(1.0 if (b[a] or 99) < (b[o] or 99) else 0.5 if (b[a] or 99) == (b[o] or 99) else 0.0 for o in range(options) if o != a) for b in cast) for a in range(options)]


def elections():
    numbers, told = Numbers(11), []
    for _ in range(60):
        options = 2 + numbers.below(4)
        ballots = [[numbers.below(options + 1) or None for _ in range(options)] for _ in range(1 + numbers.below(12))]
        told.append({"ballots": ballots, "schulze": schulze(ballots, options), "borda": borda(ballots, options)})
    return told


folder = sys.argv[1]
people, statements = 90, 24
votes = invent(people, statements)
# Read in this order, participants and statements have the numbers of the arrays.
with open(os.path.join(folder, "votes.csv"), "w") as file:
    file.write("timestamp,datetime,comment-id,voter-id,vote\n" + "".join(f"{i},,s{what},p{who},{said}\n" for i, (who, what, said) in enumerate(votes)))
order = {"people": list(dict.fromkeys(who for who, _, _ in votes)), "statements": list(dict.fromkeys(what for _, what, _ in votes))}
reference = {"people": people, "orders": order, "opinions": opinions(votes, people, statements, [5, 17]), "wilson": [[s, n, *wilson(s, n)] for n in (1, 5, 30, 400) for s in sorted({0, 1, n // 3, n})], "elections": elections()}
with open(os.path.join(folder, "reference.json"), "w") as file:
    json.dump(rounded(reference), file)
    file.write("\n")
