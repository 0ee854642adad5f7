#!/usr/bin/env python3
"""A second opinion on figures.csv, by scipy, pingouin and statsmodels: check.py DATA figures.csv

Prints the number of figures that were computed again and those that differ by more than 1e-9.
"""
import hashlib
import sys
import numpy as np, pandas as pd, pingouin as pg, scipy, statsmodels
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.oneway import anova_oneway

DATA, FIGURES = sys.argv[1:3]
table = pd.read_csv(FIGURES, comment="#", keep_default_na=False)
expected = {tuple(row[:6]): row[6] for row in table[["data", "wave", "slice", "kind", "subject", "statistic", "value"]].itertuples(index=False)}
checked, differences = set(), []


def same(data, kind, subject, slice_="all", wave="", **figures):
    for name, value in figures.items():
        key = (data, wave, slice_, kind, subject, name.replace("__", "-").replace("_", "."))
        value, other = float(value), float(expected[key])
        checked.add(key)
        if not np.isclose(value, other, rtol=1e-9, atol=1e-13): differences.append(f"{key}: {value!r}, R {other!r}")


def ratings(frame, columns, low, high):
    part = frame[columns].astype(float)
    return part.where((part >= low) & (part <= high))


def row_means(part):
    return part.mean(axis=1).where(part.count(axis=1) * 2 >= part.shape[1])


def buckets(ids):
    return np.array([int(hashlib.md5(str(i).encode()).hexdigest()[:8], 16) % 20 for i in ids])


def jackknife(groups, statistic):
    whole = statistic(np.full(len(groups), True)); kinds = np.unique(groups)
    parts = np.array([statistic(groups != g) for g in kinds])
    return np.sqrt((len(kinds) - 1) / len(kinds) * ((parts - whole) ** 2).sum(axis=0))


def alpha(data, subject, part, ids=None):
    part = part.dropna(); value, _ = pg.cronbach_alpha(part)
    correlations = part.corr().to_numpy(); k = part.shape[1]; r = correlations[~np.eye(k, dtype=bool)].mean()
    same(data, "dimension", subject, alpha=value, alpha_standardised=k * r / (1 + (k - 1) * r), average__r=r)
    n = len(part)
    low, high = (1 - (1 - value) * stats.f.ppf(q, n - 1, (n - 1) * (k - 1)) for q in (0.975, 0.025))
    same(data, "dimension", subject, alpha_ci_low=low, alpha_ci_high=high)
    if ids is not None:
        groups = buckets(ids.loc[part.index])
        same(data, "dimension", subject, alpha_se=jackknife(groups, lambda on: pg.cronbach_alpha(part[on])[0]))


def segments(data, name, measure, values, groups, margin=None):
    keep = values.notna(); values, groups = values[keep], groups[keep]
    parts = [values[groups == g] for g in sorted(groups.unique())]; n = len(values)
    h = stats.kruskal(*parts); welch = anova_oneway(parts, use_var="unequal")
    same(data, "segment", f"{name}/{measure}", kruskal_h=h.statistic, kruskal_p=h.pvalue,
         kruskal_epsilon2=h.statistic * (n + 1) / (n * n - 1), welch_f=welch.statistic, welch_df2=welch.df[1], welch_p=welch.pvalue)
    for g in sorted(groups.unique()) if margin else []:
        x, y = values[groups == g], values[groups != g]; t = stats.ttest_ind(x, y, equal_var=False)
        low, high = t.confidence_interval(0.95); u = stats.mannwhitneyu(x, y).statistic
        sides = [stats.ttest_ind(x + margin, y, equal_var=False, alternative="greater").pvalue,
                 stats.ttest_ind(x - margin, y, equal_var=False, alternative="less").pvalue]
        same(data, "parity", f"{name}/{measure}", f"{name}={g}", difference=x.mean() - y.mean(), difference_ci_low=low,
             difference_ci_high=high, difference_p=t.pvalue, cliff=2 * u / len(x) / len(y) - 1, tost_p=max(sides))
        if len(x) * len(y) < 500_000: dominance(data, name, measure, g, x.to_numpy(), y.to_numpy())


def dominance(data, name, measure, g, x, y):
    """Interval of Cliff's delta from the whole matrix of comparisons."""
    d = np.sign(x[:, None] - y[None, :]); n, m = d.shape; delta = d.mean()
    v = (m**2 * ((d.mean(1) - delta) ** 2).sum() + n**2 * ((d.mean(0) - delta) ** 2).sum() - ((d - delta) ** 2).sum()) / (n * m * (n - 1) * (m - 1))
    v = max(v, (1 - delta**2) / (n * m - 1)); q = stats.t.ppf(0.975, n + m - 2)
    half = q * np.sqrt(v) * np.sqrt((1 - delta**2) ** 2 + q * q * v); below = 1 - delta**2 + q * q * v
    same(data, "parity", f"{name}/{measure}", f"{name}={g}", cliff_ci_low=(delta - delta**3 - half) / below,
         cliff_ci_high=(delta - delta**3 + half) / below)


def drivers(data, outcome, y, x, names, ids=None):
    keep = x.notna().all(axis=1) & y.notna(); x, y = x[keep].to_numpy(), y[keep].to_numpy()
    fit = pg.linear_regression(x, y, relimp=True)
    standard = pg.linear_regression(stats.zscore(x), stats.zscore(y))
    same(data, "driver", outcome, r2=fit["r2"].iloc[1], n=len(y))
    for i, name in enumerate(names):
        share = fit["relimp"].iloc[i + 1]
        same(data, "driver", f"{outcome}~{name}", lmg=share, lmg_share=share / fit["r2"].iloc[1],
             beta=standard["coef"].iloc[i + 1], r=stats.pearsonr(x[:, i], y).statistic)
    if ids is None: return
    def shares(on):
        part = pg.linear_regression(x[on], y[on], relimp=True)["relimp"].to_numpy()[1:]
        return part / part.sum()
    for name, se in zip(names, jackknife(buckets(ids[keep]), shares)): same(data, "driver", f"{outcome}~{name}", lmg_share_se=se)


def units(data, measure, values, unit):
    keep = values.notna(); values, unit = values[keep], unit[keep]
    anova = pg.anova(pd.DataFrame({"v": values, "u": unit}), dv="v", between="u", detailed=True)
    between, within = anova["MS"].iloc[0], anova["MS"].iloc[1]; sizes = unit.value_counts().to_numpy(); n = sizes.sum()
    n0 = (n - (sizes**2).sum() / n) / (len(sizes) - 1); v = (between - within) / n0
    spread = stats.levene(*[values[unit == u] for u in unit.unique()], center="median")
    same(data, "unit", measure, ms__between=between, ms__within=within, n0=n0, var__between=v, icc1=v / (v + within),
         f=anova["F"].iloc[0], reliability=1 - within / between, brown__forsythe_f=spread.statistic, brown__forsythe_p=spread.pvalue)


mobi = pd.read_csv(f"{DATA}/ecsi/mobi.csv")
blocks = {"image": [f"IMAG{i}" for i in range(1, 6)], "expectations": [f"CUEX{i}" for i in range(1, 4)],
          "quality": [f"PERQ{i}" for i in range(1, 8)], "value": ["PERV1", "PERV2"],
          "satisfaction": [f"CUSA{i}" for i in range(1, 4)], "loyalty": [f"CUSL{i}" for i in range(1, 4)]}
for name, block in blocks.items(): alpha("mobi", name, mobi[block])
drivers("mobi", "complaints", mobi["CUSCO"], pd.DataFrame({n: mobi[b].mean(axis=1) for n, b in blocks.items()}), list(blocks))

oddjob = pd.read_csv(f"{DATA}/oddjob-airways/airlinesat.csv"); rows = pd.Series(range(1, len(oddjob) + 1), index=oddjob.index)
dimensions = {"reliability": range(1, 5), "empathy": [*range(5, 10), *range(21, 24)], "tangibles": [*range(10, 14), 15, 16],
              "responsiveness": [14], "assurance": range(17, 21)}
half = np.where(rows <= 532, "2016", "2017")
means = {}
for name, numbers in dimensions.items():
    part = oddjob[[f"s{i}" for i in numbers]]; means[name] = row_means(part)
    if len(numbers) > 1: alpha("oddjob", name, part, rows)
    segments("oddjob", "status", name, means[name].round(12), oddjob["status"], 99 / 20)
    x, y = (means[name][half == wave].dropna() for wave in ("2017", "2016")); t = stats.ttest_ind(x, y, equal_var=False)
    low, high = t.confidence_interval(0.95)
    same("oddjob-waves", "change", name, wave="2016>2017", difference=x.mean() - y.mean(), difference_t=t.statistic,
         difference_df=t.df, difference_p=t.pvalue, difference_ci_low=low, difference_ci_high=high)
drivers("oddjob", "overall-satisfaction", oddjob["overall_sat"], pd.DataFrame(means), list(dimensions), rows)

abc = pd.read_csv(f"{DATA}/abc-acss/ABC.csv")
for name, numbers in {"equipment": [6, 7, 8, 9, 11], "sales": range(12, 18)}.items():
    part = ratings(abc, [f"q{i}" for i in numbers], 1, 5); alpha("abc", name, part, abc["ID"])
    segments("abc", "country", name, row_means(part).round(12), abc["country"], 4 / 20)
    units("abc", name, row_means(part), abc["country"])
names = [f"q{i}" for i in (6, 7, 8, 9, *range(11, 18))]
drivers("abc-drivers", "satisfaction", abc["q1"], ratings(abc, names, 1, 5), names)
both = abc[["q1", "q4"]].dropna()
same("abc", "outcome", "satisfaction~recommend", spearman_rho=stats.spearmanr(both["q1"], both["q4"]).statistic)

airline = pd.read_csv(f"{DATA}/airline-passenger/test.csv")
items = list(airline.columns[8:22]); part = ratings(airline, items, 1, 5)
segments("airline", "class", "wifi", part["Inflight wifi service"], airline["Class"], 4 / 20)
for level in ("Eco", "Eco Plus", "Business"):
    tables = []
    for item in items:
        keep = part[item].notna(); inside = (airline["Class"] == level)[keep]; top = (part[item] >= 4)[keep]
        tables.append([[(inside & top).sum(), (inside & ~top).sum()], [(~inside & top).sum(), (~inside & ~top).sum()]])
    strata = StratifiedTable([np.array(t, float) for t in tables]); test = strata.test_null_odds(correction=False)
    same("airline", "parity", "class", f"class={level}", cmh_chi2=test.statistic, cmh_odds__ratio=strata.oddsratio_pooled)

print(f"{len(checked)} figures computed again by scipy {scipy.__version__}, pingouin {pg.__version__}, "
      f"statsmodels {statsmodels.__version__}, pandas {pd.__version__}; {len(differences)} differ", *differences, sep="\n")
sys.exit(bool(differences))
