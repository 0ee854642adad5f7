#!/usr/bin/env python3
"""Writes CSV files and the fields that Python's csv module reads in them: differential.py FOLDER.

Seeded, so every run writes the same. `N.csv` is the file; `N.txt` holds the bytes of its delimiter and quote in
the first line, then a line `row =FIELD =FIELD …` for each record, fields in hexadecimal UTF-8.
"""

import csv
import io
import random
import sys

ALPHABET = ["a", "b", "1", "7", " ", "é", "€", "😀", "\u00a0", "x y", "3,5", "a;b", "c|d", "t\tt", "-", "0.5"]
BREAKS = ["\n", "\r\n", "\r"]


def field(rng, delimiter, quote):
    """A field's text, and the ways it may be written."""
    kind = rng.random()
    if kind < 0.2:
        text = ""
    elif kind < 0.6:
        text = "".join(rng.choice(ALPHABET) for _ in range(rng.randint(1, 4)))
    elif kind < 0.8:
        text = "".join(rng.choice(ALPHABET + [delimiter, quote, quote * 2]) for _ in range(rng.randint(1, 5)))
    else:
        text = "".join(rng.choice(ALPHABET + BREAKS + [delimiter, quote]) for _ in range(rng.randint(1, 6)))
    needs = any(mark in text for mark in (delimiter, quote, "\r", "\n"))
    if needs or rng.random() < 0.2:
        return quote + text.replace(quote, quote * 2) + quote
    return text


def table(rng):
    delimiter = rng.choice(",;\t|")
    quote = rng.choice("\"\"\"'")
    ends = rng.choice([["\n"], ["\r\n"], ["\r"], BREAKS])
    columns = rng.randint(1, 8)
    lines = []
    for _ in range(rng.randint(1, 30)):
        if rng.random() < 0.05:
            lines.append(rng.choice(ends))
            continue
        count = columns if rng.random() < 0.95 else rng.randint(1, columns + 2)
        lines.append(delimiter.join(field(rng, delimiter, quote) for _ in range(count)) + rng.choice(ends))
    text = "".join(lines)
    if rng.random() < 0.3:
        text = text.rstrip("\r\n") + ("" if text.count(quote) % 2 == 0 else quote)
    return delimiter, quote, text


def main(folder):
    for number in range(300):
        rng = random.Random(number)
        delimiter, quote, text = table(rng)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quotechar=quote, strict=True)
        rows = list(reader)
        with open(f"{folder}/{number}.csv", "wb") as file:
            file.write(text.encode())
        with open(f"{folder}/{number}.txt", "w", encoding="ascii", newline="\n") as file:
            file.write(f"{ord(delimiter)} {ord(quote)}\n")
            # A blank line is a row without fields for Python.
            for row in rows:
                file.write(" ".join(["row"] + ["=" + cell.encode().hex() for cell in row]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
