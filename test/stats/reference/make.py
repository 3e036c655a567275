"""Makes reference.json: cases in the format of the oracle file, from implementations that share nothing with src/stats.

Exact integer and fraction arithmetic, mpmath at 50 digits, scipy, pandas, and exhaustive search. Tables and series are drawn from a fixed
seed, with the sizes, ties, zeros and gaps that reference packages disagree on. Run: python3 test/stats/reference/make.py
(python 3.11, mpmath 1.2, numpy 1.24, scipy 1.10, pandas 1.5).
"""
import datetime
import itertools
import json
import math
import pathlib
import random
from fractions import Fraction

import mpmath as mp
import numpy as np
import pandas as pd
from scipy import optimize, stats

mp.mp.dps = 50
rnd = random.Random(20270831)
cases = []
TIGHT = {"abs": 1e-300, "rel": 1e-11}
EXACT = {"abs": 1e-10, "rel": 1e-10}
LOOSE = {"abs": 1e-7, "rel": 1e-6}


def leaf(v):
    if isinstance(v, dict):
        return {k: leaf(x) for k, x in v.items()}
    if isinstance(v, (list, tuple)):
        return [leaf(x) for x in v]
    if v is None or isinstance(v, (str, bool, int)):
        return v
    v = float(v)
    if math.isnan(v):
        return None
    if math.isinf(v):
        return "inf" if v > 0 else "-inf"
    return v


def case(stat, given, expected, tolerance=EXACT, source="", edge=None):
    n = sum(c["stat"] == stat for c in cases) + 1
    c = {"id": f"{stat}@{n}", "stat": stat, "input": leaf(given), "expected": leaf(expected), "tolerance": tolerance, "source": source}
    if edge:
        c["edge"] = edge
    cases.append(c)


def normal_sf(z):
    return mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2


def two_sided(z):
    return mp.erfc(abs(mp.mpf(z)) / mp.sqrt(2))


def z_of(conf):
    return mp.sqrt(2) * mp.erfinv(mp.mpf(conf))


def chi2_sf(x, df):
    return mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)


def beta_cdf(a, b, x):
    """I_x(a, b) by its series of positive terms, from the shorter side."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    if x <= 0 or x >= 1:
        return mp.mpf(0) if x <= 0 else mp.mpf(1)
    if x > 0.5:
        return 1 - beta_cdf(b, a, 1 - x)
    term = total = mp.mpf(1)
    n = 0
    while term > total * mp.mpf(10) ** -45:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return mp.exp(a * mp.log(x) + b * mp.log(1 - x) + mp.loggamma(a + b) - mp.loggamma(a + 1) - mp.loggamma(b)) * total


def t_two_sided(t, df):
    """P(|T| >= |t|)."""
    s, df = mp.mpf(t) ** 2, mp.mpf(df)
    return beta_cdf(df / 2, mp.mpf(1) / 2, df / (df + s))


def root(f, lo, hi, halvings=100):
    """Bisection: slow and sure."""
    lo, hi = mp.mpf(lo), mp.mpf(hi)
    rising = f(hi) > 0
    for _ in range(halvings):
        mid = (lo + hi) / 2
        if (f(mid) > 0) == rising:
            hi = mid
        else:
            lo = mid
    return (lo + hi) / 2


# ---- distributions ------------------------------------------------------------------------------------------------
for z in (-37.5, -20, -8.3, -3, -1e-9, 1e-5, 0.7, 5.2, 9):
    case("dist.normalCdf", {"z": z}, {"value": normal_sf(-mp.mpf(z))}, TIGHT, "mpmath")
for z in (float("-inf"), float("inf")):
    pass  # JSON has no infinities: see edges.test.ts
for p in (1e-300, 1e-100, 3e-17, 1e-6, 0.2, 0.4999999, 0.5000001, 0.9, 1 - 1e-10):
    z = root(lambda v: normal_sf(-v) - mp.mpf(p), -40, 40)
    case("dist.normalQuantile", {"p": p}, {"value": z}, {"abs": 1e-12, "rel": 1e-11}, "mpmath bisection")
case("dist.normalQuantile", {"p": 0}, {"value": float("-inf")}, TIGHT, "limit", "p=0")
case("dist.normalQuantile", {"p": 1}, {"value": float("inf")}, TIGHT, "limit", "p=1")
for x, df in ((1e-6, 1), (1200, 1), (1400, 3), (0.01, 0.3), (5, 0.01), (99, 100), (101, 100), (1e5 + 700, 1e5), (1e6 - 3000, 1e6), (2.1e6, 2e6), (3e4, 2e4)):
    case("dist.chi2Sf", {"x": x, "df": df}, {"value": chi2_sf(x, df)}, {"abs": 1e-300, "rel": 2e-11}, "mpmath")
for p, df in ((1e-12, 1), (1 - 1e-9, 1), (0.5, 0.2), (0.025, 3000), (0.975, 200000), (1e-5, 17), (0.999999, 5)):
    q = root(lambda v: mp.gammainc(mp.mpf(df) / 2, 0, v / 2, regularized=True) - mp.mpf(p), 0, 10 * df + 500, 160) if df < 1e4 else None
    if q is None:
        a = mp.mpf(df) / 2
        q = root(lambda v: mp.gammainc(a, v / 2, mp.inf, regularized=True) - (1 - mp.mpf(p)), df * 0.9, df * 1.1)
    case("dist.chi2Quantile", {"p": p, "df": df}, {"value": q}, {"abs": 1e-300, "rel": 1e-11}, "mpmath bisection")
for t, df in ((0.001, 2), (1e-9, 4), (200, 1), (1e6, 2), (15, 40), (-3.3, 7), (3, 1e6), (30, 300), (2, 0.5)):
    s = t_two_sided(t, df) / 2
    case("dist.tSf", {"t": t, "df": df}, {"value": s if t >= 0 else 1 - s}, TIGHT, "mpmath")
for p, df in ((0.6, 2), (0.51, 9), (0.9999, 1), (0.999999, 4), (0.025, 12), (0.975, 1e5), (0.5, 3)):
    above = min(mp.mpf(p), 1 - mp.mpf(p))
    t = root(lambda v: above - t_two_sided(v, df) / 2, 0, 1e5) * (1 if p > 0.5 else -1) if p != 0.5 else 0
    case("dist.tQuantile", {"p": p, "df": df}, {"value": t}, {"abs": 1e-11, "rel": 1e-11}, "mpmath bisection")
for p, a, b in ((1e-9, 2, 5), (0.999, 0.2, 3), (0.025, 4000, 9000), (0.975, 1, 1), (0.3, 0.05, 0.05), (0.5, 1e5, 2), (0.0005, 12, 0.7)):
    x = root(lambda v: beta_cdf(a, b, v) - mp.mpf(p), 0, 1)
    case("dist.betaQuantile", {"p": p, "a": a, "b": b}, {"value": x}, TIGHT, "mpmath bisection")
for x in (1e-8, 0.03, 1.0000001, 1.46163, 3, 33.3, 4e4, 1e9):
    case("dist.lgamma", {"x": x}, {"value": mp.loggamma(mp.mpf(x))}, {"abs": 5e-15, "rel": 5e-15}, "mpmath")
case("dist.lgamma", {"x": 0}, {"value": float("inf")}, TIGHT, "limit", "x=0")


# ---- shares and rates ---------------------------------------------------------------------------------------------
def wilson(x, n, conf):
    x, n, z = mp.mpf(x), mp.mpf(n), z_of(conf)
    p = x / n
    mid, half = p + z * z / 2 / n, z * mp.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def upper_binomial(k, n, p):
    """P(X >= k)."""
    return beta_cdf(k, n - k + 1, p) if k > 0 else mp.mpf(1)


for x, n, conf in ((1, 1000000, 0.95), (999999, 1000000, 0.95), (3, 7, 0.5), (50000, 100000, 0.999), (1, 2, 0.95), (0, 100000, 0.99)):
    lo, hi = wilson(x, n, conf)
    case("ci.wilson", {"x": x, "n": n, "conf": conf}, {"estimate": mp.mpf(x) / n, "low": 0 if x == 0 else lo, "high": hi}, TIGHT, "mpmath")
for x, n, conf in ((1, 3, 0.95), (2, 2, 0.9), (0, 1, 0.95), (120, 5000, 0.99), (4999, 5000, 0.95), (30000, 100000, 0.95)):
    a = (1 - mp.mpf(conf)) / 2
    lo = 0 if x == 0 else root(lambda p: upper_binomial(x, n, p) - a, 0, 1)
    hi = 1 if x == n else root(lambda p: upper_binomial(x + 1, n, p) - (1 - a), 0, 1)
    case("ci.clopperPearson", {"x": x, "n": n, "conf": conf}, {"estimate": mp.mpf(x) / n, "low": lo, "high": hi}, TIGHT, "mpmath bisection")
case("ci.clopperPearson", {"x": 0, "n": 0, "conf": 0.95}, {"estimate": None, "low": None, "high": None}, EXACT, "convention", "n=0")
for x1, n1, x2, n2 in ((0, 10, 10, 10), (5, 5, 0, 3), (1, 100000, 3, 200000), (7, 9, 7, 9)):
    (l1, u1), (l2, u2) = wilson(x1, n1, 0.95), wilson(x2, n2, 0.95)
    p1, p2 = mp.mpf(x1) / n1, mp.mpf(x2) / n2
    case("ci.newcombeDiff", {"x1": x1, "n1": n1, "x2": x2, "n2": n2}, {"diff": p1 - p2, "low": p1 - p2 - mp.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), "high": p1 - p2 + mp.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)}, {"abs": 1e-14, "rel": 1e-11}, "mpmath")
case("ci.newcombeDiff", {"x1": 0, "n1": 0, "x2": 1, "n2": 3}, {"diff": None, "low": None, "high": None}, EXACT, "convention", "n1=0")
for c, e, per, conf in ((1, 1, 1, 0.95), (2, 12345, 10000, 0.8), (1000, 50, 1, 0.95), (40000, 7, 1, 0.99), (250000, 1e7, 10000, 0.95)):
    a = (1 - mp.mpf(conf)) / 2
    lo = root(lambda m: mp.gammainc(c, 0, m, regularized=True) - a, 0, c)
    hi = root(lambda m: mp.gammainc(c + 1, m, mp.inf, regularized=True) - a, c, c + 12 * math.sqrt(c) + 40)
    case("ci.garwood", {"count": c, "exposure": e, "per": per, "conf": conf}, {"rate": mp.mpf(c) * per / e, "low": lo * per / e, "high": hi * per / e}, TIGHT, "mpmath bisection")
for x1, e1, x2, e2 in ((1, 3, 1, 5), (400, 1000, 300, 1000), (0, 5, 1, 5), (7, 1, 70, 10), (2500, 40, 2600, 41), (3, 1, 0, 9)):
    n, pi = x1 + x2, Fraction(e1, e1 + e2)
    pmf = [math.comb(n, i) * pi**i * (1 - pi) ** (n - i) for i in range(n + 1)] if n < 1000 else None
    if pmf is None:
        mpi = mp.mpf(pi.numerator) / pi.denominator
        pmf = [mp.binomial(n, i) * mpi**i * (1 - mpi) ** (n - i) for i in range(n + 1)]
    p = sum(v for v in pmf if v <= pmf[x1] * (1 + Fraction(1, 10**7) if n < 1000 else 1 + mp.mpf("1e-7")))
    p = mp.mpf(p.numerator) / p.denominator if isinstance(p, Fraction) else p
    a = mp.mpf("0.025")
    odds = lambda v: v / (1 - v) * e2 / e1
    lo = 0 if x1 == 0 else odds(root(lambda v: upper_binomial(x1, n, v) - a, 0, 1))
    hi = mp.inf if x2 == 0 else odds(root(lambda v: upper_binomial(x1 + 1, n, v) - (1 - a), 0, 1))
    case("rate.ratio", {"x1": x1, "e1": e1, "x2": x2, "e2": e2}, {"ratio": mp.inf if x2 == 0 else mp.mpf(x1) * e2 / x2 / e1, "low": lo, "high": hi, "p": min(mp.mpf(1), p)}, TIGHT, "fractions, mpmath")
case("rate.ratio", {"x1": 0, "e1": 0, "x2": 4, "e2": 10}, {"ratio": None, "low": None, "high": None, "p": None}, EXACT, "convention", "no exposure")


# ---- association --------------------------------------------------------------------------------------------------
def fisher(a, b, c, d):
    n, r, k = a + b + c + d, a + b, a + c
    lo, hi = max(0, r + k - n), min(r, k)
    if n < 3000:
        w = {i: mp.mpf(math.comb(k, i) * math.comb(n - k, r - i)) for i in range(lo, hi + 1)}
    else:
        at = mp.mpf(1)
        w = {lo: at}
        for i in range(lo, hi):
            at = at * (r - i) * (k - i) / ((i + 1) * (n - r - k + i + 1))
            w[i + 1] = at
    total = sum(w.values())
    limit = w[a] * (1 + mp.mpf("1e-7"))
    return {"twoSided": sum(v for v in w.values() if v <= limit) / total, "greater": sum(v for i, v in w.items() if i >= a) / total, "less": sum(v for i, v in w.items() if i <= a) / total}


tables = [(1, 0, 0, 1), (5, 5, 5, 5), (0, 3, 4, 0), (100, 1, 1, 100), (12, 88, 30, 70), (50000, 50000, 49000, 51000), (300, 99700, 240, 899760), (2, 99998, 3, 99997), (60000, 40000, 40000, 60000), (1, 999, 999, 998001), (0, 99999, 30, 870000)]
for a, b, c, d in tables:
    given = {"a": a, "b": b, "c": c, "d": d}
    case("assoc.fisher", given, fisher(a, b, c, d), {"abs": 1e-290, "rel": 1e-10}, "exact recursion in 50 digits")
    n, r, k = mp.mpf(a + b + c + d), mp.mpf(a + b), mp.mpf(a + c)
    E = [r * k / n, r * (n - k) / n, (n - r) * k / n, (n - r) * (n - k) / n]
    g2 = 2 * sum(o * mp.log(o / e) for o, e in zip((a, b, c, d), E) if o)
    case("assoc.g2", given, {"g2": g2, "signed": g2 if a >= E[0] else -g2, "p": chi2_sf(g2, 1)}, {"abs": 1e-25, "rel": 1e-10}, "mpmath")
    cross = mp.mpf(a) * d - mp.mpf(b) * c
    den = r * k * (n - r) * (n - k)
    chi, yates = n * cross**2 / den, n * max(mp.mpf(0), abs(cross) - n / 2) ** 2 / den
    case("assoc.chi2", given, {"chi2": chi, "p": chi2_sf(chi, 1), "chi2Yates": yates, "pYates": chi2_sf(yates, 1), "phi": cross / mp.sqrt(den)}, {"abs": 1e-290, "rel": 1e-10}, "mpmath")
    pmi = mp.log(a * n / r / k, 2) if a else -mp.inf
    case("assoc.pmi", given, {"pmi": pmi, "npmi": pmi / -mp.log(a / n, 2) if a else -1, "ppmi": max(mp.mpf(0), pmi)}, {"abs": 1e-13, "rel": 1e-11}, "mpmath")
    for correction in ("always", "ifZero"):
        h = mp.mpf(1) / 2 if correction == "always" or 0 in (a, b, c, d) else mp.mpf(0)
        value = mp.log((a + h) * (d + h) / (b + h) / (c + h))
        se = mp.sqrt(sum(1 / (v + h) for v in (a, b, c, d)))
        case("assoc.logOdds", {**given, "correction": correction, "conf": 0.99}, {"logOdds": value, "se": se, "low": value - z_of(0.99) * se, "high": value + z_of(0.99) * se}, {"abs": 1e-12, "rel": 1e-11}, "mpmath")
    case("assoc.deltaP", given, {"yGivenX": a / r - c / (n - r), "xGivenY": a / k - b / (n - k)}, {"abs": 1e-15, "rel": 1e-10}, "mpmath")

# ---- keyness ------------------------------------------------------------------------------------------------------
for o1, n1, o2, n2, m in ((3, 1000, 900, 90000, 1), (40, 5000, 2, 70000, 500), (0, 10, 1, 10, 1), (12, 5000000, 4, 100000, 2000), (100000, 10**7, 90000, 10**7, 10), (5, 50, 5, 50, 3)):
    e1, e2 = mp.mpf(n1) * (o1 + o2) / (n1 + n2), mp.mpf(n2) * (o1 + o2) / (n1 + n2)
    cells = [(o1, e1), (o2, e2), (n1 - o1, n1 - e1), (n2 - o2, n2 - e2)]
    term = lambda o, e: o * mp.log(o / e) if o else mp.mpf(0)
    g2 = 2 * sum(term(o, e) for o, e in cells)
    case("keyness.g2", {"o1": o1, "n1": n1, "o2": o2, "n2": n2}, {"g2": g2, "signed": g2 if o1 >= e1 else -g2, "ll2": 2 * sum(term(o, e) for o, e in cells[:2]), "p": chi2_sf(g2, 1)}, {"abs": 1e-25, "rel": 1e-9}, "mpmath")
    a = mp.mpf("0.05") / m / 2
    bits = lambda v: mp.log(v / (1 - v) * n2 / n1, 2)
    if mp.mpf(o1) / n1 >= mp.mpf(o2) / n2:
        lrc = max(mp.mpf(0), bits(root(lambda v: upper_binomial(o1, o1 + o2, v) - a, 0, 1))) if o1 else 0
    else:
        lrc = min(mp.mpf(0), bits(root(lambda v: upper_binomial(o1 + 1, o1 + o2, v) - (1 - a), 0, 1)))
    case("keyness.lrc", {"o1": o1, "n1": n1, "o2": o2, "n2": n2, "m": m}, {"lrc": lrc}, {"abs": 1e-10, "rel": 1e-9}, "mpmath bisection")
case("keyness.lrc", {"o1": 0, "n1": 10, "o2": 0, "n2": 10}, {"lrc": None}, EXACT, "convention", "both zero")
case("keyness.lrc", {"o1": 0, "n1": 0, "o2": 3, "n2": 10}, {"lrc": None}, EXACT, "convention", "empty corpus")
case("keyness.g2", {"o1": 7, "n1": 7, "o2": 5, "n2": 5}, {"g2": 0, "signed": 0, "ll2": 0, "p": 1}, EXACT, "O = E", "every token in both")


# ---- trend --------------------------------------------------------------------------------------------------------
def present(y):
    return [(i, v) for i, v in enumerate(y) if v is not None]


def sign(v):
    return (v > 0) - (v < 0)


def tie_groups(y):
    return [sum(1 for _ in g) for _, g in itertools.groupby(sorted(y))]


def score(y):
    n = len(y)
    s = sum(sign(y[j] - y[i]) for i in range(n) for j in range(i + 1, n))
    v = Fraction(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in tie_groups(y)), 18)
    return s, v


def rand_series(n, kind):
    if kind == "counts":
        return [min(9, int(rnd.expovariate(0.6))) for _ in range(n)]
    if kind == "gaps":
        return [None if rnd.random() < 0.25 else rnd.randrange(8) for _ in range(n)]
    if kind == "rising":
        return [round(0.2 * i + rnd.gauss(0, 1), 2) for i in range(n)]
    return [round(rnd.gauss(0, 1), 3) for _ in range(n)]


series = [rand_series(n, kind) for n in (2, 3, 5, 6, 11, 24, 60, 120) for kind in ("counts", "gaps", "rising", "noise")]
series += [[None, None, 3, None], [None] * 4, [7, 7], [1, 1, 2], [0] * 30 + [1]]
for y in series:
    v = [x for _, x in present(y)]
    n = len(v)
    s, var = score(v)
    pairs = n * (n - 1) // 2
    tied = sum(t * (t - 1) // 2 for t in tie_groups(v))
    if n < 2:
        case("trend.mk", {"y": y}, {"n": n, "s": 0, "varS": 0, "z": None, "p": None, "tauA": None, "tauB": None}, EXACT, "convention", f"n={n}")
        continue
    z = (s - sign(s)) / mp.sqrt(mp.mpf(var.numerator) / var.denominator) if s else mp.mpf(0)
    tau_b = mp.mpf(s) / mp.sqrt(mp.mpf(pairs - tied) * pairs) if tied < pairs else None
    case("trend.mk", {"y": y}, {"n": n, "s": s, "varS": var, "z": z, "p": two_sided(z), "tauA": mp.mpf(s) / pairs, "tauB": tau_b}, {"abs": 1e-13, "rel": 1e-11}, "pairs counted one by one, mpmath")
    if n >= 3:
        x, w = zip(*present(y))
        slope, intercept, low, high = stats.theilslopes(w, x, 0.9, method="separate")
        need = score(v)[1]
        C = stats.norm.ppf(0.95) * math.sqrt(need)
        ranks = (round((pairs - C) / 2), round((pairs + C) / 2) + 1)
        ok = ranks[0] >= 1 and ranks[1] <= pairs
        case("trend.sen", {"y": y, "conf": 0.9}, {"slope": slope, "intercept": intercept, "low": low if ok else None, "high": high if ok else None}, {"abs": 1e-12, "rel": 1e-11}, "scipy theilslopes(separate)")

for n in (5, 8, 13, 40, 60):
    order = list(range(n))
    rnd.shuffle(order)
    if n == 40:
        order = order[:4] + sorted(order[4:])
    counts = [1]
    for i in range(2, n + 1):
        counts = [sum(counts[max(0, k - i + 1): k + 1]) for k in range(len(counts) + i - 1)]
    s, _ = score(order)
    pairs = n * (n - 1) // 2
    extreme = sum(c for k, c in enumerate(counts) if abs(pairs - 2 * k) >= abs(s))
    case("trend.mkExact", {"y": order}, {"s": s, "p": mp.mpf(extreme) / math.factorial(n)}, TIGHT, "integer inversion counts")
case("trend.mkExact", {"y": [1, 2, 2, 3]}, {"s": 5, "p": None}, EXACT, "no exact distribution with ties", "ties")
case("trend.mkExact", {"y": [4]}, {"s": 0, "p": None}, EXACT, "convention", "n=1")

for n in (3, 4, 9, 30):
    for levels in (3, 50):
        x = [rnd.randrange(levels) for _ in range(n)]
        y = [rnd.randrange(levels) + (x[i] if rnd.random() < 0.5 else 0) for i in range(n)]
        if len(set(x)) < 2 or len(set(y)) < 2:
            continue
        tau, p = stats.kendalltau(x, y, method="asymptotic")
        case("trend.kendall", {"x": x, "y": y}, {"tau": tau, "p": p}, {"abs": 1e-12, "rel": 1e-10}, "scipy kendalltau(asymptotic)")
        rho, p = stats.spearmanr(x, y)
        case("trend.spearman", {"x": x, "y": y}, {"rho": rho, "p": p if abs(rho) < 1 - 1e-12 else 0}, {"abs": 1e-12, "rel": 1e-9}, "scipy spearmanr")


def hamed_rao(y, alpha, lag):
    n = len(y)
    slopes = [Fraction(y[j] - y[i]) / (j - i) for i in range(n) for j in range(i + 1, n)]
    slopes.sort()
    m = len(slopes)
    slope = slopes[m // 2] if m % 2 else (slopes[m // 2 - 1] + slopes[m // 2]) / 2
    res = [y[i] - slope * (i + 1) for i in range(n)]
    ranks = [sum(r < v for r in res) + Fraction(sum(r == v for r in res) + 1, 2) for v in res]
    d = [r - Fraction(n + 1, 2) for r in ranks]
    s, var = score(y)
    total = sum(v * v for v in d)
    c = Fraction(1)
    if total:
        bound = float(root(lambda v: normal_sf(-v) - (1 - mp.mpf(alpha) / 2), 0, 10)) / math.sqrt(n)
        for i in range(1, lag + 1):
            r = sum(d[t] * d[t + i] for t in range(n - i)) / total
            if abs(r) > bound:
                c += Fraction(2, n * (n - 1) * (n - 2)) * (n - i) * (n - i - 1) * (n - i - 2) * r
    var *= c
    if c <= 0:
        return {"s": s, "correction": float(c), "varS": float(var), "z": None, "p": None}
    z = (s - sign(s)) / mp.sqrt(mp.mpf(var.numerator) / var.denominator) if s else mp.mpf(0)
    return {"s": s, "correction": float(c), "varS": float(var), "z": z, "p": two_sided(z)}


for n, lag in ((8, None), (15, None), (40, 5), (60, None), (24, 1)):
    y = [rnd.randrange(6)]
    while len(y) < n:
        y.append(max(0, y[-1] + rnd.randrange(-2, 3)))
    given = {"y": y, "alpha": 0.05} | ({"lag": lag} if lag else {})
    case("trend.hamedRao", given, hamed_rao([Fraction(v) for v in y], 0.05, lag or n - 1), {"abs": 1e-11, "rel": 1e-9}, "fractions, Hamed & Rao 1998")
case("trend.hamedRao", {"y": [0.1 * i for i in range(12)]}, {"s": 66, "correction": 1}, EXACT, "residuals of one rank", "straight line")

for n, period in ((25, 12), (40, 4), (9, 4), (7, 1), (30, 7)):
    y = rand_series(n, "gaps")
    s, var, slopes, pairs = 0, Fraction(0), [], 0
    for g in range(period):
        at = [(i // period, v) for i, v in present(y) if i % period == g]
        a, b = score([v for _, v in at])
        s, var, pairs = s + a, var + b, pairs + len(at) * (len(at) - 1) // 2
        slopes += [Fraction(w - v) / (j - i) for (i, v), (j, w) in itertools.combinations(at, 2)]
    z = (s - sign(s)) / mp.sqrt(mp.mpf(var.numerator) / var.denominator) if s else mp.mpf(0)
    case("trend.seasonalMk", {"y": y, "period": period}, {"s": s, "varS": float(var), "z": z, "p": two_sided(z), "tauA": mp.mpf(s) / pairs, "slope": float(np.median([float(v) for v in slopes]))}, {"abs": 1e-12, "rel": 1e-11}, "pairs counted one by one")
case("trend.seasonalMk", {"y": [1, 2, 3], "period": 4}, {"s": 0, "varS": 0, "z": None, "p": None, "tauA": None, "slope": None}, EXACT, "convention", "no season twice")


def poisson_fit(y, e, t):
    keep = [i for i in range(len(y)) if e[i] > 0]
    y, e, t = [mp.mpf(y[i]) for i in keep], [mp.mpf(e[i]) for i in keep], [mp.mpf(t[i]) for i in keep]
    total, centre = sum(y), sum(a * b for a, b in zip(y, t)) / sum(y)
    f = lambda b: sum(e[i] * (t[i] - centre) * mp.exp(b * (t[i] - centre)) for i in range(len(y)))
    width = 60 / max(abs(v - centre) for v in t)
    b = root(f, -width, width)
    level = mp.log(total / sum(e[i] * mp.exp(b * (t[i] - centre)) for i in range(len(y))))
    mu = [e[i] * mp.exp(level + b * (t[i] - centre)) for i in range(len(y))]
    mean = sum(m * v for m, v in zip(mu, t)) / sum(mu)
    se = 1 / mp.sqrt(sum(m * (v - mean) ** 2 for m, v in zip(mu, t)))
    deviance = 2 * sum((v * mp.log(v / m) if v else 0) - (v - m) for v, m in zip(y, mu))
    out = {"intercept": level - b * centre, "slope": b, "se": se, "z": b / se, "p": two_sided(b / se), "rateRatio": mp.exp(b), "low": mp.exp(b - z_of(0.95) * se), "high": mp.exp(b + z_of(0.95) * se), "deviance": deviance, "converged": True}
    df = len(y) - 2
    if df > 0:
        phi = sum((v - m) ** 2 / m for v, m in zip(y, mu)) / df
        tq = stats.t.ppf(0.975, df)
        sq = se * mp.sqrt(phi)
        out |= {"dispersion": phi, "seQuasi": sq, "tQuasi": b / sq, "pQuasi": t_two_sided(b / sq, df), "lowQuasi": mp.exp(b - tq * sq), "highQuasi": mp.exp(b + tq * sq)}
    return out


for n, step in ((3, 1), (8, 1), (24, 1 / 12), (120, 1 / 12), (10, 365)):
    for rate in (0.3, 4, 200):
        e = [rnd.randrange(1, 60) for _ in range(n)]
        t = [round(2015 + i * step, 6) for i in range(n)]
        y = [int(np.random.RandomState(n * 7 + i + int(rate * 10)).poisson(rate * e[i] / 30 * math.exp(0.02 * i))) for i in range(n)]
        ti = [t[i] for i in range(n) if y[i] > 0]
        if not ti or max(ti) == t[0] or min(ti) == t[-1]:
            continue
        case("trend.poisson", {"counts": y, "exposure": e, "t": t}, poisson_fit(y, e, t), {"abs": 1e-10, "rel": 1e-8}, "mpmath bisection on the likelihood equation")
case("trend.poisson", {"counts": [900, 30, 1, 0, 0, 0], "exposure": [1, 1, 1, 1, 1, 1], "t": [0, 1, 2, 3, 4, 5]}, poisson_fit([900, 30, 1, 0, 0, 0], [1] * 6, list(range(6))), {"abs": 1e-10, "rel": 1e-8}, "mpmath", "steep fall")
case("trend.poisson", {"counts": [3, 0, 0, 2], "exposure": [1, 1, 1, 1], "t": [1, 1, 2, 2]}, poisson_fit([3, 0, 0, 2], [1] * 4, [1, 1, 2, 2]), {"abs": 1e-10, "rel": 1e-8}, "mpmath", "two times")
NONE = dict.fromkeys(["intercept", "slope", "se", "z", "p", "rateRatio", "low", "high", "deviance", "dispersion", "seQuasi", "tQuasi", "pQuasi", "lowQuasi", "highQuasi"]) | {"converged": False}
case("trend.poisson", {"counts": [], "exposure": [], "t": []}, NONE, EXACT, "convention", "n=0")
case("trend.poisson", {"counts": [4, 5], "exposure": [3, 3], "t": [2020, 2020]}, NONE, EXACT, "convention", "one time")
case("trend.poisson", {"counts": [4, 5, 0, 0], "exposure": [3, 3, 3, 3], "t": [1, 1, 2, 3]}, NONE, EXACT, "convention", "all at the first time, twice")
case("trend.poisson", {"counts": [0, 4, 0], "exposure": [0, 3, 0], "t": [1, 2, 3]}, NONE, EXACT, "convention", "one exposed bin")


def lowess(x, y, f, rounds):
    """Cleveland's definition with the q nearest points found by sorting distances (no ties in x)."""
    n = len(x)
    q = max(2, min(n, int(f * n + 1e-7)))
    robust = np.ones(n)
    x, y = np.array(x, float), np.array(y, float)
    for k in range(rounds + 1):
        fit = np.empty(n)
        for i in range(n):
            h = np.sort(np.abs(x - x[i]))[q - 1]
            u = np.abs(x - x[i]) / h
            w = np.where(u <= 0.001, 1, np.where(u <= 0.999, (1 - np.minimum(u, 1) ** 3) ** 3, 0)) * robust
            w = w / w.sum()
            m = (w * x).sum()
            c = (w * (x - m) ** 2).sum()
            fit[i] = (w * y * (1 + ((x[i] - m) * (x - m) / c if math.sqrt(c) > 0.001 * (x[-1] - x[0]) else 0))).sum()
        r = np.abs(y - fit)
        cut = 6 * np.median(r)
        if k == rounds or cut < 1e-7 * r.mean():
            return fit.tolist()
        robust = np.where(r <= 0.001 * cut, 1, np.where(r <= 0.999 * cut, (1 - (r / cut) ** 2) ** 2, 0))


for n, f, rounds in ((12, 0.5, 3), (30, 0.25, 2), (50, 2 / 3, 0), (15, 1, 5)):
    x = sorted(rnd.sample(range(10 * n), n))
    x = [v + 0.001 * i * i for i, v in enumerate(x)]
    y = [round(math.sin(v / n) + rnd.gauss(0, 0.4), 3) for v in x]
    y[n // 3] += 6
    case("trend.lowess", {"x": x, "y": y, "f": f, "iter": rounds}, {"fitted": lowess(x, y, f, rounds)}, {"abs": 1e-9, "rel": 1e-9}, "definition, neighbours by sorting")
case("trend.lowess", {"x": [], "y": []}, {"fitted": []}, EXACT, "convention", "empty")
case("trend.lowess", {"x": [4], "y": [2.5]}, {"fitted": [2.5]}, EXACT, "R", "one point")

for y in (rand_series(14, "gaps"), rand_series(9, "noise"), [None, None, 4, None, 6]):
    s = pd.Series(y, dtype=float)
    for window, align, least in ((3, "center", 2), (4, "trailing", 2), (5, "center", 1), (2, "trailing", 2)):
        got = s.rolling(window, min_periods=least, center=align == "center").mean()
        case("trend.rollingMean", {"y": y, "window": window, "align": align, "minPeriods": least}, {"values": got.tolist()}, EXACT, "pandas rolling")
    for kw, adjust in (({"alpha": 0.35}, True), ({"halfLife": 1.5}, False), ({"halfLife": 4}, True)):
        got = s.ewm(alpha=kw.get("alpha"), halflife=kw.get("halfLife"), adjust=adjust, ignore_na=True).mean()
        case("trend.ewma", {"y": y, **kw, "adjust": adjust}, {"values": got.tolist()}, EXACT, "pandas ewm(ignore_na)")


# ---- change points and bursts -------------------------------------------------------------------------------------
def segment_cost(kind, y, e):
    if kind == "poisson":
        c = sum(y)
        return 2 * c * (math.log(sum(e)) - math.log(c)) if c else 0.0
    m = sum(y) / len(y)
    rss = sum((v - m) ** 2 for v in y)
    return rss if kind == "l2" else len(y) * (math.log(2 * math.pi) + math.log(max(1e-11, rss / len(y))) + 1)


for kind, n, least, penalty in (("poisson", 10, 1, 3.5), ("poisson", 12, 2, 2.0), ("l2", 11, 2, 6.0), ("l2", 12, 1, 2.5), ("normal", 12, 3, 4.0), ("poisson", 9, 4, 1.0)):
    y = [rnd.randrange(3) + (6 if n // 3 <= i < 2 * n // 3 else 0) for i in range(n)] if kind == "poisson" else [round(rnd.gauss(3 if i > n // 2 else 0, 1), 2) for i in range(n)]
    e = [rnd.randrange(1, 5) for _ in range(n)] if kind == "poisson" else [1] * n
    best = None
    for m in range(n):
        for cuts in itertools.combinations(range(1, n), m):
            edges = [0, *cuts, n]
            if any(b - a < least for a, b in zip(edges, edges[1:])):
                continue
            total = sum(segment_cost(kind, y[a:b], e[a:b]) for a, b in zip(edges, edges[1:])) + penalty * m
            if best is None or total < best[0] - 1e-9:
                best = (total, list(cuts))
    given = {"y": y, "cost": kind, "penalty": penalty, "minSize": least} | ({"exposure": e} if kind == "poisson" else {})
    case("change.pelt", given, {"changepoints": best[1], "cost": best[0]}, {"abs": 1e-9, "rel": 1e-10}, "exhaustive search")

for y in series[4:16]:
    v = present(y)
    if len(v) < 2:
        continue
    n = len(v)
    u = [sum(sign(v[i][1] - v[j][1]) for i in range(t) for j in range(t, n)) for t in range(1, n)]
    k = max(abs(w) for w in u)
    case("change.pettitt", {"y": y}, {"k": k, "index": v[[abs(w) for w in u].index(k) + 1][0] if k else None, "p": min(1, 2 * math.exp(-6 * k * k / (n**3 + n * n))) if k else 1}, EXACT, "pairwise signs")


def batched(r, d, s, gamma, model):
    p0 = sum(r) / sum(d)
    def emission(x, n, p):
        if n == 0:
            return 0.0
        return -(stats.binom.logpmf(x, n, p) if model == "binomial" else stats.poisson.logpmf(x, p * n))
    q = [[emission(x, n, p0), emission(x, n, s * p0)] for x, n in zip(r, d)]
    up = gamma * math.log(len(r))
    best = None
    for states in itertools.product((0, 1), repeat=len(r)):
        cost = sum(q[i][v] for i, v in enumerate(states)) + up * sum(1 for i, v in enumerate(states) if v and not (i and states[i - 1]))
        if best is None or cost < best[0] - 1e-10:
            best = (cost, states)
    states = best[1]
    bursts, i = [], 0
    while i < len(r):
        if states[i]:
            j = i
            while j + 1 < len(r) and states[j + 1]:
                j += 1
            bursts.append({"start": i, "end": j, "weight": sum(q[k][0] - q[k][1] for k in range(i, j + 1))})
            i = j
        i += 1
    return {"states": list(states), "bursts": bursts, "cost": best[0]}


for n, s, gamma, model in ((10, 2, 1, "binomial"), (12, 1.5, 0.5, "binomial"), (11, 3, 1, "poisson"), (12, 2, 0.3, "poisson"), (9, 2.5, 2, "binomial"), (1, 2, 1, "poisson")):
    d = [rnd.randrange(0 if i == 4 else 15, 50) for i in range(n)]
    if n > 5:
        d[4] = 0
    r = [min(n_, rnd.randrange(4) + (9 if 5 <= i < 8 else 0)) for i, n_ in enumerate(d)]
    if sum(r) == 0:
        r[0] = 1
    case("burst.batched", {"r": r, "d": d, "s": s, "gamma": gamma, "model": model}, batched(r, d, s, gamma, model), {"abs": 1e-8, "rel": 1e-9}, "exhaustive search over all sequences")


def infinite(offsets, s, gamma):
    t = sorted(offsets)
    gaps = [b - a for a, b in zip(t, t[1:])]
    n, total = len(gaps), t[-1] - t[0]
    k = math.ceil(1 + math.log(total / min(gaps)) / math.log(s) - 1e-9)
    rate = [s**i * n / total for i in range(k)]
    best = None
    for q in itertools.product(range(k), repeat=n):
        cost, before = 0.0, 0
        for x, level in zip(gaps, q):
            cost += max(0, level - before) * gamma * math.log(n) - math.log(rate[level]) + rate[level] * x
            before = level
        if best is None or cost < best[0] - 1e-10:
            best = (cost, q)
    bursts = []
    for level in range(1, k):
        i = 0
        while i < n:
            if best[1][i] >= level:
                j = i
                while j < n and best[1][j] >= level:
                    j += 1
                bursts.append({"level": level, "start": t[i], "end": t[j]})
                i = j
            else:
                i += 1
    bursts.sort(key=lambda b: (b["start"], b["level"]))
    return {"bursts": bursts, "cost": best[0]}


for offsets, s, gamma in (([0, 10, 20, 21, 22, 23, 33], 2, 0.5), ([5, 6, 7, 20, 34], 2, 0.3), ([1, 2, 4, 8, 16, 17, 18], 3, 0.2), ([0, 1], 2, 1), ([0, 9, 9.5, 10, 10.4, 20], 2, 0.1)):
    case("burst.infinite", {"offsets": offsets, "s": s, "gamma": gamma}, infinite(offsets, s, gamma), {"abs": 1e-8, "rel": 1e-9}, "exhaustive search over all sequences")

# ---- diffusion ----------------------------------------------------------------------------------------------------
for n in (1, 5, 20):
    for kind in ("log-log", "log", "plain"):
        time = [rnd.randrange(1, 12) for _ in range(n)]
        event = [int(rnd.random() < 0.7) for _ in range(n)]
        z, S, G, steps = z_of(0.9), Fraction(1), Fraction(0), []
        for t in sorted({t for t, e in zip(time, event) if e}):
            risk = sum(v >= t for v in time)
            d = sum(v == t and e for v, e in zip(time, event))
            S *= Fraction(risk - d, risk)
            low = high = None
            if S:
                G += Fraction(d, risk * (risk - d))
                m, g = mp.mpf(S.numerator) / S.denominator, z * mp.sqrt(mp.mpf(G.numerator) / G.denominator)
                if kind == "log-log":
                    low, high = m ** mp.exp(-g / mp.log(m)), m ** mp.exp(g / mp.log(m))
                elif kind == "log":
                    low, high = m * mp.exp(-g), min(mp.mpf(1), m * mp.exp(g))
                else:
                    low, high = max(mp.mpf(0), m - m * g), min(mp.mpf(1), m + m * g)
            steps.append({"time": t, "atRisk": risk, "events": int(d), "survival": float(S), "low": low, "high": high})
        median = next((s["time"] for s in steps if s["survival"] <= 0.5), None)
        case("diffusion.km", {"time": time, "event": event, "conf": 0.9, "confType": kind}, {"steps": steps, "median": median}, EXACT, "fractions, mpmath")
for n in (6, 15, 40):
    time = [rnd.randrange(1, 10) for _ in range(n)]
    event = [int(rnd.random() < 0.8) for _ in range(n)]
    group = [int(rnd.random() < 0.4) for _ in range(n)]
    u = v = Fraction(0)
    for t in sorted({t for t, e in zip(time, event) if e}):
        risk, risk1 = sum(x >= t for x in time), sum(x >= t and g for x, g in zip(time, group))
        d, d1 = sum(x == t and e for x, e in zip(time, event)), sum(x == t and e and g for x, e, g in zip(time, event, group))
        u += d1 - Fraction(d * risk1, risk)
        if risk > 1:
            v += Fraction(d * risk1 * (risk - risk1) * (risk - d), risk * risk * (risk - 1))
    chi = float(u * u / v)
    case("diffusion.logrank", {"time": time, "event": event, "group": group}, {"chi2": chi, "p": chi2_sf(chi, 1)}, EXACT, "fractions")
case("diffusion.logrank", {"time": [1, 2], "event": [1, 1], "group": [1, 1]}, {"chi2": None, "p": None}, EXACT, "convention", "one group empty")
case("diffusion.logrank", {"time": [], "event": [], "group": []}, {"chi2": None, "p": None}, EXACT, "convention", "empty")

for n, top, r, t0, fixed in ((12, 31, 0.7, 5, None), (20, 100, 0.4, 9, 100), (8, 15, 1.2, 3, None), (30, 333, 0.25, 16, None)):
    t = list(range(n))
    y = [round(top / (1 + math.exp(-r * (v - t0))) + rnd.gauss(0, top / 60), 1) for v in t]
    if fixed:
        fit = optimize.least_squares(lambda p: fixed / (1 + np.exp(-p[0] * (np.array(t) - p[1]))) - y, [r, t0], xtol=1e-15, ftol=1e-15, gtol=1e-15)
        K, (rr, tt) = fixed, fit.x
    else:
        fit = optimize.least_squares(lambda p: p[0] / (1 + np.exp(-p[1] * (np.array(t) - p[2]))) - y, [top, r, t0], xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale=[top, r, t0])
        K, rr, tt = fit.x
    case("diffusion.logistic", {"t": t, "y": y} | ({"K": fixed} if fixed else {}), {"K": K, "r": rr, "t0": tt, "rss": 2 * fit.cost}, LOOSE, "scipy least_squares")

F = lambda p, q, t: (1 - np.exp(-(p + q) * t)) / (1 + q / p * np.exp(-(p + q) * t))
for n, p, q, m in ((10, 0.03, 0.4, 120), (15, 0.01, 0.5, 900), (24, 0.005, 0.3, 2000)):
    t = np.arange(n + 1)
    y = [float(max(0, round(v + rnd.gauss(0, m / 150)))) for v in m * np.diff(F(p, q, t))]
    Y = np.concatenate([[0], np.cumsum(y)[:-1]])
    a, b, c = np.linalg.lstsq(np.column_stack([np.ones(n), Y, Y * Y]), np.array(y), rcond=None)[0]
    M = (-b - math.sqrt(b * b - 4 * a * c)) / (2 * c)
    case("diffusion.bassOls", {"adopters": y}, {"p": a / M, "q": -c * M, "m": M}, LOOSE, "numpy lstsq")
    fit = optimize.least_squares(lambda v: v[2] * np.diff(F(v[0], v[1], t)) - y, [p, q, m], x_scale=[p, q, m], xtol=1e-15, ftol=1e-15, gtol=1e-15)
    case("diffusion.bassNls", {"adopters": y}, {"p": fit.x[0], "q": fit.x[1], "m": fit.x[2], "rss": 2 * fit.cost}, LOOSE, "scipy least_squares")
case("diffusion.bassOls", {"adopters": [1, 2, 4, 8, 16]}, {"p": None, "q": None, "m": None}, EXACT, "convention", "exponential: c not below 0")
case("diffusion.bassNls", {"adopters": [0, 0, 0, 0]}, {"p": None, "q": None, "m": None, "rss": None}, EXACT, "convention", "all zero")

places = ["甲县", "乙县", "丙县", "𠮷县", "Ａ县", "丁县"]
days = pd.date_range("2023-12-20", "2024-03-10").strftime("%Y-%m-%d").tolist()
for k in (3, 12, 30):
    events = [{"place": rnd.choice(places[:5]), "date": rnd.choice(days)} for _ in range(k)]
    first = pd.DataFrame(events).groupby("place")["date"].min()
    origin = first.min()
    gone = lambda d: (datetime.date.fromisoformat(d) - datetime.date.fromisoformat(origin)).days
    rows = sorted((d, p) for p, d in first.items())
    curve = [{"date": d, "n": sum(x <= d for x, _ in rows), "share": sum(x <= d for x, _ in rows) / 6} for d in sorted(set(first))]
    case("diffusion.adoption", {"events": events, "places": places, "end": "2024-03-31"}, {"origin": origin, "adopters": [{"place": p, "date": d, "days": gone(d)} for d, p in rows], "censored": [{"place": p, "days": gone("2024-03-31")} for p in sorted(set(places) - set(first.index))], "curve": curve}, EXACT, "pandas groupby min")

# ---- reliability --------------------------------------------------------------------------------------------------
for coders, units, missing in ((2, 8, 0), (3, 10, 0.3), (5, 6, 0.5)):
    data = [[None if rnd.random() < missing else rnd.choice("甲乙丙") for _ in range(units)] for _ in range(coders)]
    cols = [[row[u] for row in data if row[u] is not None] for u in range(units)]
    cols = [c for c in cols if len(c) > 1]
    pool = [v for c in cols for v in c]
    n = len(pool)
    do = sum((Fraction(sum(a != b for i, a in enumerate(c) for j, b in enumerate(c) if i != j), len(c) - 1) for c in cols), Fraction(0)) / n
    de = Fraction(sum(a != b for i, a in enumerate(pool) for j, b in enumerate(pool) if i != j), n * (n - 1))
    case("rel.alpha", {"data": data}, {"alpha": float(1 - do / de), "do": float(do), "de": float(de), "pairable": n, "units": len(cols)}, EXACT, "all pairs, fractions")

for n in (1, 7, 25):
    labels = ["甲", "乙", "丙"]
    gold = [rnd.choice(labels[:2]) for _ in range(n)]
    pred = [rnd.choice(labels) for _ in range(n)]
    per = {}
    for c in labels:
        tp = sum(g == c == p for g, p in zip(gold, pred))
        fp, fn = sum(p == c != g for g, p in zip(gold, pred)), sum(g == c != p for g, p in zip(gold, pred))
        P, R = (tp / (tp + fp) if tp + fp else 0), (tp / (tp + fn) if tp + fn else 0)
        per[c] = {"precision": P, "recall": R, "f1": 2 * P * R / (P + R) if P + R else 0, "support": tp + fn}
    seen = [c for c in labels if c in gold or c in pred]
    micro = sum(g == p for g, p in zip(gold, pred)) / n
    macro = {k: sum(per[c][k] for c in seen) / len(seen) for k in ("precision", "recall", "f1")}
    weighted = {k: sum(per[c][k] * per[c]["support"] for c in seen) / n for k in ("precision", "recall", "f1")}
    case("rel.prf", {"gold": gold, "pred": pred, "labels": labels}, {"perClass": per, "micro": dict.fromkeys(("precision", "recall", "f1"), micro), "macro": macro, "weighted": weighted}, EXACT, "definition")

# ---- phrases ------------------------------------------------------------------------------------------------------
for size, least in ((6, 1), (30, 2)):
    segs = ["".join(rnd.choice("甲乙丙𠮷") for _ in range(rnd.randrange(0, 9))) for _ in range(size)]
    chars = [list(s) for s in segs]
    N = sum(map(len, chars))
    grams = [tuple(s[i:i + k]) for s in chars for k in range(1, 5) for i in range(len(s) - k + 1)]
    count = {g: grams.count(g) for g in set(grams)}
    want = {g: c for g, c in count.items() if 2 <= len(g) <= 4 and c >= least}
    cohesion, free = {}, {}
    for g, c in want.items():
        pmi = min(math.log2(c * N / (count[g[:i]] * count[g[i:]])) for i in range(1, len(g)))
        cohesion["".join(g)] = {"count": c, "pmi": pmi, "npmi": None if c == N else pmi / -math.log2(c / N)}
    case("phrase.cohesion", {"segments": segs, "minCount": least, "minLen": 2, "maxLen": 4}, {"chars": N, "candidates": cohesion}, EXACT, "slicing")
    for boundary in ("distinct", "symbol", "ignore"):
        free = {}
        for g in want:
            left, right = [], []
            for si, s in enumerate(chars):
                for i in range(len(s) - len(g) + 1):
                    if tuple(s[i:i + len(g)]) != g:
                        continue
                    edge = {"distinct": (si, i), "symbol": "|", "ignore": None}[boundary]
                    left.append(s[i - 1] if i else edge)
                    right.append(s[i + len(g)] if i + len(g) < len(s) else edge)
            H = lambda v: float(stats.entropy([v.count(x) for x in set(v)], base=2)) if v else 0.0
            l, r = H([v for v in left if v is not None]), H([v for v in right if v is not None])
            free["".join(g)] = {"left": l, "right": r, "min": min(l, r)}
        case("phrase.entropy", {"segments": segs, "minCount": least, "minLen": 2, "maxLen": 4, "boundary": boundary}, {"candidates": free}, EXACT, "slicing, scipy entropy")
freq = {g: c for g, c in sorted({"".join(g): c for g, c in want.items()}.items())}
nested = {}
for a in sorted(freq, key=lambda g: -len(g)):
    holders = [b for b in freq if len(b) > len(a) and a in b]
    t = sum(freq[b] - nested[b][0] for b in holders)
    nested[a] = (t, len(holders))
case("phrase.cvalue", {"freq": freq}, {"terms": {a: {"cValue": math.log2(len(a)) * (freq[a] - (nested[a][0] / nested[a][1] if nested[a][1] else 0)), "nestedFreq": nested[a][0], "containers": nested[a][1]} for a in freq}}, EXACT, "every pair of candidates")

for n in (1, 5, 40):
    p = [round(rnd.random() ** 3, 4) if rnd.random() < 0.9 else None for _ in range(n)]
    given = [v for v in p if v is not None]
    m = len(given)
    for method in ("BH", "BY", "holm", "bonferroni"):
        out = []
        for v in p:
            if v is None:
                out.append(None)
            elif method == "bonferroni":
                out.append(min(1, v * m))
            elif method == "holm":
                out.append(min(1, max((m - sum(x < w for x in given)) * w for w in given if w <= v)))
            else:
                c = sum(1 / i for i in range(1, m + 1)) if method == "BY" else 1
                out.append(min(1, min(w * m * c / sum(x <= w for x in given) for w in given if w >= v)))
        case("padjust", {"p": p, "method": method}, {"adjusted": out}, {"abs": 1e-15, "rel": 1e-12}, "definition, value by value")

out = pathlib.Path(__file__).with_name("reference.json")
counts = {}
for c in cases:
    counts[c["stat"]] = counts.get(c["stat"], 0) + 1
rows = ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in cases)
meta = {"generator": "test/stats/reference/make.py", "counts": counts}
out.write_text('{"meta":' + json.dumps(meta) + ',"cases":[\n' + rows + "\n]}\n", encoding="utf-8")
print(len(cases), "cases")
