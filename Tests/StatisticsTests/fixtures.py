#!/usr/bin/env python3
"""Writes Fixtures/*.swift: values of distribution functions computed with 40 digits (mpmath 1.3), each checked against
scipy 1.17 where scipy is accurate; and tests of counts computed by scipy 1.17 and statsmodels 0.15 (samples.py). Run it
in this folder."""

import pathlib

import sys

import mpmath as mp
from scipy import stats

sys.dont_write_bytecode = True
import samples

mp.mp.dps = 40
TINY = mp.mpf("1e-300")


def check(ours, theirs, what, tolerance=1e-8):
    if theirs > 1e-250 and abs(float(ours) / theirs - 1) > tolerance:
        print(f"scipy differs at {what}: {float(ours)!r} {theirs!r}", file=sys.stderr)


def peaked(density, start, width):
    """The integral of a falling density from start up, in steps of its own width."""
    steps = [0, 1, 2, 4, 8, 16, 32, 64]
    return mp.quad(density, [start + width * s for s in steps])


def normal_tail(z):
    return mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2


def t_tail(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    if df > 2000:
        norm = mp.exp(mp.loggamma((df + 1) / 2) - mp.loggamma(df / 2)) / mp.sqrt(df * mp.pi)
        density = lambda u: norm * mp.exp(-(df + 1) / 2 * mp.log1p(u * u / df))
        return peaked(density, t, 1 / (1 + t))
    x = df / (df + t * t)
    return mp.betainc(df / 2, mp.mpf(1) / 2, 0, x, regularized=True) / 2


def f_tail(f, d1, d2):
    f, d1, d2 = mp.mpf(f), mp.mpf(d1), mp.mpf(d2)
    x = d2 / (d2 + d1 * f)
    return mp.betainc(d2 / 2, d1 / 2, 0, x, regularized=True)


def chi_tail(x, df):
    return mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)


def binomial_lower(x, n, p):
    """The sum of the terms from x down, until they no longer count."""
    p = mp.mpf(p)
    if x >= n:
        return mp.mpf(1)
    if x > n * p:
        return 1 - binomial_lower(n - x - 1, n, 1 - p)
    term = mp.exp(
        mp.loggamma(n + 1) - mp.loggamma(x + 1) - mp.loggamma(n - x + 1) + x * mp.log(p) + (n - x) * mp.log1p(-p))
    total, k = mp.mpf(0), x
    while k >= 0:
        total += term
        if term < total * mp.mpf(10) ** -22:
            break
        term = term * k * (1 - p) / ((n - k + 1) * p)
        k -= 1
    return total


def root(function, target, guess):
    """Where a falling function takes the target: secant on logs."""
    return mp.findroot(lambda x: mp.log(function(x) / target), guess)


def table(name, columns, rows):
    """One file, one constant, one point a line; it grows the enum that the tests declare."""
    lines = [f"/// Written by fixtures.py: {columns}.", "extension Fixtures {", f'  static let {name} = """']
    lines += ["    " + " ".join(repr(value) for value in row) for row in rows]
    lines += ['    """', "}", ""]
    path = pathlib.Path("Fixtures") / f"{name[0].upper()}{name[1:]}.swift"
    path.write_text("\n".join(lines))


def main():
    pathlib.Path("Fixtures").mkdir(exist_ok=True)

    rows = []
    for z in [-8.5, -3.0, -1.0, -0.1, 0.0, 1e-9, 0.1, 0.5, 1.0, 1.5, 1.7, 1.749, 1.75, 1.8, 1.96, 2.3, 3.0, 4.0, 5.5, 7.0,
              10.0, 15.3, 20.0, 25.7, 30.0, 35.0, 37.0]:
        value = normal_tail(z)
        check(value, stats.norm.sf(z), f"normal {z}")
        rows.append((z, float(value)))
    table("normalUpperTail", "z, P(Z > z)", rows)

    rows = []
    for p in [1e-300, 1e-100, 1e-20, 1e-9, 1e-5, 0.001, 0.025, 0.07, 0.0749, 0.076, 0.2, 0.4, 0.5, 0.6, 0.8, 0.9, 0.93, 0.975,
              0.995, 0.9999, 0.999999999]:
        lower = min(mp.mpf(p), 1 - mp.mpf(p))
        z = root(normal_tail, lower, -stats.norm.ppf(float(lower))) if p != 0.5 else mp.mpf(0)
        z = -z if p < 0.5 else z
        check(z if z else mp.mpf(1), stats.norm.ppf(p) if z else 1.0, f"normal quantile {p}")
        rows.append((p, float(z)))
    table("normalQuantile", "p, z", rows)

    rows = []
    for df in [0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 7.3, 10.0, 19.170053, 29.99, 30.0, 40.0, 100.0, 317.0, 1e4, 1e6,
               1e8, 1e10]:
        for t in [1e-6, 0.3, 0.9, 1.0, 1.1, 1.96, 2.5, 3.4, 5.0, 10.0, 16.0, 25.0, 36.0, 60.0, 300.0, 1e5, 1e30]:
            value = t_tail(t, df)
            if value < TINY:
                continue
            check(value, stats.t.sf(t, df), f"t {df} {t}", 1e-7)
            rows.append((df, t, float(value)))
    table("studentUpperTail", "df, t, P(T > t)", rows)

    rows = []
    for df in [1.0, 1.5, 2.0, 3.0, 9.0, 27.7, 30.0, 99.0, 1000.0, 1e6]:
        for q in [1e-200, 1e-12, 0.0005, 0.025, 0.05, 0.2, 0.45]:
            guess = stats.t.isf(q, df)
            if not 0 < guess < 1e150:
                continue
            t = mp.exp(root(lambda u: t_tail(mp.exp(u), df), mp.mpf(q), mp.log(guess)))
            if q > 1e-100:  # scipy is off by a factor of 2 at df 3, q 1e-200
                check(t, guess, f"t quantile {df} {q}", 1e-7)
            rows.append((df, q, float(-t)))
    table("studentQuantile", "df, p, t", rows)

    rows = []
    for d1 in [1.0, 2.0, 3.0, 9.0, 40.0, 900.0]:
        for d2 in [1.0, 3.0, 27.0, 114.245405, 1000.0, 1e5]:
            for f in [0.001, 0.2, 0.7, 0.98, 1.0, 1.02, 1.3, 3.1, 12.0, 150.0, 1e6]:
                if d1 > 100 and d2 > 1000 and not 0.8 < f < 2:
                    continue
                value = f_tail(f, d1, d2)
                if value < TINY:
                    continue
                check(value, stats.f.sf(f, d1, d2), f"F {d1} {d2} {f}", 1e-7)
                rows.append((d1, d2, f, float(value)))
    table("fisherUpperTail", "df1, df2, f, P(F > f)", rows)

    rows = []
    for d1, d2 in [(1.0, 1.0), (3.0, 40.0), (9.0, 27.0), (2.0, 1000.0), (40.0, 3.0), (300.0, 900.0)]:
        for p in [1e-10, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9999]:
            guess = stats.f.ppf(p, d1, d2)
            f = mp.exp(root(lambda u: f_tail(mp.exp(u), d1, d2), 1 - mp.mpf(p), mp.log(guess)))
            check(f, guess, f"F quantile {d1} {d2} {p}", 1e-7)
            rows.append((d1, d2, p, float(f)))
    table("fisherQuantile", "df1, df2, p, f", rows)

    rows = []
    for df in [0.3, 1.0, 2.0, 3.0, 10.0, 57.0, 1000.0, 1e6]:
        for x in [1e-8, 0.1, 0.7, 1.0, 2.9, 5.99, 13.0, 40.0, 70.0, 200.0, 700.0, 1001.0, 1300.0, 998000.0, 1000000.0, 1003000.0]:
            if df == 1e6 and x < 9e5 or df < 1e4 and x > 2000:
                continue
            value = chi_tail(x, df)
            if value < TINY:
                continue
            check(value, stats.chi2.sf(x, df), f"chi2 {df} {x}")
            rows.append((df, x, float(value)))
    table("chiSquaredUpperTail", "df, x, P(χ² > x)", rows)

    rows = []
    for x, n, p in [(0, 1, 0.5), (0, 7, 0.3), (3, 7, 0.3), (6, 7, 0.3), (7, 25, 0.5), (12, 25, 0.5), (18, 20, 0.95),
                    (80, 100, 0.95), (94, 100, 0.95), (2, 1000, 0.01), (400, 1000, 0.5), (100, 1000, 0.5), (10, 1000, 0.5),
                    (49000, 100000, 0.5), (499000, 1000000, 0.5), (480000, 1000000, 0.5), (949000, 1000000, 0.95),
                    (499950000, 1000000000, 0.5), (499800000, 1000000000, 0.5), (499500000, 1000000000, 0.5),
                    (499999999, 1000000000, 0.5), (199990000, 1000000000, 0.2)]:
        lower = binomial_lower(x, n, p)
        upper = binomial_lower(n - x, n, 1 - mp.mpf(p))
        check(lower, stats.binom.cdf(x, n, p), f"binomial {x} {n} {p}", 1e-7)
        rows.append((x, n, p, float(lower), float(upper)))
    table("binomialTails", "x, n, p, P(X ≤ x), P(X ≥ x)", rows)

    for name, columns, rows in samples.tables():
        table(name, columns, rows)


main()
