"""No cue of a person's post, role or charge is left without a fact or a reason; nor a label of who is to do something."""

from __future__ import annotations

import pytest

from bench.gold import SHARED
from extract.cues import NOTHING
from extract.read.inputs import inputs
from extract.run import run

pytestmark = pytest.mark.shared

STATED = ("appointment.", "membership.", "portfolio.", "assignment.label", "assignment.row")


def test_what_kg_report_lists_as_nothing() -> None:
    found = inputs([SHARED / "gazettes", SHARED / "elsewhere" / "texts"]).found
    cues = [cue for one in run(found, 1, cues=True) if one.extraction for cue in one.extraction.cues if cue.outcome == NOTHING]
    assert [f"{cue.rule}: {cue.sentence.text}" for cue in cues if cue.rule.startswith(STATED)] == []
