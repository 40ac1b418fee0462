"""Notices that give and take posts: State Council, congresses, party committees, universities, firms, courts, the fifties."""

from __future__ import annotations

from tests.bed.made import Made, Wanted, notice
from tests.bed.names import Names, chinese


def _move(person: str, agency: str, post: str, action: str = "appoint", **more: str | None) -> Wanted:
    args: dict[str, str | None] = {"person": person, "action": action, "agency": agency, "post": post, **more}
    return "appointment", args


def _left(person: str, agency: str, post: str, **more: str | None) -> Wanted:
    return _move(person, agency, post, "dismiss", **more)


def government(names: Names) -> Made:
    """A district government after its executive meeting; terms of trial, dismissals in the same sentence."""
    place = names.stem()
    one, two, three = (names.bureau("区") for _ in range(3))
    a, b, c, d = names.people(4)
    sender = f"临澜市{place}区人民政府"
    meeting = f"第{names.dice.randint(2, 120)}次常务会议"
    body = [
        f"经区政府{meeting}研究决定：",
        f"任命{a}同志为{one}局长，免去其{two}副局长职务；",
        f"任命{b}为{two}副局长（试用期一年）；",
        f"{c}同志任{three}一级调研员，不再担任{one}局长职务；",
        f"免去{d}同志的{three}局长职务，退休。",
    ]
    facts = [
        ("approval", {"body": "区政府", "meeting": meeting, "action": "研究"}),
        _move(a, one, "局长", date=None), _left(a, two, "副局长"),
        _move(b, two, "副局长", note="试用期一年"),
        _move(c, three, "一级调研员"), _left(c, one, "局长"),
        _left(d, three, "局长", note="退休"),
    ]  # fmt: skip
    to = "各镇人民政府、各街道办事处，区政府各部门"
    return notice(names, f"{sender}关于{a}等同志职务任免的通知", names.number(f"{place[0]}政任"), to, body, sender, facts)


def party(names: Names) -> Made:
    """A county committee of the party: posts of party bodies, concurrent posts."""
    place, town = names.stem(), names.stem()
    a, b, c = names.people(3)
    sender = f"中共{place}县委"
    body = [
        "经县委常委会会议研究决定：",
        f"{a}同志任县委宣传部副部长，免去其{town}镇党委书记、委员职务；",
        f"{b}同志任{town}镇党委书记；",
        f"{c}同志兼任县总工会主席。",
    ]
    facts = [
        _move(a, "县委宣传部", "副部长"), _left(a, f"{town}镇党委", "书记"), _left(a, f"{town}镇党委", "委员"),
        _move(b, f"{town}镇党委", "书记"), _move(c, "县总工会", "主席", note="兼"),
        ("approval", {"body": "县委", "action": "研究"}),
    ]  # fmt: skip
    return notice(names, f"{sender}关于{a}等同志任免职的通知", names.number(f"{place[0]}委干"), "各乡镇党委，县直各单位", body, sender, facts)


def state_council(names: Names) -> Made:
    """A list of the State Council: one verb, then person after person."""
    a, b, c, d = names.people(4)
    body = (
        f"　　任命{a}为水利部副部长；任命{b}为国家统计局副局长。\n　　免去{c}的交通运输部副部长职务；免去{d}的国家林业局局长职务。"
    )
    facts = [
        _move(a, "水利部", "副部长"), _move(b, "国家统计局", "副局长"),
        _left(c, "交通运输部", "副部长"), _left(d, "国家林业局", "局长"),
    ]  # fmt: skip
    raw = f"国务院任免国家工作人员\n\n　　{names.day()[0]}\n\n{body}\n"
    return Made(raw, tuple(facts), frozenset({"appointment"}))


def congress(names: Names) -> Made:
    """A list of names of a standing committee, with the note of its adoption."""
    place = names.stem()
    a, b, c, d, e = names.people(5)
    day, iso = names.day()
    sender = f"{place}市人民代表大会常务委员会"
    term, meeting = chinese(names.dice.randint(5, 17)), chinese(names.dice.randint(2, 40))
    body = f"任命：\n{a}为{place}市人民政府副市长；\n{b}为市监察委员会副主任；\n{c}、{d}为市中级人民法院审判员。\n免去：\n{e}的市水利局局长职务。\n"
    raw = f"{sender}任免名单\n\n（{day}{place}市第{term}届人民代表大会常务委员会第{meeting}次会议通过）\n\n{body}"
    facts = [
        _move(a, f"{place}市人民政府", "副市长", date=iso), _move(b, "市监察委员会", "副主任"),
        _move(c, "市中级人民法院", "审判员"), _move(d, "市中级人民法院", "审判员"), _left(e, "市水利局", "局长"),
    ]  # fmt: skip
    return Made(raw, tuple(facts), frozenset({"appointment"}))


def university(names: Names) -> Made:
    """A university: colleges and offices as bodies, a fixed term."""
    place = names.stem()
    a, b, c = names.people(3)
    sender = f"{place}理工大学"
    body = [
        "各学院，机关各部门：",
        "经学校党委常委会研究，决定聘任：",
        f"{a}为土木工程学院院长（聘期三年）；",
        f"{b}为教务处处长；",
        f"聘任{c}同志为图书馆馆长，解聘其信息中心主任职务。",
    ]
    facts = [
        _move(a, "土木工程学院", "院长", note="聘期三年"), _move(b, "教务处", "处长"),
        _move(c, "图书馆", "馆长"), _left(c, "信息中心", "主任"),
    ]  # fmt: skip
    return notice(names, f"关于{a}等同志职务聘任的通知", names.number(f"{place[0]}理工人"), "", body, sender, facts)


def firm(names: Names) -> Made:
    """A state firm: board, branches, secretary of the board."""
    place = names.stem()
    a, b, c = names.people(3)
    sender = f"{place}交通投资集团有限公司"
    body = [
        f"经公司第三届董事会第{names.dice.randint(2, 30)}次会议研究，决定：",
        f"聘任{a}为公司总经理；聘任{b}为公司副总经理、财务总监；",
        f"{c}不再担任公司董事会秘书职务，另有任用。",
    ]
    facts = [
        _move(a, "公司", "总经理"), _move(b, "公司", "副总经理"), _move(b, "公司", "财务总监"),
        _left(c, "公司", "董事会秘书", note="另有任用"),
    ]  # fmt: skip
    return notice(names, f"{sender}关于{a}等任免职务的通知", names.number(f"{place[0]}交投"), "各部门、各子公司", body, sender, facts)


def bank(names: Names) -> Made:
    """A bank: heads of branches; the persons before their posts."""
    place, town = names.stem(), names.stem()
    a, b = names.people(2)
    sender = f"中国农业发展银行{place}市分行"
    body = [f"经研究，{a}任{town}县支行行长，免去{town}县支行副行长职务；{b}任市分行办公室主任科员，试用期一年。"]
    facts = [
        _move(a, f"{town}县支行", "行长"), _left(a, f"{town}县支行", "副行长"),
        _move(b, "市分行办公室", "主任科员", note="试用期一年"),
    ]  # fmt: skip
    return notice(names, f"关于{a}等两位同志任免职的通知", names.number("农发银人"), "各县（市）支行", body, sender, facts)


def fifties(names: Names) -> Made:
    """The Government Administration Council, in the words and figures of its time."""
    a, b, c = names.people(3)
    year, month, day = names.dice.randint(1950, 1958), names.dice.randint(1, 12), names.dice.randint(1, 28)
    title = "政务院关于任免省人民政府工作人员的通知"
    raw = (
        f"{title}\n\n湖南省人民政府：\n　　兹经政务院第{chinese(names.dice.randint(20, 99))}次政务会议通过，任命{a}为湖南省人民政府副主席，"
        f"{b}为湖南省人民政府民政厅厅长；免去{c}湖南省人民政府财政厅副厅长职务。特此通知。\n\n总理 周某某\n\n"
        f"{chinese(year)}年{chinese(month)}月{chinese(day)}日\n"
    )
    iso = f"{year}-{month:02d}-{day:02d}"
    facts = [
        _move(a, "湖南省人民政府", "副主席", date=iso), _move(b, "湖南省人民政府民政厅", "厅长"),
        _left(c, "湖南省人民政府财政厅", "副厅长"), ("document", {"title": title, "date": iso, "kind": "通知"}),
    ]  # fmt: skip
    return Made(raw, tuple(facts), frozenset({"appointment"}))


def seconded(names: Names) -> Made:
    """Posts held for a time, proposals, the end of a trial, a day from which a post counts."""
    place = names.stem()
    one, two = names.bureau("县"), names.bureau("县")
    a, b, c, d = names.people(4)
    day, iso = names.day()
    sender = f"{place}县人民政府"
    body = [
        f"{a}同志挂职任{one}副局长，挂职时间一年；",
        f"{b}同志任{two}局长，任职时间从{day}算起；",
        f"{c}同志试用期满，正式任{one}办公室主任；",
        f"{d}同志代理{two}局长职务。",
    ]
    facts = [
        _move(a, one, "副局长", note="挂职"), _move(b, two, "局长", date=iso),
        _move(c, f"{one}办公室", "主任", note="试用期满"), _move(d, two, "局长", note="代理"),
    ]  # fmt: skip
    return notice(names, f"{sender}关于{a}等同志任职的通知", names.number(f"{place[0]}政干"), "各乡镇人民政府，县政府各部门", body, sender, facts)


def election(names: Names) -> Made:
    """Posts resigned and posts filled, told in running text."""
    place = names.stem()
    a, b = names.people(2)
    sender = f"{place}区人民代表大会常务委员会"
    body = [f"{sender}第{names.dice.randint(2, 30)}次会议决定：接受{a}辞去{place}区人民政府区长职务的请求；任命{b}为{place}区人民政府副区长。"]
    facts: list[Wanted] = [
        _left(a, f"{place}区人民政府", "区长"), _move(b, f"{place}区人民政府", "副区长"),
    ]  # fmt: skip
    return notice(names, f"{sender}关于接受{a}辞职请求的决定", None, "", body, sender, facts, kind="决定")


GENRES = {
    "government appoints": government,
    "party appoints": party,
    "State Council appoints": state_council,
    "congress appoints": congress,
    "university appoints": university,
    "firm appoints": firm,
    "bank appoints": bank,
    "fifties": fifties,
    "seconded": seconded,
    "election": election,
}
