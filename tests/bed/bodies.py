"""Coordination bodies with their rosters, as lines, in running text, as tables; township and firm as well as district."""

from __future__ import annotations

from tests.bed.made import Made, Wanted, notice
from tests.bed.names import Names, spaced


def _member(body: str, member: str, role: str, kind: str = "person") -> Wanted:
    return "membership", {"body": body, "member": member, "member_type": kind, "role": role}


def _office(person: str, agency: str, post: str) -> Wanted:
    return "office", {"person": person, "agency": agency, "post": post}


def roster(names: Names) -> Made:
    """组　长：王　涛　副区长, one a line."""
    place = names.stem()
    one, two, three = (names.bureau("区") for _ in range(3))
    a, b, c, d = names.people(4)
    body = f"{place}区河道清淤工作领导小组"
    sender = f"{place}区人民政府办公室"
    text = (
        f"　　为加强对河道清淤工作的组织领导，经区政府研究，决定成立{body}，现将组成人员名单通知如下：\n"
        f"　　组　长：{spaced(a)}　副区长\n　　副组长：{spaced(b)}　{one}局长\n"
        f"　　成　员：{spaced(c)}　{two}副局长\n　　　　　　{spaced(d)}　{three}副局长\n"
        f"　　领导小组办公室设在{one}，办公室主任由{b}同志兼任。"
    )
    facts = [
        ("body", {"body": body, "action": "establish", "office_at": one}),
        _member(body, a, "组长"), _member(body, b, "副组长"), _member(body, c, "成员"), _member(body, d, "成员"),
        _member(body, b, "办公室主任"), _office(a, "区政府", "副区长"), _office(b, one, "局长"), _office(c, two, "副局长"), _office(d, three, "副局长"),
        ("approval", {"body": "区政府", "action": "研究"}),
    ]  # fmt: skip
    title = f"{sender}关于成立{body}的通知"
    return notice(names, title, names.number(f"{place[0]}政办字"), "各镇人民政府，区政府各部门", text, sender, facts)


def running(names: Names) -> Made:
    """A township names posts and people in one paragraph."""
    place = names.stem()
    a, b, c, d = names.people(4)
    body = f"{place}镇森林防火指挥部"
    sender = f"{place}镇人民政府"
    text = [
        f"经研究，决定成立{body}，由镇长{a}任总指挥，副镇长{b}任副总指挥，{c}、{d}为成员。",
        "指挥部下设办公室，办公室设在镇林业站。",
    ]
    facts = [
        ("body", {"body": body, "action": "establish", "office_at": "镇林业站"}),
        _member(body, a, "总指挥"), _member(body, b, "副总指挥"), _member(body, c, "成员"), _member(body, d, "成员"),
        _office(a, "镇政府", "镇长"), _office(b, "镇政府", "副镇长"),
    ]  # fmt: skip
    return notice(names, f"关于成立{body}的通知", names.number(f"{place[0]}政"), "各村（居）委会，镇直各单位", text, sender, facts)


def table(names: Names) -> Made:
    """A roster as a table with a header."""
    place = names.stem()
    one, two = names.bureau("县"), names.bureau("县")
    a, b, c = names.people(3)
    body = f"{place}县招商引资工作专班"
    sender = f"{place}县人民政府办公室"
    rows = f"序号\t组内职务\t姓名\t单位及职务\n1\t组长\t{a}\t县政府副县长\n2\t副组长\t{b}\t{one}局长\n3\t成员\t{c}\t{two}副局长"
    annex = f"附件\n\n{body}成员名单\n\n{rows}\n"
    facts = [
        ("body", {"body": body, "action": "establish"}),
        _member(body, a, "组长"), _member(body, b, "副组长"), _member(body, c, "成员"),
        _office(a, "县政府", "副县长"), _office(b, one, "局长"), _office(c, two, "副局长"),
    ]  # fmt: skip
    text = [f"经县政府同意，决定成立{body}，成员名单见附件。"]
    title = f"{sender}关于成立{body}的通知"
    return notice(names, title, names.number(f"{place[0]}政办发"), "各乡镇人民政府，县政府各部门", text, sender, facts, annex=annex)


def posts_only(names: Names) -> Made:
    """Members named by their posts and their bodies alone."""
    place = names.stem()
    one, two, three = (names.bureau("市") for _ in range(3))
    body = f"{place}市质量提升工作联席会议"
    sender = f"{place}市人民政府"
    text = [
        f"建立{body}制度。联席会议由市政府分管副市长担任召集人，{one}局长担任副召集人。",
        f"成员单位：{one}、{two}、{three}。",
        f"联席会议办公室设在{one}，承担日常工作。",
    ]
    facts = [
        _member(body, one, "成员单位", "agency"), _member(body, two, "成员单位", "agency"), _member(body, three, "成员单位", "agency"),
        _member(body, f"{one}局长", "副召集人", "post"), ("body", {"body": body, "office_at": one}),
    ]  # fmt: skip
    title = f"{sender}关于建立{body}制度的通知"
    made = notice(names, title, names.number(f"{place[0]}政函"), "各县（市、区）人民政府，市政府各部门", text, sender, facts)
    return Made(made.raw, made.facts, frozenset({"document"}))


def adjusted(names: Names) -> Made:
    """A body adjusted: its members anew, in brackets behind the names."""
    place = names.stem()
    one, two = names.bureau("区"), names.bureau("区")
    a, b, c = names.people(3)
    body = f"{place}区安全生产委员会"
    sender = f"{place}区人民政府"
    text = [
        f"因工作需要和人事变动，决定对{body}组成人员进行调整。调整后的名单如下：",
        f"主　任：{a}（区长）",
        f"副主任：{b}（{one}局长）",
        f"委　员：{c}（{two}副局长）",
    ]
    facts = [
        ("body", {"body": body, "action": "adjust"}),
        _member(body, a, "主任"), _member(body, b, "副主任"), _member(body, c, "委员"),
        _office(a, "区政府", "区长"), _office(b, one, "局长"), _office(c, two, "副局长"),
    ]  # fmt: skip
    title = f"{sender}关于调整{body}组成人员的通知"
    return notice(names, title, names.number(f"{place[0]}政字"), "各街道办事处，区政府各部门", text, sender, facts)


def division(names: Names) -> Made:
    """Who of the leaders does what."""
    place = names.stem()
    one, two, three = (names.bureau("县") for _ in range(3))
    a, b, c = names.people(3)
    sender = f"{place}县人民政府"
    text = [
        f"{a}（县长）：领导县政府全面工作，负责审计工作，分管{one}。",
        f"{b}（副县长）：负责水利、林业方面工作，分管{two}，联系县气象局。",
        f"{c}（副县长）：协助县长负责财政工作，分管{three}。",
    ]
    facts = [
        ("portfolio", {"person": a, "relation": "leads", "target": "县政府"}),
        ("portfolio", {"person": a, "relation": "responsible", "target": "审计"}),
        ("portfolio", {"person": a, "relation": "oversees", "target": one}),
        ("portfolio", {"person": b, "relation": "responsible", "target": "水利"}),
        ("portfolio", {"person": b, "relation": "responsible", "target": "林业"}),
        ("portfolio", {"person": b, "relation": "oversees", "target": two}),
        ("portfolio", {"person": b, "relation": "liaises", "target": "县气象局"}),
        ("portfolio", {"person": c, "relation": "assists", "target": "财政工作"}),
        ("portfolio", {"person": c, "relation": "oversees", "target": three}),
        _office(a, "县政府", "县长"), _office(b, "县政府", "副县长"), _office(c, "县政府", "副县长"),
    ]  # fmt: skip
    title = f"{sender}关于县政府领导工作分工的通知"
    return notice(names, title, names.number(f"{place[0]}政发"), "各乡镇人民政府，县政府各部门", text, sender, facts)


GENRES = {
    "roster in lines": roster,
    "roster in running text": running,
    "roster as table": table,
    "members by post": posts_only,
    "roster in brackets": adjusted,
    "division of work": division,
}
