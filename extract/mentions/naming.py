"""The full name that a mention stands for, under the place of the issuing body."""

from __future__ import annotations

import re

_PLACE = re.compile(
    r"[^省市区县州旗盟]{1,8}?(?:省|自治区|特别行政区|自治州|地区|自治县|自治旗|新区|市|区|县|州|旗|盟)"
)
_RANK = {
    "省": 1,
    "自治区": 1,
    "市": 2,
    "州": 2,
    "盟": 2,
    "区": 3,
    "县": 3,
    "旗": 3,
    "镇": 4,
    "乡": 4,
    "街道": 4,
}
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_HEAD = re.compile(r"[我本你]?(自治区|省|市|区|县|州|旗|盟|镇|乡|街道)(?=.)")
_SHORT = {"政府": "人民政府", "委": "委员会"}


def places(jurisdiction: str) -> list[str]:
    """The steps of a place, the widest first.

    >>> places("岚江省临澜市望溪区")
    ['岚江省', '临澜市', '望溪区']
    """
    return _PLACE.findall(jurisdiction)


def full_name(mention: str, jurisdiction: str) -> str:
    """The name with its place in front; a body that names its own place stays as it is.

    >>> full_name("区审计局", "临澜市望溪区"), full_name("市教委", "临澜市望溪区"), full_name("区政府", "临澜市望溪区")
    ('临澜市望溪区审计局', '临澜市教委', '临澜市望溪区人民政府')
    """
    head = _HEAD.match(mention)
    steps = places(jurisdiction)
    if not head or not steps:
        return mention
    level = head[1]
    for i, step in enumerate(steps):
        if step.endswith(level):
            core = mention[head.end() :]
            if core.startswith("政府"):
                core = "人民" + core
            return "".join(steps[: i + 1]) + core
    return mention
