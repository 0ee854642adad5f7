"""Tests of independent samples and of change, by scipy and statsmodels from the single rows; fixtures.py writes them."""

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats import contingency_tables, oneway, proportion, weightstats

VERSIONS = f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}"


def rows(counts):
    """Answers 1, 2, … from their counts."""
    return np.repeat(np.arange(1, len(counts) + 1), counts).astype(float)


def random_counts(generator, levels, longest):
    """Counts of answers around a random level; every other time small."""
    centre, spread = generator.uniform(1, levels), generator.uniform(0.8, 2.5)
    n = int(generator.integers(4, longest))
    answers = np.clip(np.rint(generator.normal(centre, spread, n)), 1, levels).astype(int)
    return [int(c) for c in np.bincount(answers, minlength=levels + 1)[1:]]


def cliff(x, y):
    """δ, its variance and its interval from the matrix of dominances."""
    n1, n2 = len(x), len(y)
    dominance = np.sign(x[:, None] - y[None, :])
    delta = dominance.mean()
    spread = (
        n2**2 * ((dominance.mean(axis=1) - delta) ** 2).sum()
        + n1**2 * ((dominance.mean(axis=0) - delta) ** 2).sum()
        - ((dominance - delta) ** 2).sum())
    variance = max(spread / (n1 * n2 * (n1 - 1) * (n2 - 1)), (1 - delta**2) / (n1 * n2 - 1))
    square = stats.t.ppf(0.975, n1 + n2 - 2) ** 2 * variance
    root = np.sqrt(square * ((1 - delta**2) ** 2 + square))
    below = 1 - delta**2 + square
    return delta, variance, (delta - delta**3 - root) / below, (delta - delta**3 + root) / below


def independent():
    generator = np.random.default_rng(20240)
    for longest in [12, 12, 30, 30, 80, 80, 80, 400, 400, 3000]:
        first, second = random_counts(generator, 7, longest), random_counts(generator, 7, longest)
        x, y = rows(first), rows(second)
        if min(x.std(), y.std()) == 0 or abs(np.sign(x[:, None] - y).mean()) == 1:
            continue
        welch = stats.ttest_ind(x, y, equal_var=False)
        interval, inner = welch.confidence_interval(0.95), welch.confidence_interval(0.9)
        pooled = np.sqrt(((len(x) - 1) * x.var(ddof=1) + (len(y) - 1) * y.var(ddof=1)) / (len(x) + len(y) - 2))
        ranks = stats.mannwhitneyu(x, y, use_continuity=False, method="asymptotic")
        tost = weightstats.ttost_ind(x, y, -0.3, 0.3, usevar="unequal")[0]
        yield (
            *first, *second, x.mean() - y.mean(), welch.df, welch.statistic, welch.pvalue, interval.low, interval.high,
            inner.low, inner.high, tost, (x.mean() - y.mean()) / pooled, ranks.statistic, ranks.pvalue, *cliff(x, y))


def several():
    generator = np.random.default_rng(20241)
    for longest in [15, 40, 40, 100, 100, 500, 2000, 2000]:
        groups = [random_counts(generator, 5, longest) for _ in range(4)]
        answers = [rows(group) for group in groups]
        if min(group.std() for group in answers) == 0:
            continue
        ranks = stats.kruskal(*answers)
        welch = oneway.anova_oneway(answers, use_var="unequal", welch_correction=True)
        yield (*sum(groups, []), ranks.statistic, ranks.pvalue, welch.statistic, welch.df_denom, welch.pvalue)


def shares():
    for x1, n1, x2, n2 in [(25, 40, 10, 35), (3, 11, 9, 12), (0, 20, 5, 25), (30, 30, 41, 50), (700, 1000, 655, 1010),
                           (1, 400, 9, 380), (123456, 400000, 124000, 400001)]:
        z, p = proportion.proportions_ztest([x1, x2], [n1, n2])
        low, high = proportion.confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
        yield x1, n1, x2, n2, x1 / n1 - x2 / n2, z, p, low, high, proportion.proportion_effectsize(x1 / n1, x2 / n2)


def strata():
    generator = np.random.default_rng(20242)
    for most in [6, 20, 60, 60, 500]:
        tables = [[int(v) for v in generator.integers(1, most, 4)] for _ in range(3)]
        fitted = contingency_tables.StratifiedTable([np.array(t).reshape(2, 2) for t in tables])
        null = fitted.test_null_odds(correction=False)
        weights = [(a + b) * (c + d) / (a + b + c + d) for a, b, c, d in tables]
        risks = [a / (a + b) - c / (c + d) for a, b, c, d in tables]
        yield (*sum(tables, []), null.statistic, stats.chi2.sf(null.statistic, 1), fitted.oddsratio_pooled, np.average(risks, weights=weights))


def pairs():
    for b, c in [(18, 7), (3, 9), (0, 6), (1, 1), (40, 61), (300, 251), (14, 10)]:
        table = [[50, b], [c, 50]]
        chi = contingency_tables.mcnemar(table, exact=False, correction=False)
        yield b, c, chi.statistic, chi.pvalue, contingency_tables.mcnemar(table, exact=True).pvalue


def differences():
    """Treated before and after, control before and after; the error is that of OLS with HC2."""
    generator = np.random.default_rng(20243)
    for longest in [20, 60, 150, 600]:
        groups = [random_counts(generator, 7, longest) for _ in range(4)]
        samples = [rows(group) for group in groups]
        if min(sample.std() for sample in samples) == 0:
            continue
        y = np.concatenate(samples)
        treated = np.repeat([1, 1, 0, 0], [len(s) for s in samples])
        after = np.repeat([0, 1, 0, 1], [len(s) for s in samples])
        fitted = sm.OLS(y, np.column_stack([np.ones(len(y)), treated, after, treated * after])).fit(cov_type="HC2")
        parts = np.array([s.var(ddof=1) / len(s) for s in samples])
        df = parts.sum() ** 2 / sum(v**2 / (len(s) - 1) for v, s in zip(parts, samples))
        d, se = fitted.params[3], fitted.bse[3]
        margin = stats.t.ppf(0.975, df) * se
        yield (*sum(groups, []), d, se, df, d / se, 2 * stats.t.sf(abs(d / se), df), d - margin, d + margin)


def plain(number):
    """A number of Python's own, counts without a point."""
    return int(number) if float(number).is_integer() else float(number)


def tables():
    """Names, columns and rows of all tables."""
    for name, columns, generator in [
        ("independentSamples", "counts of 1…7 twice; d, df, t, p, 95 %, 90 %, TOST p at 0.3, pooled d, U, its p, δ, var, CI",
         independent),
        ("severalSamples", "counts of 1…5 four times; H, p, Welch F, df2, p", several),
        ("twoShares", "x₁, n₁, x₂, n₂; difference, z, p, CI (Newcombe), h", shares),
        ("stratifiedTables", "a b c d three times; CMH χ², p, odds ratio, risk difference", strata),
        ("linkedShares", "b, c; McNemar χ², p, exact p", pairs),
        ("fourSamples", "counts of 1…7 four times; difference in differences, se, df, t, p, CI", differences),
    ]:
        yield name, f"{columns};\n/// {VERSIONS}", [tuple(plain(v) for v in row) for row in generator()]
