"""An agency as an argument of a fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Agency:
    """Any organisation that a notice names: an office, a party body, a court, a firm, a village, a temporary body.

    `mention` is what the text says (`区审计局`), `name` the full name it stands for (`北京市密云区审计局`);
    `group` is true where the words stand for several agencies that are not named one by one (`各有关部门`).
    """

    name: str
    mention: str
    group: bool = False
