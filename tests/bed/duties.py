"""Who is given what to do, how an office is built, what it may do."""

from __future__ import annotations

from tests.bed.made import Made, Wanted, notice
from tests.bed.names import Names

_WORKS = ("开展河道清淤", "改造老旧管网", "建立问题台账", "修订应急预案", "完善监测网络", "整治乱堆乱放", "推进村级公厕建设", "组织联合执法检查")


def _duty(assignee: str, role: str, task: str, deadline: str | None = None) -> Wanted:
    args: dict[str, str | None] = {"assignee": assignee, "role": role, "task": task}
    return "assignment", {**args, "deadline": deadline} if deadline else args


def labels(names: Names) -> Made:
    """Items with 牵头单位, 责任单位, 完成时限 under them."""
    place = names.stem()
    a, b, c = (names.bureau("区") for _ in range(3))
    one, two = names.dice.sample(_WORKS, 2)
    sender = f"{place}区人民政府办公室"
    text = [
        "现将2019年重点任务分工如下：",
        f"1.{one}，年内完成三个片区的任务。",
        f"牵头单位：{a}",
        f"配合单位：{b}、{c}",
        "完成时限：2019年10月底前",
        f"2.{two}，形成长效机制。",
        f"责任单位：{c}",
    ]
    facts = [
        _duty(a, "lead", f"{one}，年内完成三个片区的任务", "2019-10"),
        _duty(b, "support", f"{one}，年内完成三个片区的任务"), _duty(c, "support", f"{one}，年内完成三个片区的任务"),
        _duty(c, "responsible", f"{two}，形成长效机制"),
    ]  # fmt: skip
    title = f"{sender}关于印发2019年重点任务分工的通知"
    made = notice(names, title, names.number(f"{place[0]}政办"), "区政府各部门", text, sender, facts)
    return Made(made.raw, made.facts, frozenset({"assignment"}))


def brackets(names: Names) -> Made:
    """（区财政局牵头，区审计局配合） behind the task."""
    place = names.stem()
    a, b, c = (names.bureau("市") for _ in range(3))
    one, two = names.dice.sample(_WORKS, 2)
    sender = f"{place}市人民政府"
    text = [f"（一）{one}。在全市范围内逐项落实。（{a}牵头，{b}配合）", f"（二）{two}。（责任单位：{c}，各县（市、区）人民政府）"]
    facts = [_duty(a, "lead", one), _duty(b, "support", one), _duty(c, "responsible", two)]
    title = f"{sender}关于进一步优化营商环境的实施意见"
    made = notice(names, title, names.number(f"{place[0]}政发"), "各县（市、区）人民政府，市政府各部门", text, sender, facts, kind="意见")
    return Made(made.raw, made.facts, frozenset())


def clauses(names: Names) -> Made:
    """区水务局负责…；区财政局配合…."""
    place = names.stem()
    a, b, c = (names.bureau("县") for _ in range(3))
    one, two, three = names.dice.sample(_WORKS, 3)
    sender = f"{place}县人民政府办公室"
    text = [f"各有关部门要各司其职。{a}负责{one}；{b}要{two}，于每月5日前报送进展情况；由{c}牵头{three}。"]
    facts = [_duty(a, "responsible", one), _duty(b, "responsible", two), _duty(c, "lead", three)]
    title = f"{sender}关于做好汛期有关工作的通知"
    made = notice(names, title, names.number(f"{place[0]}政办发"), "各乡镇人民政府，县政府各部门", text, sender, facts)
    return Made(made.raw, made.facts, frozenset({"assignment"}))


def table(names: Names) -> Made:
    """A table of tasks."""
    place = names.stem()
    a, b, c = (names.bureau("区") for _ in range(3))
    one, two = names.dice.sample(_WORKS, 2)
    sender = f"{place}区人民政府办公室"
    annex = f"附件\n\n重点任务分解表\n\n序号\t工作任务\t牵头单位\t责任单位\t完成时限\n1\t{one}\t{a}\t{b}\t2020年底\n2\t{two}\t{b}\t{c}\t2020年6月底前\n"
    facts = [
        _duty(a, "lead", one, "2020"), _duty(b, "responsible", one, "2020"),
        _duty(b, "lead", two, "2020-06"), _duty(c, "responsible", two, "2020-06"),
    ]  # fmt: skip
    title = f"{sender}关于印发重点任务分解表的通知"
    made = notice(names, title, names.number(f"{place[0]}政办"), "区政府各部门", ["现将重点任务分解表印发给你们。"], sender, facts, annex=annex)
    return Made(made.raw, made.facts, frozenset({"assignment"}))


def charter(names: Names) -> Made:
    """The provisions of an office: units, positions, other names."""
    place = names.stem()
    field = names.field()
    who = f"{place}县{field}局"
    sender = f"{place}县人民政府办公室"
    admin, chief, deputy = names.dice.randint(8, 40), 1, names.dice.randint(2, 4)
    annex = (
        f"{who}职能配置、内设机构和人员编制规定\n\n　　第一条　{who}是县政府工作部门（以下简称县{field[:2]}局），为正科级。\n\n"
        f"　　第二条　{who}内设下列机构：\n　　（一）办公室。负责文电、会务工作。\n　　（二）法规股。负责规范性文件合法性审核工作。\n"
        f"　　（三）财务股。负责预决算工作。\n\n　　第三条　{who}机关行政编制{admin}名。设局长{chief}名，副局长{deputy}名。\n"
    )
    facts: list[Wanted] = [
        ("alias", {"name": who, "alias": f"县{field[:2]}局"}),
        *(("structure", {"parent": who, "unit": unit, "kind": "内设机构"}) for unit in ("办公室", "法规股", "财务股")),
        ("staffing", {"item": "行政编制", "count": admin}),
        ("staffing", {"item": "局长", "count": chief}),
        ("staffing", {"item": "副局长", "count": deputy}),
    ]
    title = f"{sender}关于印发{who}职能配置、内设机构和人员编制规定的通知"
    made = notice(names, title, names.number(f"{place[0]}政办发"), "各乡镇人民政府，县政府各部门", ["现予印发。"], sender, facts, annex=annex)
    return Made(made.raw, made.facts, frozenset({"structure", "staffing", "alias"}))


def catalogue(names: Names) -> Made:
    """A catalogue of powers."""
    place = names.stem()
    a, b = names.bureau("区"), names.bureau("区")
    sender = f"{place}区人民政府"
    rows = (("渡口设立许可", "行政许可", a), ("对毁坏堤防的处罚", "行政处罚", a), ("高龄老人津贴发放", "行政给付", b))
    lines = "".join(f"{i}\t{item}\t{kind}\t{agency}\n" for i, (item, kind, agency) in enumerate(rows, 1))
    annex = f"附件\n\n{place}区行政权力事项目录\n\n序号\t职权名称\t职权类型\t行使主体\n{lines}"
    facts = [("service", {"item": item, "kind": kind, "agency": agency}) for item, kind, agency in rows]
    title = f"{sender}关于公布行政权力事项目录的通知"
    made = notice(names, title, names.number(f"{place[0]}政发"), "区政府各部门", ["现将目录予以公布。"], sender, facts, annex=annex)
    return Made(made.raw, made.facts, frozenset({"service"}))


GENRES = {
    "duty labels": labels,
    "duties in brackets": brackets,
    "duties in clauses": clauses,
    "duties as table": table,
    "charter of an office": charter,
    "catalogue": catalogue,
}
