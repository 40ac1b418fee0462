"""Many inputs: the same answers in the same order, whatever the number of processes."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from extract import run as running
from extract.read.inputs import Input, inputs
from extract.run import Outcome, run

NOTICE = "望溪区人民政府关于王涛同志任职的通知\n望政发〔2019〕{}号\n各镇人民政府：\n任命王涛为区教育局局长。\n望溪区人民政府\n2019年3月5日\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n in range(9):
        (tmp_path / f"{n}.txt").write_text(NOTICE.format(n), encoding="utf-8")
    (tmp_path / "3.txt").write_bytes(b"\xd0\xcf\x11\xe0")
    return tmp_path


def test_the_same_whatever_the_number_of_processes(folder: Path) -> None:
    found = inputs([folder]).found
    alone, together = list(run(found)), list(run(found, 3))
    assert alone == together or [str(one) for one in alone] == [str(one) for one in together]
    assert [one.name for one in together] == [f"{n}.txt" for n in range(9)]
    assert [one.name for one in together if one.error] == ["3.txt"]


def _dies(one: Input, cues: bool = False) -> Outcome:
    if one.name == "2.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(one.name)


def test_a_process_that_dies_takes_only_its_input_along(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "outcome", _dies)
    done = list(run(inputs([folder]).found, 2))
    assert [one.name for one in done] == [f"{n}.txt" for n in range(9)]
    assert [(one.name, one.error.reason[:27]) for one in done if one.error] == [
        ("2.txt", "the process that read it di")
    ]


def test_a_library_that_fails_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(one: Input) -> None:
        raise ZeroDivisionError("why")

    monkeypatch.setattr(running, "load", fails)
    (done, *_) = run(inputs([folder]).found)
    assert done.error is not None
    assert done.error.reason == "cannot be read: ZeroDivisionError: why"
