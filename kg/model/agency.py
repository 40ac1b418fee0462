"""An agency as an argument of a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass

# 我局, 你委, 该中心: words that point at an agency
_POINTS = re.compile(r"[我本你您贵该此](?:单位|部门|机关|[局委办厅部行社院校市区县省镇乡所站处会]|街道|公司|集团|学校|学院|医院|企业|中心)")


@dataclass(frozen=True, slots=True, order=True)
class Agency:
    """Any organisation that a notice names: an office, a party body, a court, a firm, a village, a temporary body.

    `mention` is what the text says (`区审计局`), `name` the full name it stands for (`北京市密云区审计局`);
    `group` is true where the words stand for several agencies that are not named one by one (`各有关部门`).
    """

    name: str
    mention: str
    group: bool = False

    @property
    def label(self) -> str:
        """What else the agency is called here: its mention, or "" where that is its name or only points at it.

        >>> Agency("临澜市望溪区审计局", "区审计局").label, Agency("临澜市望溪区审计局", "我局").label
        ('区审计局', '')
        """
        return "" if self.mention == self.name or _POINTS.fullmatch(self.mention) else self.mention
