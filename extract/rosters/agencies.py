"""Agencies as arguments: a body, a unit of an agency, a member, each with its full name."""

from __future__ import annotations

import re

from extract.mentions.agency import is_agency
from extract.mentions.naming import full_name
from kg.model import Agency, Head

_PLACED = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:省|市|自治区|自治州|地区|县|区|州|旗|盟|镇|乡|街道|村)(?!.?级)|国务院|中央|全国|国家|中国|中共")
_PLACE = re.compile(r"(?:[\u4e00-\u9fff]{1,6}?(?:省|市|自治区|自治州|县|区|州|旗))+")
_LEVELS = "省市县区州旗"
# a house of a level: 区节水中心
_HOUSE = re.compile(r"[省市县区州旗](?![级直属内委])[\u4e00-\u9fff]{2,20}(?:中心|[所站馆院校局]|管理处)")
# what a room is for, by a word that begins like a level
_FIELD = re.compile(r"市[场政容民值]|区[域划块]|县域|旗[帜舰]|州际")
# a firm is called by its whole name wherever it is: 下辖临澜物业管理有限公司
_FIRM = re.compile(r".{4,}(?:有限(?:责任)?|股份)公司$")
_CABINET = ("国务院", "政务院", "中央人民政府")
YOURS = re.compile(r"[你贵](?:[局委厅办部院校会社处所站行监馆厂矿段队园]|单位|中心|公司)")
_GROUP = re.compile(r"各(?:有关|相关)?|有关|相关|其他")


def placed(words: str, head: Head) -> Agency:
    """A body under the place of the issuing body, where it names none itself.

    `信用建设工作领导小组` in a notice of 岚江省临澜市望溪区 is 岚江省临澜市望溪区信用建设工作领导小组.
    """
    name = full_name(words, head.jurisdiction)
    if name == words and not _PLACED.match(words) and not words.startswith(head.jurisdiction[-3:] or words):
        name = head.jurisdiction + words
    return Agency(name, words)


def named(words: str, head: Head, *, group: bool = False) -> Agency:
    """An agency as the text names it; 你局 is the one that the notice is sent to."""
    if YOURS.fullmatch(words) and len(head.addressees) == 1:
        return Agency(head.addressees[0].name, words)
    return Agency(full_name(words, head.jurisdiction), words, group or bool(_GROUP.match(words)))


def unit_of(parent: Agency, words: str) -> Agency:
    """A unit below an agency: `人事科` of the 区教育局 is 岚江省临澜市望溪区教育局人事科.

    >>> above = Agency("临澜市望溪区商务局", "区商务局")
    >>> unit_of(above, "区物资中心").name, unit_of(above, "区域发展中心").name
    ('临澜市望溪区物资中心', '临澜市望溪区商务局区域发展中心')
    """
    if parent.name.endswith(words):
        return Agency(parent.name, words)  # the 支队 that is spoken of
    if parent.name.endswith(_CABINET) or (_PLACED.match(words) and words.startswith(parent.name[:2])):
        full = full_name(words, "")
        return Agency(full, words)  # 直属机构：新华通讯社; 直属单位：岚江省林业科学研究院
    place = _PLACE.match(parent.name)
    levelled = place and words[0] in _LEVELS and not _FIELD.match(words) and (is_agency(words) or _HOUSE.fullmatch(words))
    full = full_name(words, place[0]) if place and levelled else words
    if full != words:
        return Agency(full, words)  # 直属机构：省统计局; 所属单位：区节水中心, but 市场科
    if _FIRM.search(words):
        return Agency(words, words)
    if not place and words[0] in _LEVELS and parent.name.startswith(words[0]) and is_agency(words):
        return Agency(words, words)  # 县交通局 + 县公路段, whatever the county
    own = _PLACED.match(words)
    if own and place and own[0] in place[0]:
        return Agency(place[0][: place[0].index(own[0])] + words, words)  # 岚江省望溪区林业局 + 望溪区种苗站
    if words.startswith((parent.mention, parent.name)):
        return Agency(parent.name + words.removeprefix(parent.name).removeprefix(parent.mention), words)
    return Agency(parent.name + words, words)
