#!/usr/bin/env python3
"""Writes Fixtures/*.swift for reliability, agreement, drivers, raking and units: figures of R 4.2.2 (psych 2.2.9, survey
4.1.1), scipy 1.17 and statsmodels 0.15, and of numpy 2.4 where a formula is worked out here in another way than in the
package. Run it in this folder; the surveys are read from ../../../shared/data."""

import csv
import itertools
import math
import pathlib
import random
import subprocess
import tempfile

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.inter_rater import cohens_kappa, to_table

DATA = pathlib.Path("../../../shared/data")


def table(name, columns, rows):
    """One file, one constant, one case a line; it grows the enum that the tests declare."""
    lines = [f"/// Written by fixtures-matrix.py: {columns}.", "extension Fixtures {", f'  static let {name} = """']
    lines += ["    " + " ".join(text(value) for value in row) for row in rows]
    lines += ['    """', "}", ""]
    pathlib.Path("Fixtures", f"{name[0].upper()}{name[1:]}.swift").write_text("\n".join(lines))


def text(value):
    return str(int(value)) if isinstance(value, (int, np.integer)) else repr(float(value))


def moments(x):
    """Columns, rows, sums and the upper triangle of products."""
    x = np.asarray(x, dtype=np.int64)
    n, k = x.shape
    return [k, n] + list(x.sum(axis=0)) + [x[:, i] @ x[:, j] for i in range(k) for j in range(i, k)]


def survey(path, columns):
    """Rows with a whole number in every column."""
    with open(DATA / path, encoding="utf-8", errors="replace", newline="") as file:
        rows = [[row[column].strip() for column in columns] for row in csv.DictReader(file)]
    return np.array([[int(float(cell)) for cell in row] for row in rows if all(number(cell) for cell in row)])


def number(cell):
    try:
        return float(cell) == int(float(cell))
    except ValueError:
        return False


def r(script, **arrays):
    """The numbers that an R script prints, given matrices by name."""
    with tempfile.TemporaryDirectory() as folder:
        head = "options(digits = 17, warn = -1)\n"
        for name, array in arrays.items():
            path = pathlib.Path(folder, name)
            np.savetxt(path, np.atleast_2d(array), fmt="%.17g")
            head += f'{name} <- as.matrix(read.table("{path}"))\n'
        done = subprocess.run(["Rscript", "-e", head + script], capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def likert(seed, n, k, levels=7, common=0.7):
    """Ratings 1 to `levels` of k items that share something."""
    generator = np.random.default_rng(seed)
    factor = generator.normal(size=(n, 1))
    latent = common * factor + math.sqrt(1 - common**2) * generator.normal(size=(n, k)) + 0.4
    return np.clip(np.rint((levels + 1) / 2 + latent * levels / 5), 1, levels).astype(int)


def reliability():
    blocks = [[f"IMAG{i}" for i in range(1, 6)], [f"CUEX{i}" for i in range(1, 4)], ["PERV1", "PERV2"],
              [f"CUSA{i}" for i in range(1, 4)]]
    cases = [survey("ecsi/mobi.csv", block) for block in blocks]
    # Not 250 rows, so that the published blocks stay apart.
    cases += [survey("ecsi/satisfaction.csv", [f"qual{i}" for i in range(1, 6)])[:249]]
    cases += [likert(1, 400, 4), likert(2, 37, 9, 5, 0.4), likert(3, 2000, 22, 10, 0.6)]
    rows = []
    for x in cases:
        n, k = x.shape
        script = """
          suppressPackageStartupMessages(library(psych))
          a <- suppressMessages(alpha(as.data.frame(x), warnings = FALSE, check.keys = FALSE))
          cat(a$total$raw_alpha, a$total$std.alpha, a$total$average_r, "\\n")
          if (ncol(x) > 2) cat(a$alpha.drop$raw_alpha, "\\n")
          cat(a$item.stats$r.drop)
        """
        out = r(script, x=x)
        raw = out[0]
        low, high = (1 - (1 - raw) * stats.f.ppf(q, n - 1, (n - 1) * (k - 1)) for q in (0.975, 0.025))
        rows.append(moments(x) + out[:3] + [low, high] + out[3:])
    table("reliability", "moments; α, standardised, mean r, interval; α without each item (of three and more); item–rest r",
          rows)


def r_squared(x, y):
    """Of least squares on centred columns, none included."""
    if x.shape[1] == 0:
        return 0.0
    x, y = x - x.mean(axis=0), y - y.mean()
    slopes = np.linalg.lstsq(x, y, rcond=None)[0]
    return 1 - ((y - x @ slopes) ** 2).sum() / (y**2).sum()


def lmg(data):
    """R² and the mean over orders of what each column adds, with least squares on the rows for every subset."""
    x, y = data[:, 1:].astype(float), data[:, 0].astype(float)
    p = x.shape[1]
    fits = [r_squared(x[:, [j for j in range(p) if subset >> j & 1]], y) for subset in range(1 << p)]
    shares = []
    for j in range(p):
        share = 0.0
        for subset in range(1 << p):
            if not subset >> j & 1:
                size = bin(subset).count("1")
                weight = math.factorial(size) * math.factorial(p - 1 - size) / math.factorial(p)
                share += weight * (fits[subset | 1 << j] - fits[subset])
        shares.append(share)
    return [fits[-1]] + shares


def betas(data):
    scaled = (data - data.mean(axis=0)) / data.std(axis=0)
    return list(sm.OLS(scaled[:, 0], scaled[:, 1:]).fit().params)


def airline(columns):
    path = DATA / "airline-passenger/test.csv"
    with open(path, encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    found = [name for name in names if name in columns]
    assert len(found) == len(columns), names
    return survey("airline-passenger/test.csv", columns)


SERVICES = ["Inflight wifi service", "Ease of Online booking", "Food and drink", "Online boarding", "Seat comfort",
            "Inflight entertainment", "On-board service", "Leg room service", "Baggage handling", "Checkin service",
            "Inflight service", "Cleanliness"]


def drivers():
    cases = [survey("ecsi/mobi.csv", ["CUSA1"] + [f"PERQ{i}" for i in range(1, 8)] + ["PERV1", "PERV2"]),
             survey("ecsi/satisfaction.csv", ["loy1", "qual1", "qual2", "qual3", "val1", "sat1"]),
             airline(["Departure/Arrival time convenient"] + SERVICES)[:2000],
             likert(11, 500, 3, 10), likert(12, 80, 7, 5, 0.2)]
    table("keyDrivers", "moments, outcome first; R²; LMG shares; standardised slopes; correlations with the outcome",
          [moments(x) + lmg(x) + betas(x) + [stats.pearsonr(x[:, 0], x[:, j])[0] for j in range(1, x.shape[1])]
           for x in cases])

    rows = []
    for x, groups in [(cases[1], 20), (cases[3], 7)]:
        parts = [x[g::groups] for g in range(groups)]
        whole = np.array(lmg(x))
        replicates = np.array([lmg(np.vstack(parts[:g] + parts[g + 1:])) for g in range(groups)])
        error = np.sqrt((groups - 1) / groups * ((replicates - whole) ** 2).sum(axis=0))
        rows.append([groups] + [number for part in parts for number in moments(part)] + list(whole) + list(error))
    table("driverJackknife", "groups; moments of each; R² and LMG shares; their jackknife errors", rows)

    rows = []
    for seed, n, attributes in [(21, 600, 1), (22, 900, 4), (23, 4000, 6)]:
        x = likert(seed, n, attributes + 1, 5)
        flags = np.column_stack([flag for a in range(attributes) for flag in (x[:, a + 1] <= 2, x[:, a + 1] >= 4)])
        data = np.column_stack([x[:, 0], flags.astype(int)])
        fit = sm.OLS(data[:, 0], sm.add_constant(data[:, 1:])).fit()
        rows.append(moments(data) + list(fit.params) + list(fit.bse[1:]))
    table("penaltyReward", "moments of outcome and flags, low and high in turn; intercept and slopes; errors of slopes",
          rows)


def agreement():
    rows = []
    for seed, n, k in [(41, 60, 3), (42, 400, 5), (43, 35, 2)]:
        x = likert(seed, n, 2, k, 0.8) - 1
        counts = np.zeros((k, k), dtype=int)
        for a, b in x:
            counts[a, b] += 1
        row = [k] + list(counts.ravel())
        for weighting in (None, "linear", "quadratic"):
            result = cohens_kappa(counts, wt=weighting)
            row += [result.kappa, result.std_kappa]
        rows.append(row)
    table("cohenKappa", "categories; table; κ and error, plain, linear and quadratic", rows)

    rows = []
    for seed, units, raters, gaps in [(44, 20, 3, 0.0), (45, 40, 5, 0.4), (46, 200, 2, 0.1)]:
        generator = np.random.default_rng(seed)
        x = np.where(generator.random((units, raters)) < gaps, 0, likert(seed, units, raters, 5, 0.85))
        rows.append([units, raters] + list(x.ravel()) + [krippendorff(x, level) for level in range(3)])
    table("krippendorff", "units; raters; ratings, 0 for none; α nominal, ordinal, interval", rows)


def krippendorff(x, level):
    """Pair by pair."""
    rated = [[v for v in unit if v] for unit in x.tolist()]
    rated = [unit for unit in rated if len(unit) > 1]
    values = [v for unit in rated for v in unit]
    n = {v: values.count(v) for v in range(1, 6)}

    def distance(a, b):
        a, b = min(a, b), max(a, b)
        return [float(a != b), (sum(n[g] for g in range(a, b + 1)) - (n[a] + n[b]) / 2) ** 2, (a - b) ** 2][level]

    observed = sum(distance(a, b) / (len(unit) - 1) for unit in rated for a, b in itertools.permutations(unit, 2))
    expected = sum(distance(a, b) for a, b in itertools.permutations(values, 2)) / (len(values) - 1)
    return 1 - observed / expected


def histogram(values, levels):
    return [levels, 1] + [int((np.asarray(values) == level).sum()) for level in range(1, levels + 1)]


def weighting():
    rows = []
    for seed, sizes in [(51, (3, 4)), (52, (2, 5, 3)), (53, (6, 2))]:
        generator = np.random.default_rng(seed)
        cells = list(itertools.product(*(range(size) for size in sizes)))
        # Wide enough for trimming in none of these: that is tested apart.
        counts = generator.integers(15, 60, len(cells))
        targets = [generator.integers(80, 120, size) for size in sizes]
        answers = [generator.integers(1, 6, count) for count in counts]
        frame = [list(cell) + [answer] for cell, each in zip(cells, answers) for answer in each]
        margins = "".join(f"v{i}$Freq <- v{i}$Freq * nrow(x);" for i in range(len(sizes)))
        frames = "".join(
            f"v{i} <- data.frame(V{i + 1} = 0:{size - 1}, Freq = c({','.join(map(str, target))}) / {target.sum()});"
            for i, (size, target) in enumerate(zip(sizes, targets)))
        script = f"""
          suppressPackageStartupMessages(library(survey))
          x <- as.data.frame(x); names(x) <- c({",".join(f"'V{i + 1}'" for i in range(len(sizes)))}, "y")
          {frames} {margins}
          d <- svydesign(ids = ~1, weights = ~1, data = x)
          r <- rake(d, list({",".join(f"~V{i + 1}" for i in range(len(sizes)))}),
                    list({",".join(f"v{i}" for i in range(len(sizes)))}), control = list(epsilon = 1e-11, maxit = 1000))
          w <- weights(r)
          m <- svymean(~y, svydesign(ids = ~1, weights = w, data = x))
          cat(w, coef(m), SE(m))
        """
        out = r(script, x=np.array(frame))
        weights = np.array(out[:-2])
        first = np.cumsum([0] + list(counts))[:-1]
        rows.append([len(sizes)] + list(sizes) + [t for target in targets for t in target]
                    + [v for each in answers for v in histogram(each, 5)] + list(weights[first]) + out[-2:])
    table("raking", "margins; their sizes; targets; answers 1 to 5 by cell; weights by cell; weighted mean and its error",
          rows)


def units():
    rows = []
    for seed, k in [(61, 4), (62, 30), (63, 12)]:
        generator = np.random.default_rng(seed)
        samples = [np.clip(np.rint(generator.normal(4 + 0.4 * generator.normal(), 1.2, generator.integers(3, 60))), 1, 7)
                   .astype(int) for _ in range(k)]
        f, p = stats.f_oneway(*samples)
        bf, bp = stats.levene(*samples, center="median")
        n = np.array([len(s) for s in samples])
        means, variances = np.array([s.mean() for s in samples]), np.array([s.var(ddof=1) for s in samples])
        within = (variances * (n - 1)).sum() / (n.sum() - k)
        between = f * within
        size = (n.sum() - (n**2).sum() / n.sum()) / (k - 1)
        spread = (between - within) / size
        tau = max(0, means.var(ddof=1) - (variances / n).mean())
        shrunken = means.mean() + tau / (tau + variances / n) * (means - means.mean())
        z = (means - (means * n).sum() / n.sum()) / np.sqrt(within / n)
        rows.append([k] + [v for s in samples for v in histogram(s, 7)]
                    + [f, p, bf, bp, spread / (spread + within), (between - within) / between] + list(shrunken) + list(z))
    table("units", "units; answers 1 to 7 by unit; F, p; Brown–Forsythe F, p; ICC, reliability; shrunken means; funnel z",
          rows)

    rows = []
    for seed, n, ties in [(71, 8, 0), (72, 20, 4), (73, 300, 9), (74, 12, 3)]:
        generator = np.random.default_rng(seed)
        x = generator.normal(size=n)
        y = 0.5 * x + generator.normal(size=n)
        x, y = (np.round(v, 3) if not ties else np.rint(v * ties / 2) for v in (x, y))
        result = stats.spearmanr(x, y)
        rows.append([n] + list(x) + list(y) + [result.statistic, result.pvalue])
    table("spearman", "pairs; first figures; second figures; ρ, p", rows)


def main():
    reliability()
    drivers()
    agreement()
    weighting()
    units()


main()
