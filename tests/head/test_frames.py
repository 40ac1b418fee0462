"""The head of a paper in every frame: masthead, number and title of any sender in any order, with lines and without."""

from __future__ import annotations

from itertools import product

import pytest

from extract.notices import notices
from extract.read.words import to_text
from kg.model import Head, Source

SENDERS = [
    "望溪区人民政府", "望溪区人民政府办公室", "中共望溪县委组织部", "望溪县革命委员会",
    "望溪区人民法院", "望溪区人大常委会", "岚江机械厂", "望溪区第一中学", "柳河村村民委员会",
    "共青团望溪区委员会", "岚江集团有限公司", "清浦街道办事处", "国家山货局", "望溪区安全生产委员会",
]
MASTHEADS = ("", "{}", "{}文件")
NUMBERS = {
    "": None,
    "望发〔2016〕12号": "望发〔2016〕12号",
    "望发（2016）12号": "望发〔2016〕12号",
    "（2016）望字第12号": "〔2016〕望字第12号",
    "望革（76）字第12号": "望革〔76〕字第12号",
}
TITLES = ("关于做好冬季防火工作的通知", "{}关于李国强同志处分问题的通报", "{}\n关于印发《考勤制度》的通知")
BODY = "为了做好这项工作，根据上级要求，现将有关事项通知如下。\n一、提高认识。\n二、抓好落实。"
RECIPIENTS = [
    "各单位", "各年级", "各系", "各处室", "各公社", "各大队", "各生产队", "全体师生", "各会员单位",
    "各参建单位", "各教研组", "各项目部", "各投标人", "各位同事", "各学院", "各民主党派",
    "各参训学员", "各网点", "各苗圃", "各金融机构", "各寺庙", "各团支部", "各民兵营", "各农场",
    "各纳税人", "局属各单位", "部属各高校", "各营业部", "各派出法庭", "各股室", "各水库管理所",
]


def head(text: str, joined: str) -> Head:
    (found,) = notices(to_text(Source("a.txt", ""), text.replace("\n", joined)))
    return found.head


@pytest.mark.parametrize("joined", ["\n", ""], ids=["lines", "joined"])
@pytest.mark.parametrize("sender", SENDERS)
def test_head_in_each_frame(sender: str, joined: str) -> None:
    for masthead, (number, read), title in product(MASTHEADS, NUMBERS.items(), TITLES):
        over, whole = masthead.format(sender), title.format(sender)
        for order in ((over, number, whole), (over, whole, number)):
            if masthead == "{}" and title.startswith("关于") and (order[1] == whole or not number):
                continue  # then the sender above it is part of the title
            lines = [line for line in (*order, "各单位：", BODY, sender, "2016年5月9日") if line]
            found = head("\n".join(lines), joined)
            said = (found.title, found.number, [one.mention for one in found.issuers], found.date)
            assert said == (whole.replace("\n", ""), read, [sender], "2016-05-09"), lines


@pytest.mark.parametrize("joined", ["\n", ""], ids=["lines", "joined"])
def test_each_recipient(joined: str) -> None:
    for to in RECIPIENTS:
        found = head(f"望溪区第一中学关于做好冬季防火工作的通知\n{to}：\n{BODY}\n望溪区第一中学\n2016年5月9日", joined)
        assert [one.mention for one in found.addressees] == [to]
