"""One gazette as text, web page, Word file and PDF: the same facts."""

from __future__ import annotations

import html
import io
import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path

import docx
import pytest

from extract.pipeline import extract_text
from extract.read.layer import Layer
from extract.read.words import to_text
from kg.interchange import to_json
from kg.model import Source
from tests.read import makers

SAMPLE = Path(__file__).parents[2] / "kg" / "sample" / "gazette.txt"

# a paragraph, or the rows of a table
type Block = str | list[list[str]]


@cache
def blocks() -> tuple[Block, ...]:
    """The sample as paragraphs and tables."""
    lines = [line.strip(" \u3000") for line in SAMPLE.read_text("utf-8").splitlines() if line.strip()]
    found: list[Block] = []
    for tabs, group in groupby(lines, lambda line: "\t" in line):
        rows = list(group)
        found += [[row.split("\t") for row in rows]] if tabs else rows
    return tuple(found)


def as_html(said: Sequence[Block]) -> bytes:
    parts = []
    for one in said:
        if isinstance(one, str):
            parts.append(f"<p>　　{html.escape(one)}</p>")
        else:
            rows = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) for row in one)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    menu = "<ul>" + "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(9)) + "</ul>"
    return f"<html><head><meta charset='utf-8'></head><body>{menu}<div>{''.join(parts)}</div></body></html>".encode()


def as_docx(said: Sequence[Block]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for one in said:
        if isinstance(one, str):
            document.add_paragraph("　　" + one)
            continue
        table = document.add_table(len(one), max(map(len, one)))
        for made, row in zip(table.rows, one, strict=True):
            for cell, words in zip(made.cells, row, strict=False):
                cell.text = words
    document.save(out)
    return out.getvalue()


def as_pdf(said: Sequence[Block]) -> bytes:
    pages: list[list[bytes]] = [[]]
    top = makers.TOP
    for one in said:
        drawn, below = _drawn(one, top)
        if below < 80:
            pages.append([])
            drawn, below = _drawn(one, makers.TOP)
        pages[-1].append(drawn)
        top = below
    heads = (makers.text([(180, 800, "望溪区政务"), (280, 40, str(n))], 10) for n in range(1, len(pages) + 1))
    return makers.pdf([b"\n".join([*page, head]) for page, head in zip(pages, heads, strict=True)])


def _drawn(one: Block, top: float) -> tuple[bytes, float]:
    if isinstance(one, str):
        return makers.paragraphs([one], top)
    wide = max(map(len, one))
    rows = [row + [""] * (wide - len(row)) for row in one]
    drawn, below = makers.grid(rows, top, [416.0 / wide] * wide)
    return drawn, below - 24


def facts(raw: str) -> Counter[str]:
    found = extract_text(to_text(Source("a", ""), raw)).facts
    return Counter(json.dumps([one["type"], one["args"]], ensure_ascii=False) for one in map(to_json, found))


def lines() -> str:
    return "\n\n".join(one if isinstance(one, str) else "\n".join(map("\t".join, one)) for one in blocks())


@pytest.mark.parametrize(("form", "make"), [("html", as_html), ("docx", as_docx), ("pdf", as_pdf)])
def test_the_same_facts(form: str, make: Callable[[Sequence[Block]], bytes]) -> None:
    layer: Layer = import_module(f"extract.read.{form}").read("a", make(blocks()))
    given, found = facts(lines()), facts(layer.raw)
    assert given - found == Counter()
    assert found - given == Counter()
