"""The comparison of the figures on the gold sets: what counts as a drop, what as a gain."""

from bench.score import faults, figures, gains

REPORT = {
    "notices": 14,
    "found": 14,
    "evidence_faults": 0,
    "evidence_checked": 120,
    "facts": {"approval": {"gold": 3, "f1": 0.98765}, "service": {"gold": 0, "f1": 0.0}},
}
SOUND = {"notices": 14, "evidence_checked": 120, "evidence_faults": 0, "approval": 0.9877}


def test_figures_keep_the_types_that_the_gold_set_has() -> None:
    assert figures(REPORT) == SOUND


def test_a_drop_is_a_fault_and_rounding_is_not() -> None:
    assert faults(SOUND, SOUND) == []
    assert faults({**SOUND, "approval": 0.987}, SOUND) == []
    assert faults({**SOUND, "approval": 0.9}, SOUND) == ["approval: 0.9, recorded 0.9877"]
    assert faults({**SOUND, "notices": 13}, SOUND) == ["notices: 13, recorded 14"]


def test_a_type_that_vanished_is_a_drop() -> None:
    assert faults(SOUND, {**SOUND, "office": 0.5}) == ["office: 0, recorded 0.5"]


def test_evidence_is_sound_or_it_is_a_fault() -> None:
    assert faults({**SOUND, "evidence_faults": 1}, SOUND) == [
        "evidence: 1 facts point at the wrong words or none"
    ]
    assert faults({**SOUND, "evidence_checked": 0}, SOUND) == ["evidence: no fact was checked"]


def test_gains_and_new_figures_are_told() -> None:
    assert gains({**SOUND, "approval": 1.0, "office": 0.4}, SOUND) == [
        "approval: 1, recorded 0.9877",
        "office: 0.4, not recorded",
    ]
