#!/usr/bin/env python3
"""Compare `cxaudit statistics` with DuckDB and Polars on one survey file, in alternation, and write what was found.

    run.py [--binary dist/cxaudit] [--pairs 11] [--output results.md] [--folder DIR] [--shared DIR] [--without-large]
           [--profile UNSTRIPPED]

The data come from make_survey.py of the shared folder, the peers' programs (which do less: counts, sums and products, no
test, no interval) stand beside it. Each peer is compared pair by pair, A B A B, so that a machine whose speed drifts does not
decide. Times are those of whole processes. Needs numpy, duckdb and polars; 1.6 GB in the folder, 155 MB --without-large.
`--profile` takes a binary with its symbols and needs perf: it adds where the time goes.
"""
import argparse
import datetime
import importlib.metadata
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROWS, MANY_ROWS = 1_000_000, 10_000_000
PEERS = {"DuckDB": "peer_duckdb.py", "Polars": "peer_polars.py"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=HERE.parents[1] / "dist/cxaudit")
    parser.add_argument("--pairs", type=int, default=11)
    parser.add_argument("--output", type=pathlib.Path)
    parser.add_argument("--folder", type=pathlib.Path, help="for the data; default: one that is removed afterwards")
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parents[2] / "shared")
    parser.add_argument("--without-large", action="store_true", help="leave out the ten million rows")
    parser.add_argument("--profile", type=pathlib.Path, help="a binary with symbols")
    return parser.parse_args()


class Run:
    """One process: wall and processor seconds, peak memory in MiB (never below that of this script, some 20 MiB)."""

    def __init__(self, command):
        command = [str(word) for word in command]
        with open(os.devnull, "w") as nothing, tempfile.TemporaryFile() as errors:
            begun = time.perf_counter()
            process = subprocess.Popen(command, stdout=nothing, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - begun
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                errors.seek(0)
                sys.exit(f"{' '.join(command)} failed:\n{errors.read().decode()}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


class Benchmark:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.lines = []

    def say(self, line=""):
        print(line, flush=True)
        self.lines.append(line)

    def data(self, rows):
        """The file of so many rows, made unless it is there, and read once so that the system holds it."""
        path = self.folder / f"survey-{rows}.csv"
        if not path.exists():
            making = path.with_suffix(".making")
            subprocess.run([sys.executable, self.options.shared / "bench/make_survey.py", str(rows), making], check=True)
            making.rename(path)
        with open(path, "rb") as file:
            while file.read(1 << 20):
                pass
        return path

    def ours(self, file, jobs=None):
        words = [self.options.binary, "statistics", file, "--codebook", HERE / "customers.yml"]
        return words + (["--jobs", jobs] if jobs else [])

    def alternate(self, first, second, pairs):
        """The two commands in turn, after one run of each that does not count."""
        Run(first), Run(second)
        return [(Run(first), Run(second)) for _ in range(pairs)]

    def compare(self, name, ours, peer):
        pairs = self.alternate(ours, peer, self.options.pairs)
        ratios = [b.wall / a.wall for a, b in pairs]
        self.say(f"## Against {name}")
        self.say()
        self.say(f"| pair | cxaudit, s | {name}, s | times as fast |")
        self.say("|---:|---:|---:|---:|")
        for index, (a, b) in enumerate(pairs):
            self.say(f"| {index + 1} | {a.wall:.3f} | {b.wall:.2f} | {ratios[index]:.1f} |")
        medians = [statistics.median(values) for values in ([a.wall for a, _ in pairs], [b.wall for _, b in pairs])]
        self.say(f"| median | {medians[0]:.3f} | {medians[1]:.2f} | {statistics.median(ratios):.1f} |")
        self.say()
        self.say(
            f"Ratio pair by pair: {min(ratios):.1f} to {max(ratios):.1f}. Processor seconds, median: cxaudit "
            f"{statistics.median(a.processor for a, _ in pairs):.2f}, {name} "
            f"{statistics.median(b.processor for _, b in pairs):.2f}. Peak memory: cxaudit "
            f"{max(a.memory for a, _ in pairs):.0f} MiB, {name} {max(b.memory for _, b in pairs):.0f} MiB.")
        self.say()

    def threads(self, file):
        pairs = self.alternate(self.ours(file, 1), self.ours(file, 2), self.options.pairs)
        ratios = [a.wall / b.wall for a, b in pairs]
        self.say("## Two threads against one")
        self.say()
        self.say(
            f"One: {statistics.median(a.wall for a, _ in pairs):.3f} s, two: "
            f"{statistics.median(b.wall for _, b in pairs):.3f} s (medians). Ratio pair by pair: "
            f"{' '.join(f'{ratio:.2f}' for ratio in ratios)}; median {statistics.median(ratios):.2f}.")
        self.say()

    def memory(self, files):
        self.say("## Memory")
        self.say()
        self.say("| rows | file, MB | wall, s | peak, MiB |")
        self.say("|---:|---:|---:|---:|")
        for rows, file in files.items():
            runs = [Run(self.ours(file)) for _ in range(3)]
            self.say(
                f"| {rows:,} | {file.stat().st_size / 1e6:.0f} | {statistics.median(run.wall for run in runs):.3f} | "
                f"{max(run.memory for run in runs):.1f} |")
        self.say()

    def reading(self, file):
        """How far from merely reading the bytes."""
        size = file.stat().st_size
        self.say("## Merely reading the bytes")
        self.say()
        self.say("| command | wall, s | GB/s |")
        self.say("|---|---:|---:|")
        commands = {"cxaudit statistics": self.ours(file), "wc -l": ["wc", "-l", file], "cat": ["cat", file]}
        for name, command in commands.items():
            wall = statistics.median(Run(command).wall for _ in range(self.options.pairs))
            self.say(f"| {name} | {wall:.3f} | {size / wall / 1e9:.2f} |")
        tiny = self.folder / "survey-1.csv"
        with open(file, "rb") as whole, open(tiny, "wb") as part:
            part.writelines(whole.readline() for _ in range(41))
        wall = statistics.median(Run(self.ours(tiny)).wall for _ in range(self.options.pairs))
        self.say()
        self.say(f"Of cxaudit's time {wall * 1000:.0f} ms do not depend on the rows (the same command on the first forty).")
        self.say()

    def profile(self, file):
        record = self.folder / "perf.data"
        command = ["perf", "record", "-q", "-F", "2000", "-e", "cpu-clock", "-o", str(record), "--"]
        command += [str(self.options.profile)] + [str(word) for word in self.ours(file)[1:]]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        report = subprocess.run(
            ["perf", "report", "-i", str(record), "--stdio", "--percent-limit", "1", "--no-children"],
            capture_output=True, text=True).stdout
        rows = [line.split(None, 4) for line in report.splitlines() if line.strip() and not line.startswith("#")]
        names = "\n".join(row[4] for row in rows if len(row) == 5)
        if shutil.which("swift"):
            names = subprocess.run(
                ["swift", "demangle", "--simplified"], input=names, capture_output=True, text=True).stdout
        self.say("## Where the time goes")
        self.say()
        self.say("| share | function |")
        self.say("|---:|---|")
        for row, name in zip((row for row in rows if len(row) == 5), names.splitlines()):
            self.say(f"| {row[0]} | `{name.strip().replace('|', ' ')}` |")
        self.say()

    def machine(self):
        model, memory = platform.processor(), ""
        if os.path.exists("/proc/cpuinfo"):
            names = [line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
            model = names[0] if names else model
            memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / (1 << 30):.0f} GiB"
        version = subprocess.run([self.options.binary, "--version"], capture_output=True, text=True).stdout.strip()
        swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout if shutil.which("swift") else ""
        compiler = next((line for line in swift.splitlines() if "Swift version" in line), "Swift unknown")
        packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("duckdb", "polars"))
        self.say("# `cxaudit statistics` against DuckDB and Polars")
        self.say()
        self.say(
            f"{datetime.date.today().isoformat()}; {model}, {os.cpu_count()} processors{memory}, {platform.system()} "
            f"{platform.machine()}; cxaudit {version}, {compiler}; Python {platform.python_version()}, {packages}.")
        self.say()
        self.say(
            f"{ROWS:,} rows of 52 columns from `make_survey.py`, `customers.yml` beside this file: every statistic there is, "
            "by wave, tier, channel and branch. The peers count and sum only. Seconds of whole processes, the file in "
            "memory; written by `make benchmark`.")
        self.say()

    def run(self):
        self.machine()
        file = self.data(ROWS)
        for name, program in PEERS.items():
            self.compare(name, self.ours(file), [sys.executable, self.options.shared / "bench" / program, file])
        self.threads(file)
        files = {ROWS: file}
        if not self.options.without_large:
            files[MANY_ROWS] = self.data(MANY_ROWS)
        self.memory(files)
        self.reading(file)
        if self.options.profile:
            self.profile(file)
        if self.options.output:
            self.options.output.write_text("\n".join(self.lines).rstrip() + "\n", encoding="utf-8")


def main():
    options = arguments()
    if options.folder:
        options.folder.mkdir(parents=True, exist_ok=True)
        Benchmark(options, options.folder).run()
    else:
        with tempfile.TemporaryDirectory() as folder:
            Benchmark(options, pathlib.Path(folder)).run()


if __name__ == "__main__":
    main()
