"""The place of an issuing body: 北京市密云区 of 北京市密云区人民政府办公室."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN = "\u4e00-\u9fa5"
_PROVINCE = rf"(?:[{_HAN}]{{2,7}}?(?:省|自治区)|北京市|天津市|上海市|重庆市)"
_CITY = rf"[{_HAN}]{{2,9}}?(?:自治州|地区|盟|州|市)"
_COUNTY = rf"[{_HAN}]{{1,12}}?(?:自治县|自治旗|新区|特区|林区|区|县|旗|市)"
_TOWN = rf"[{_HAN}]{{1,8}}?(?:街道|镇|乡|苏木)"
_PLACE = re.compile(rf"(?:中共|中国共产党|共青团|国家税务总局)?(?P<place>{_PROVINCE}?(?:{_CITY})?(?:{_COUNTY})?(?:{_TOWN})?)(?=[{_HAN}])")


def place_of(name: str) -> str:
    """The place that the full name of an agency begins with; "" where it begins with none.

    >>> place_of("岚江省临澜市望溪区人民政府办公室"), place_of("国务院办公厅"), place_of("市科技局")
    ('岚江省临澜市望溪区', '', '')
    """
    if name.startswith(("国务院", "国家", "全国", "中央", "最高", "中国", "中华", "各")) and not name.startswith("国家税务总局"):
        return ""
    found = _PLACE.match(name)
    return found["place"] if found else ""


def jurisdiction(names: Iterable[str]) -> str:
    for name in names:
        place = place_of(name)
        if len(place) > 2:
            return place
    return ""
