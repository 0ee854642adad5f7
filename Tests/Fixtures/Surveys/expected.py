#!/usr/bin/env python3
"""Figures of the public surveys beside the repository, computed by pandas and scipy alone: expected.py DATA > expected.csv

Columns: data set, slice, kind, subject, statistic, value, n. The tests compare the product's figures with them.
"""
import sys
import numpy as np, pandas as pd
from scipy import stats

DATA = sys.argv[1]
OUT = []


def put(data, slice_, kind, subject, **figures):
    n = figures.pop("n")
    for name, value in sorted(figures.items()):
        OUT.append((data, slice_, kind, subject, name.replace("__", "-").replace("_", "."), repr(float(value)), int(n)))


def gap(data, slice_, kind, subject, d, e, p, r):
    """Paired gap: mean, test, interval and effect of complete pairs (rows' means for sets)."""
    n = len(d)
    if n < 2: return
    t = stats.ttest_1samp(d, 0)
    low, high = t.confidence_interval(0.95)
    put(data, slice_, kind, subject, n=n, gap_mean=d.mean(), gap_sd=d.std(ddof=1), gap_t=t.statistic, gap_p=t.pvalue,
        gap_ci_low=low, gap_ci_high=high, gap_dz=d.mean() / d.std(ddof=1), expectation_mean=e.mean(),
        perception_mean=p.mean(), gap_dav=d.mean() / ((e.std(ddof=1) + p.std(ddof=1)) / 2))
    if kind == "item":
        put(data, slice_, kind, subject, n=n, gap_r=np.corrcoef(e, p)[0, 1])


def failed(data, slice_, kind, subject, k, r):
    """Shortfalls of rows: share seriously failed and the Foster-Greer-Thorbecke indices."""
    n = len(k)
    share = (k > r / 4 + 1e-12).mean()
    z = stats.norm.ppf(0.975)
    centre, half = (share + z * z / 2 / n) / (1 + z * z / n), z / (1 + z * z / n) * np.sqrt(share * (1 - share) / n + z * z / 4 / n / n)
    put(data, slice_, kind, subject, n=n, failed_share=share, failed_ci_low=max(0, centre - half),
        failed_ci_high=min(1, centre + half), shortfall_f0=(k > 0).mean(), shortfall_f1=(k / r).mean(),
        shortfall_f2=((k / r) ** 2).mean())


def nps(data, slice_, subject, v):
    n = len(v); p = (v >= 9).sum(); d = (v <= 6).sum()
    s = (p - d) / n
    put(data, slice_, "outcome", subject, n=n, nps=100 * s, promoters=p, detractors=d, passives=n - p - d,
        nps_se=100 * np.sqrt(((p + d) / n - s * s) / n))


def slices(frame, segments):
    yield "all", frame
    for name, column in segments.items():
        for value, part in frame.groupby(column): yield f"{name}={value}", part


# Oddjob Airways: pairs on 1..100, NPS stored one too high.
frame = pd.read_csv(f"{DATA}/oddjob-airways/airlinesat.csv")
dimensions = {"reliability": range(1, 5), "empathy": [*range(5, 10), *range(21, 24)], "responsiveness": [14],
              "tangibles": [*range(10, 14), 15, 16], "assurance": range(17, 21)}
for slice_, part in slices(frame, {"class": "flight_class", "status": "status"}):
    for i in range(1, 24):
        pair = part[[f"e{i}", f"s{i}"]].dropna()
        gap("oddjob-airways", slice_, "item", f"s{i}", pair[f"s{i}"] - pair[f"e{i}"], pair[f"e{i}"], pair[f"s{i}"], 99)
        failed("oddjob-airways", slice_, "item", f"s{i}", (pair[f"e{i}"] - pair[f"s{i}"]).clip(lower=0), 99)
    for name, items in {**dimensions, "all": range(1, 24)}.items():
        e, s = part[[f"e{i}" for i in items]].to_numpy(float), part[[f"s{i}" for i in items]].to_numpy(float)
        both = ~(np.isnan(e) | np.isnan(s)); enough = (2 * both.sum(1) >= len(items)) & (both.sum(1) > 0)
        e, s = np.where(both, e, np.nan)[enough], np.where(both, s, np.nan)[enough]
        kind = "overall" if name == "all" else "dimension"
        mean = lambda x: np.nanmean(x, axis=1)
        gap("oddjob-airways", slice_, kind, name, mean(s - e), mean(e), mean(s), 99)
        failed("oddjob-airways", slice_, kind, name, mean(np.maximum(e - s, np.where(both[enough], 0, np.nan))), 99)
    nps("oddjob-airways", slice_, "nps", part["nps"].dropna() - 1)

# Airline passengers: 0 does not apply; satisfied from 4.
frame = pd.read_csv(f"{DATA}/airline-passenger/train.csv.gz")
names = {"wifi": "Inflight wifi service", "gate": "Gate location", "seat": "Seat comfort", "booking": "Ease of Online booking",
         "cleanliness": "Cleanliness", "times": "Departure/Arrival time convenient"}
for slice_, part in slices(frame, {"class": "Class", "loyalty": "Customer Type"}):
    for name, column in names.items():
        v = part[column]; v = v[v > 0]
        put("airline-passenger", slice_, "item", name, n=len(v), perception_mean=v.mean(), perception_sd=v.std(ddof=1),
            top2_share=(v >= 4).mean(), satisfied_share=(v >= 4).mean())
        failed("airline-passenger", slice_, "item", name, (4 - v).clip(lower=0), 4)
    put("airline-passenger", slice_, "outcome", "satisfied", n=len(part), share=(part["satisfaction"] == "satisfied").mean())

# ABC: importance on 1..3 beside performance on 1..5.
frame = pd.read_csv(f"{DATA}/abc-acss/ABC.csv")
for i in (6, 12, 18, 32, 50):
    v = frame[f"q{i}"].dropna(); v = v[v > 0]
    put("abc-acss", "all", "item", f"q{i}", n=len(v), perception_mean=v.mean(), perception_sd=v.std(ddof=1))
for column, name in (("q1", "satisfaction"), ("q4", "recommend")):
    v = frame[column].dropna(); v = v[v.between(1, 5)]
    put("abc-acss", "all", "outcome", name, n=len(v), mean=v.mean(), sd=v.std(ddof=1), top2_share=(v >= 4).mean())

print("data,slice,kind,subject,statistic,value,n")
for row in OUT: print(",".join(map(str, row)))
