"""Labels and brackets that name the doers of the items above them, with their lines and without."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Agency, Source

ROWS: list[Mapping[str, Any]] = tomllib.loads((Path(__file__).parent / "labels.toml").read_text("utf-8"))["row"]
ITEMS = ("加强项目资金管理，建立工作台账", "推进老旧小区改造", "完善应急预案体系")
NOTICE = "云溪市人民政府关于印发重点工作任务分工的通知\n云政发〔2019〕1号\n各县（市、区）人民政府：\n一、重点工作\n{}云溪市人民政府\n2019年3月5日\n"

# white space alone parts some labels from their doers: they are lost with the lines
CASES = [pytest.param(row, lost, id=row["label"] + ("-lost" if lost else "")) for row in ROWS for lost in (False, True) if not (lost and row.get("apart"))]


@pytest.mark.parametrize(("row", "lost"), CASES)
def test_a_label_gives_every_item_its_doers(row: Mapping[str, Any], lost: bool) -> None:
    label = row["label"]
    behind = "" if label[0] in "（【[" else "\n"
    raw = NOTICE.format("".join(f"{i}.{item}。{behind}{label}\n" for i, item in enumerate(ITEMS, 1)))
    done = extract_text(to_text(Source("labels.txt", ""), raw.replace("\n", "") if lost else raw))
    found: dict[str, set[str]] = {item: set() for item in ITEMS}
    for fact in done.facts:
        doer, task = fact.args.get("assignee"), str(fact.args.get("task"))
        if isinstance(doer, Agency):
            item = next(item for item in ITEMS if item in task)
            found[item].add(f"{str(fact.args['role'])[0]}:{doer.mention}")
    assert found == {item: set(row["doers"].split()) for item in ITEMS}
