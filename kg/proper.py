"""Which names tell by themselves whom they mean, in whatever notice they stand.

临澜市教育局, 国务院办公厅 and 财政部 do; 区教育局, 教育局, 领导小组 and 望溪区教育局 (there may be another 望溪区) do not: they
mean something only where they stand. When in doubt a name does not: two nodes can be joined later, one cannot be parted.
"""

from __future__ import annotations

import re
from functools import cache

from kg.schema import NS, ONTOLOGY, S
from kg.turtle import read_turtle

# our own, or of any: 我市各部门, 本院, 全县, 各镇街, 区教育局, 镇政府
_LEANING = re.compile(r"[我该各]|本(?!溪)|全(?!国)|有关|相关|其他|[省市县区州盟旗镇乡村](?![江林宁])")
# a province, a prefecture, a city, a county; not 超市, 城市, 上市公司, 市场, 县级, 联盟
_PLACE = re.compile(
    r"[^、，；（）]{2,12}?(?:(?<![城超门股都])市(?!场|容|长|级|属|政(?![府协法务])|民(?![政族主盟革]))|(?<![节各])省(?![级属直])|自治[区州旗县]"
    r"|(?<![各困])县(?![级域属])|(?<!各)州(?![级])|(?<!联)盟(?!会)|(?<![国红])旗)"
)
_STATE = re.compile(
    r"中国.{2}|中华.{2}|全国.{3}|新疆生产建设兵团|国家.{2,}(?:局|委|委员会|署|办公室|中心|院|公司|银行)|中央.{2,}(?:部|委|办|会|办公室|小组)"
)
# 临澜市领导小组办公室: one of the many of that place, each known to its own notice only
_BARE = re.compile(
    r"(?<=[省市区州盟县旗镇乡道村])(?:工作)?(?:领导小组|小组|工作组|专家组|指挥部|联席会议|专班|办公室)"
    r"(?:成员单位|办公室)?$"
)
# a registered name
_FIRM = re.compile(r".{4,}(?:有限公司|有限责任公司|股份公司|集团公司|大学)(?:[^、，]{2,8}分公司)?$")


@cache
def _organs() -> re.Pattern[str]:
    names = read_turtle(ONTOLOGY / "schemes" / "state.ttl").items(NS + "StateOrgan", S + "names")
    # 财政部, and not 财政部门
    return re.compile(f"(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!门)")


@cache
def is_proper(name: str) -> bool:
    """
    >>> is_proper("临澜市教育局"), is_proper("教育局"), is_proper("教育部"), is_proper("教育部门")
    (True, False, True, False)
    """
    if _LEANING.match(name) or _BARE.search(name):
        return False
    return any(form.match(name) for form in (_PLACE, _STATE, _organs(), _FIRM))
