"""What damage does to the facts of the gold notices: each kind of damage, each type, F1 and the difference.

    .venv/bin/python -m bench.damage                          # both sets, a table
    .venv/bin/python -m bench.damage --damage lines --lost    # what is lost, fact by fact
    .venv/bin/python -m bench.damage --texts FOLDER           # texts without gold: against themselves undamaged
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.gold import SETS, Json, cases, f1, facts, read, report

type Damage = Callable[[str, random.Random], str]

_HALF = str.maketrans("（），；：？！“”", "(),;:?!\"\"")
_BRACKETS = ("[]", "()", "【】", "（）", "［］")
_HAN = r"\u4e00-\u9fff"
# what OCR reads for a sign of print
CONFUSED = {"一": "—", "日": "曰", "于": "千", "已": "己", "未": "末", "大": "犬", "土": "士", "人": "入", "干": "千", "二": "＝", "０": "Ｏ"}
_UNBROKEN = re.compile(r"[0-9A-Za-z.%]+|[\s\S]")
_WIDTH, _CLOSING = 28, "，。；：、！？）》”"
_EDGE = re.compile(rf"(?<=[{_HAN}])(?=[0-9])|(?<=[0-9])(?=[{_HAN}])")


def _lines(raw: str, dice: random.Random) -> str:
    return re.sub(r"[\r\n]+", "", raw)


def _joined(raw: str, dice: random.Random) -> str:
    return re.sub(r"\s*[\r\n]+\s*", " ", raw)


def _half(raw: str, dice: random.Random) -> str:
    return raw.translate(_HALF)


def _stops(raw: str, dice: random.Random) -> str:
    return raw.translate(_HALF).replace("。", ".")


def _spaces(raw: str, dice: random.Random) -> str:
    return _EDGE.sub(" ", raw)


def _sprinkled(raw: str, dice: random.Random) -> str:
    """A space between one pair of characters in thirty, never next to a line break."""
    return re.sub(rf"(?<=[{_HAN}])(?=[{_HAN}])", lambda _: " " if dice.random() < 1 / 30 else "", raw)


def _crlf(raw: str, dice: random.Random) -> str:
    return re.sub(r"\r?\n", "\r\n", raw)


def _wrapped(raw: str, dice: random.Random) -> str:
    """Lines broken after every 28 characters, as print does."""
    return "\n".join(line if "\t" in line.strip() else "\n".join(_printed(line)) for line in raw.split("\n"))


def _printed(line: str) -> Iterator[str]:
    """The lines in which a paragraph is printed: a Latin letter, a figure or a space takes half a place, a number or a word is not broken, and
    no line begins with a sign."""
    out, width = "", 0.0
    for part in _UNBROKEN.findall(line):
        wide = sum(0.5 if sign.isascii() or sign in "\xa0\u2002" else 1 for sign in part)
        if out.strip() and width + wide > _WIDTH and part not in _CLOSING:
            yield out
            out, width = "", 0.0
        out, width = out + part, width + wide
    yield out


def _pages(raw: str, dice: random.Random) -> str:
    """A page number and the head of the next page in the middle of a sentence, about every 900 characters."""
    out, last, page = [], 0, 1
    for hit in re.finditer(rf"(?<=[{_HAN}，])(?=[{_HAN}]{{6}}[^\n\t]{{6}})", raw):
        if hit.start() - last > 900 and "\t" not in raw[hit.start() - 60 : hit.start() + 60] and "\n" not in raw[hit.start() - 15 : hit.start()]:
            out += [raw[last : hit.start()], f"\n— {page} —\n\n岚江省人民政府公报\n\n"]
            last, page = hit.start(), page + 1
    return "".join([*out, raw[last:]])


def _brackets(raw: str, dice: random.Random) -> str:
    pair = dice.choice(_BRACKETS)
    return re.sub(r"〔(\d{2,4})〕", rf"{pair[0]}\1{pair[1]}", raw)


def _confused(raw: str, dice: random.Random) -> str:
    """One in twelve of the signs that OCR takes for another."""
    return re.sub("[" + "".join(CONFUSED) + "]", lambda hit: CONFUSED[hit[0]] if dice.random() < 1 / 12 else hit[0], raw)


def _dashes(raw: str, dice: random.Random) -> str:
    return re.sub("[一日]", lambda hit: ("—" if hit[0] == "一" else "曰") if dice.random() < 0.25 else hit[0], raw)


def _bars(raw: str, dice: random.Random) -> str:
    return raw.replace("\t", " | ")


def _cells(raw: str, dice: random.Random) -> str:
    return raw.replace("\t", "  ")


def _bare(raw: str, dice: random.Random) -> str:
    """Cells one behind the other with nothing between them."""
    return raw.replace("\t", "")


def _stacked(raw: str, dice: random.Random) -> str:
    """A line for each cell, as copied from a page."""
    return raw.replace("\t", "\n")


DAMAGES: Mapping[str, Damage] = {
    "none": lambda raw, dice: raw,
    "lines": _lines,
    "joined": _joined,
    "half": _half,
    "stops": _stops,
    "spaces": _spaces,
    "sprinkled": _sprinkled,
    "crlf": _crlf,
    "wrapped": _wrapped,
    "pages": _pages,
    "brackets": _brackets,
    "dashes": _dashes,
    "confused": _confused,
    "bars": _bars,
    "cells": _cells,
    "bare": _bare,
    "stacked": _stacked,
}


def damaged(source: str, raw: str, name: str) -> str:
    """A text, damaged in the same way each time."""
    return DAMAGES[name](raw, random.Random(f"{source} {name}"))


def measure(sets: list[str], name: str) -> tuple[Json, dict[str, list[Json]]]:
    """The report on the damaged notices of the sets, and the facts by source."""
    every = [case for one in sets for case in cases(one)]
    texts = {case.source: damaged(case.source, case.raw, name) for case in every}
    found = {source: facts(source, raw) for source, raw in texts.items()}
    gold = [{**case.gold, "notice": case.source} for case in every]
    return report((fact for some in found.values() for fact in some), gold, texts.items()), found


def _said(fact: Json) -> tuple[str, str]:
    """A fact in words, its signs in one form: damage to those alone changes no fact."""
    args = {name: value.get("mention") if isinstance(value, dict) else value for name, value in fact["args"].items()}
    said = " | ".join(f"{name}={value}" for name, value in args.items() if value)
    return fact["type"], unicodedata.normalize("NFKC", said.translate(_HALF)).replace("。", ".")


def _differences(before: list[Json], after: list[Json]) -> list[str]:
    old, new = {_said(fact): fact for fact in before}, {_said(fact): fact for fact in after}
    rows = [f"  - {kind}: {args}   [{old[kind, args]['rule']}]" for kind, args in old if (kind, args) not in new]
    return rows + [f"  + {kind}: {args}   [{new[kind, args]['rule']}]" for kind, args in new if (kind, args) not in old]


def compare(folder: Path, names: list[str], lost: bool) -> int:
    """Texts without gold: how many facts each kind of damage takes and brings; 1 where there is no text."""
    texts = {path.name: read(path) for path in sorted(folder.rglob("*.txt"))}
    before = {source: facts(source, raw) for source, raw in texts.items()}
    print(f"{'':22}{'facts':>8}{'lost':>8}{'brought':>8}")
    for name in names if texts else ():
        taken = brought = 0
        for source, raw in texts.items():
            rows = _differences(before[source], facts(source, damaged(source, raw, name)))
            taken += sum(row.startswith("  -") for row in rows)
            brought += sum(row.startswith("  +") for row in rows)
            print("".join(f"{name} {source}{row}\n" for row in rows if lost), end="")
        print(f"{name:22}{sum(map(len, before.values())):8}{taken:8}{brought:8}")
    return 0 if texts else 1


def main() -> int:
    parser = argparse.ArgumentParser(description="What damage does to the facts of the gold notices.")
    parser.add_argument("--set", action="append", choices=list(SETS), default=[])
    parser.add_argument("--damage", action="append", choices=list(DAMAGES), default=[])
    parser.add_argument("--lost", action="store_true", help="list the facts that damage takes and brings")
    parser.add_argument("--texts", type=Path, help="a folder of texts without gold, compared with themselves undamaged")
    options = parser.parse_args()
    sets = options.set or list(SETS)
    wanted = [name for name in options.damage or DAMAGES if name != "none"]
    if options.texts:
        return compare(options.texts, wanted, options.lost)
    base, undamaged = measure(sets, "none")
    plain = dict(f1(base))
    rows = {}
    for name in wanted:
        result, found = measure(sets, name)
        rows[name] = {**dict(f1(result)), "faults": float(result["evidence_faults"])}
        if options.lost:
            for source, before in undamaged.items():
                for line in _differences(before, found[source]):
                    print(f"{name} {source}{line}")
    print(f"{'':22}{'none':>7}" + "".join(f"{name:>15}" for name in wanted))
    for kind, score in plain.items():
        print(f"{kind:22}{score:7.3f}" + "".join(f"{row.get(kind, 0.0):8.3f} {row.get(kind, 0.0) - score:+.3f}" for row in rows.values()))
    print(f"{'evidence faults':22}{base['evidence_faults']:7}" + "".join(f"{int(row['faults']):15}" for row in rows.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
