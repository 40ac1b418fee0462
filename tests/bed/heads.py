"""Orders, replies, letters, announcements, forwarded and repealed texts: what their heads and first sentences state."""

from __future__ import annotations

from tests.bed.made import Made, notice
from tests.bed.names import Names, chinese


def order(names: Names) -> Made:
    """An order of the State Council, signed by its head."""
    number, meeting = names.dice.randint(300, 799), names.dice.randint(3, 190)
    day, iso = names.day()
    passed, _ = names.day()
    start, start_iso = names.day(names.year + 1)
    raw = (
        f"中华人民共和国国务院令\n\n第{number}号\n\n　　《河道采砂管理条例》已经{passed}国务院第{meeting}次常务会议通过，现予公布，自{start}起施行。\n\n"
        f"总　理　{names.person()}\n\n{day}\n\n"
        f"河道采砂管理条例\n\n第一章　总　则\n\n　　第一条　为了加强河道采砂管理，根据《中华人民共和国水法》，制定本条例。\n\n"
        f"　　第二条　本条例自{start}起施行。{names.year - 9}年发布的《河道采砂管理暂行办法》同时废止。\n"
    )
    facts = (
        ("document", {"date": iso, "kind": "命令", "issuers": ["中华人民共和国国务院"]}),
        ("publication", {"action": "公布", "title": "河道采砂管理条例"}),
        ("approval", {"body": "国务院", "meeting": f"第{meeting}次常务会议", "action": "审议通过"}),
        ("validity", {"title": "河道采砂管理条例", "from": start_iso}),
        ("citation", {"relation": "basis", "title": "中华人民共和国水法"}),
        ("citation", {"relation": "repeals", "title": "河道采砂管理暂行办法"}),
    )
    return Made(raw, facts, frozenset({"publication", "approval", "validity"}))


def court(names: Names) -> Made:
    """A judicial interpretation."""
    meeting = names.dice.randint(1200, 1900)
    number = names.number("法释").replace("〔", "〔")
    day, iso = names.day()
    title = "最高人民法院关于审理河道采砂案件适用法律若干问题的解释"
    raw = (
        f"{title}\n\n（{day}最高人民法院审判委员会第{meeting}次会议通过，自{day}起施行）\n\n{number}\n\n"
        "　　为正确审理河道采砂案件，根据《中华人民共和国水法》《中华人民共和国刑法》的规定，制定本解释。\n\n　　第一条　未取得采砂许可证的，依法处理。\n"
    )
    facts = (
        ("document", {"title": title, "number": number}),
        ("approval", {"body": "最高人民法院审判委员会", "meeting": f"第{meeting}次会议", "action": "审议通过"}),
        ("validity", {"from": iso}),
        ("citation", {"relation": "basis", "title": "中华人民共和国水法"}),
        ("citation", {"relation": "basis", "title": "中华人民共和国刑法"}),
    )
    return Made(raw, facts, frozenset({"approval", "citation"}))


def reply(names: Names) -> Made:
    """A reply to a request."""
    place, town = names.stem(), names.stem()
    asked = names.number(f"{town[0]}政报")
    sender = f"{place}市人民政府"
    body = [f"你县《关于报批{town}县城市总体规划的请示》（{asked}）收悉。经研究，现批复如下：", "一、原则同意你县上报的规划。"]
    facts = [("citation", {"title": f"关于报批{town}县城市总体规划的请示", "number": asked, "relation": "mentions"})]
    title = f"{sender}关于{town}县城市总体规划的批复"
    return notice(
        names, title, names.number(f"{place[0]}政复"), f"{town}县人民政府", body, sender, facts, kind="批复", addressees=[f"{town}县人民政府"]
    )


def forwarded(names: Names) -> Made:
    """An office passes on what another drafted, with the approval of its government."""
    place = names.stem()
    who = names.bureau("市")
    sender = f"{place}市人民政府办公室"
    drafted = f"关于加强{place}湖管理的意见"
    body = [f"{who}《{drafted}》已经市政府同意，现转发给你们，请认真贯彻执行。"]
    annex = f"{drafted}\n\n{place}市{who[1:]}\n\n　　为加强湖泊管理，根据《中华人民共和国防洪法》，提出如下意见。\n"
    facts = [
        ("publication", {"action": "转发", "title": drafted, "drafter": who}),
        ("approval", {"body": "市政府", "action": "同意"}),
        ("citation", {"relation": "basis", "title": "中华人民共和国防洪法"}),
    ]
    title = f"{sender}转发{who}{drafted}的通知"
    made = notice(names, title, names.number(f"{place[0]}政办发"), "各县（市、区）人民政府", body, sender, facts, annex=annex)
    return Made(made.raw, made.facts, frozenset({"publication", "approval"}))


def announcement(names: Names) -> Made:
    """An announcement of a tax office, by its number of the year."""
    place = names.stem()
    count = names.dice.randint(1, 12)
    sender = f"国家税务总局{place}市税务局"
    title = f"{sender}关于简并申报有关事项的公告"
    day, iso = names.day()
    start, start_iso = names.day(names.year + 1)
    raw = (
        f"{title}\n\n{sender}公告{names.year}年第{count}号\n\n　　根据《中华人民共和国税收征收管理法》及其实施细则的规定，现就简并申报有关事项公告如下：\n\n"
        f"　　一、符合条件的纳税人可以按季申报。\n\n　　本公告自{start}起施行，有效期至{names.year + 5}年12月31日。\n\n　　特此公告。\n\n{sender}\n{day}\n"
    )
    facts = (
        ("document", {"title": title, "kind": "公告", "date": iso, "issuers": [sender]}),
        ("validity", {"from": start_iso, "until": f"{names.year + 5}-12-31"}),
        ("citation", {"relation": "basis", "title": "中华人民共和国税收征收管理法"}),
    )
    return Made(raw, facts, frozenset({"document", "validity"}))


def repeal(names: Names) -> Made:
    """A decision that ends some texts and changes another."""
    place = names.stem()
    sender = f"{place}市人民政府"
    one, two = names.number(f"{place[0]}政发"), names.number(f"{place[0]}政发")
    meeting = f"第{chinese(names.dice.randint(3, 80))}次常务会议"
    body = [
        f"经市政府{meeting}审议通过，决定：",
        f"一、废止《{place}市渡口管理办法》（{one}）；",
        f"二、将《{place}市集市管理办法》（{two}）第五条修改为：“集市应当明码标价。”",
        "本决定自公布之日起施行。",
    ]
    facts = [
        ("approval", {"body": "市政府", "meeting": meeting, "action": "审议通过"}),
        ("citation", {"relation": "repeals", "title": f"{place}市渡口管理办法", "number": one}),
        ("citation", {"relation": "amends", "title": f"{place}市集市管理办法", "number": two}),
    ]
    title = f"{sender}关于废止和修改部分规范性文件的决定"
    made = notice(names, title, names.number(f"{place[0]}政规"), "", body, sender, facts, kind="决定")
    return Made(made.raw, made.facts, frozenset({"approval", "citation"}))


def joint(names: Names) -> Made:
    """Two ministries together; a measure for trial with its interpreter."""
    one, two = names.pick(("水利部", "财政部"), ("民政部", "教育部"), ("自然资源部", "农业农村部"))
    number = names.number(f"{one[0]}规")
    body = [
        "为贯彻落实《国务院关于加强河湖管理的意见》（国发〔2018〕12号），我们制定了《河湖管护资金管理办法（试行）》，现印发给你们，请遵照执行。",
    ]
    annex = (
        "附件\n\n河湖管护资金管理办法（试行）\n\n第一条　为规范资金管理，制定本办法。\n\n"
        f"第二条　本办法由{two}会同{one}负责解释。\n\n第三条　本办法自印发之日起施行。\n"
    )
    facts = [
        ("publication", {"action": "印发", "title": "河湖管护资金管理办法（试行）"}),
        ("citation", {"relation": "implements", "title": "国务院关于加强河湖管理的意见", "number": "国发〔2018〕12号"}),
        ("validity", {"title": "河湖管护资金管理办法（试行）", "from": "自印发之日起"}),
    ]
    title = f"{one}、{two}关于印发《河湖管护资金管理办法（试行）》的通知"
    made = notice(names, title, number, "各省、自治区、直辖市人民政府", body, f"{one}　{two}", facts, issuers=[one, two], annex=annex)
    return Made(made.raw, made.facts, frozenset({"publication", "citation"}))


def letter(names: Names) -> Made:
    """A letter of an office of a province."""
    place = names.stem()
    sender = f"{place}省人民政府办公厅"
    body = [f"经省政府同意，现将《{place}省渔港建设规划》印发给你们，请认真组织实施。", f"本规划由{place}省农业农村厅负责解释。"]
    facts = [
        ("publication", {"action": "印发", "title": f"{place}省渔港建设规划"}),
        ("approval", {"body": "省政府", "action": "同意"}),
    ]
    title = f"{sender}关于印发《{place}省渔港建设规划》的函"
    made = notice(names, title, names.number(f"{place[0]}政办函"), "各设区市人民政府，省直有关部门", body, sender, facts, kind="函")
    return Made(made.raw, made.facts, frozenset({"publication", "approval"}))


GENRES = {
    "order": order,
    "court": court,
    "reply": reply,
    "forwarded": forwarded,
    "announcement": announcement,
    "repeal": repeal,
    "joint": joint,
    "letter": letter,
}
