"""Whether a clause with a doer and a verb gives him work: what speaks against it, judged in one place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.duties.actor import Actor
from extract.duties.clause import Clause
from extract.duties.phrase import modals
from extract.duties.predicate import MODAL
from extract.duties.refusals import ALLOWS, CARRIED, PREAMBLE, TOLD, URGES
from extract.duties.urging import exhortation, opens_urging
from extract.mentions.person import is_name
from kg.model import Span

# what a carried doer is not given: the clause is a thing, not work
_NOUN = re.compile(r"(?:行为|情况|问题|现象|案件)，?$")
# 及时劝阻违法行为: what he does about it
_ACTS_ON = re.compile(
    r"(?:及时|严厉|依法|严格|认真|立即|定期|全面|集中|重点|从严|从快|主动|积极)|(?:查处|打击|制止|劝阻|解决|处理|处置|整治|纠正|通报|曝光|办理|调查|侦办|查办|协调)"
)
# 检查…情况, 通报…情况
_LOOKS_INTO = re.compile(
    r"[^，。；]{0,20}?(?:查|考核(?=各|有关|相关|本|全|所)|报|核[实对验]|说明|反映|登记|记录|收集|摸[清排]|介绍|掌握|了解|汇总|监测|统计|评|审|反馈|听取"
    r"|公[布开示]|调度|跟踪|督[导办]|研判)"
)
# 县药监局|承担的备案工作受…: what is his, of which something is said
_THAT_IS_HIS = re.compile(r"(?:承担|履行)的(?![^，。；]{0,12}[应须要])")
# 督导检查内容包括…, 审稿费依据…: a carried doer is not the subject
_THING = re.compile(
    r"[^，。；：]{2,20}另行(?:制定|规定|通知|公布|下达|发文|安排)|(?![将把对按在])[^，。；：不]{2,20}不得|(?![将把对])[^，。；：]{0,20}(?:内容|范围|对象|方式|形式|人员|名单|标准|情况|费用?|经费|资金|信息|时间|地点|条件|原则|专家|材料|期限|方案|计划|预案|报告|协议|合同|档案|证书)"
    r"，?(?:主要)?(?:包括|包含|[是为由]|依据|按照|不[得少超]|一般|原则上|应[在由]|可[在由]?|应当?包[括含]|须包[括含]|应当?载明|纳入)"
)
# what the notice says of itself: 为…，现将…印发给你们, 制定本方案
_PREAMBLE = re.compile(
    r"(?<![实体表展发出呈涌兑])现(?:将|就|予|印发|公布|公告|批转|转发|通报|通知|提出|制定|作出|对)[^。]{0,120}$|(?:制定|提出|作出|出台)(?:了)?(?:本(?:方案|办法|意见|规定|细则|通知|预案|制度|规则)|如下|以下)"
    r"|(?:通知|通报|公告|通告|决定|批复|意见|函复|报告|分工)如下|特(?:此|制定|作|发)|据[^，。；]{2,24}(?:消息|报道)"
)
# 为…，实行由县政府负责…，特制定本办法。: why there is a paper
_MADE = re.compile(
    r"，(?:(?:特|现)(?:此)?(?:制定|制订|作出|提出)|(?:制定|制订)本)本?(?:暂行|试行|实施|管理)*(?:办法|规定|条例|细则|规则|制度|章程|方案|意见|决定|规程|准则)$"
)
# 企业在计划中实行单列，是改革的重要措施: a sentence that is the subject of another
# 许可机关|实施许可的情况，应当作为考评内容: what he does is a thing
_NO_VERB = re.compile(
    r"[^，。；]{2,40}，(?:(?:这|都|也|既)?是(?!否)|为[^，。；]{2,20}(?:一部分|之一|标准|依据|基础|前提)(?:[，。；]|$))"
    r"|(?![对将把在因遇如就按凡发])[^，。；]{2,40}的(?:情况|行为|问题|结果|期限|标准|条件|范围|程序|过程|费用)，(?:均|都|也)?(?:应当?(?!急)|要(?!求)|须|必须|由|不得|可以)"
)
# 下列职权：, 以下工作：, what is said below
ANNOUNCES = (
    r"(?:，其?(?:主要|基本|具体|工作)*(?:职责|职能|任务)(?:[是为有]|包括|如下|(?=：))"
    r"|(?:以下|下列|如下)[^，。；：]{0,8}(?:职[责权]|规定|任务|工作|措施|要求|义务|责任|制度|权限)|(?:职责|工作|任务)(?:分工)?如下)"
)
# …的主要任务是：
_HEADING = re.compile(
    r"(?:的)?(?:主要|基本|具体|工作)*(?:职责|职能|任务)(?:和任务)?(?:是|为|如下|包括)?：?$|[^，。；]{0,4}(?:包括|如下|依次划分为)：?$"
    rf"|(?:关于|[与同和])[^，；。]{{2,60}}?的?(?:职责|职能|管理|工作)?(?:分工|边界|划分)：?$|(?:(?:[在当于按依为自除]|根据|遵照|结合|围绕)[^，。；]{{2,60}}，)?[^，；。]{{0,24}}{ANNOUNCES}：$|[^，；。]{{0,6}}(?:符合|具备|满足)[^，；。]{{0,16}}条件[^，；。]{{0,4}}：$"
)
# 由接任者|自行替补, 主任|由村民选举产生: how a place is filled
_SUCCEEDS = re.compile(r"自[行然动](?:替补|递补|接替|接任|更替)|(?:选举|推选|推举|协商)产生(?=$|[，。；])")
# 拓展业务，|不得…: what is barred, and when
_BARRED = re.compile(r"[^，。；]{2,40}，(?:不得|严禁|禁止)|(?:未[^，。；]{2,40}的，)?[^，。；：不]{2,14}不得")
# what was done, or why: 党的十九大以来，…
_UNIT = re.compile(r"[科处股室]$")
_PAST = re.compile(r"以来|近年来?，|多年来|长期以来|一段时间|随着[^。；]{2,60}，")
# words that ask for something that can be handed in, by a day, or by a plan
DELIVERABLE = re.compile(
    r"报送|上报|报[^，。；]{0,16}(?:备案|审批|批准|汇总|政府|[局委办厅部处科室组心])|(?:书面|汇报|总结|自查)材料|提交|制定|制订|出台"
    r"|编制|印发|成立|建立|明确专人|方案|台账|[日月年]底?(?:（[^（）]*）)?前|指定"
)
# bodies that 可 gives a task, where it gives anybody else a right
_STATE = re.compile(
    r"(?:部门|机关|政府|地区|各地|小组|办公室|委员会|管委会|办事处|联席会议|指挥部|[省市县区州镇乡局委办厅部处院]|国务院|党委|党工委|街道|^[省市区县州旗镇乡][^，。；]{2,16}中心)$"
)
# 可以向常务委员会提出议案
_CLAIM = re.compile(r"(?:向[^，。；]{2,24}|书面)?(?:提出|提起|申请|提请)[^，。；]{0,24}(?:议案|裁决|仲裁|异议|申诉|复议|复核|质询|申请|赔偿)")
# 申请人|对结果有疑问，可向…咨询: a case, and what he may do then
_MAY_THEN = re.compile(
    r"(?:对[^，。；]{2,24}(?:有[^，。；]{0,4}(?:疑问|异议|意见)|不[服满])|认为|需要?|因|[如若](?!有?必要)|自愿|申请)[^，。；]{0,30}，(?:也|均|都)?可(?!能)"
)
_FIRM = re.compile(r"(?:银行|学校|大学|学院|医院|协会|商会|合作社|实验室|[作动]站|中心|基地)$")
# 对存在的问题，要…
_LATER = re.compile(r"(?:[对将按针涉凡如若]|一旦|遇有)[^。；]{1,80}，(?:按照?[^，。；]{2,10})?(?:要|应|须|必须|及时)|[^，。；]{1,40}的，(?:要|应|须|必须|及时)")
# 支持企业扩产, 原则上不纳入: asks nobody, or not him of whom the sentence before was told
_SOFT = re.compile(
    r"(?:积极|充分|持续|大力|切实|进一步|严格|原则上|坚决)*(?:鼓励|支持|引导|倡导|提倡|探索|发挥|推动|坚持|不|暂|禁止|实行|严禁|杜绝|防止|避免|追究|本|其|以|在)"
    r"|[^。；]{0,60}(?:不得|享受|参照)|[^，。；]{0,30}，(?:全[省市区县]|一律)?(?:禁止|严禁)|[^，。；]{2,30}(?:后|时|期间)，|[^。；]{0,80}，(?:均?可|暂|不)"
)
# 抽查|可以采取…, 验收情况|实行…, 对逾期贷款，贷款行|应…: what is told has a subject of its own
_CASE = re.compile(r"[对将把按在凡由从向以]|特别|必须|一定")
_ITS_OWN = re.compile(
    rf"(?!{_CASE.pattern})[^，。；]{{2,12}}?(?:采[取用]|实行|如下|详见|包括|[为是以])|[^。；]*?，(?!{_CASE.pattern}|并)[^，。；]{{2,8}}(?:(?<![供适响反回相对效])应当?(?!急)|必须|(?<![主重需])要(?!求))"
)
# 其中，区委机构|13个（…）: how many there are
_COUNTED = re.compile(r"\d{1,4}[个名人家所](?:（[^（）]{1,40}）)?[，。；]")
_FIRST = re.compile(r"[^，。；]{1,60}")
_DOER = re.compile(r"(?:单位|部门|机构|企业|公司)$")
_MANY = 4
# the last words before work that is asked for, where 负责 would say who is in charge of it
_ASKS = re.compile(rf"(?:{MODAL.pattern})$")
# 希望|各单位…: what closes a notice and hopes for the best
_WISHES = re.compile(r"(?:希望|望|期望)(?:全[省市区县]|广大)?$")
# 各单位, 各级各部门, 各责任单位: whoever reads the notice
_EVERYBODY = re.compile(
    r"各级(?:领导|党员|机关)*干部|(?:全[院校局厂县区市镇乡]|全体|广大)[^，。；]{0,6}(?:职工|干部|师生|党员|员工|教师|人员|民警|群众)|(?:(?:任务)?(?:牵头|责任|协同|配合|主办|承办)单位|主要(?:领导|负责人|负责同志))"
    r"|(?:全[省市区县镇]|[省市区县]直|[^各]{2,20}(?=各成员单位))?(?:各级?|有关|相关|以上|上述|其他)(?:各|有关|相关|属地|所属|基层|责任|成员|牵头|参与|承办|主办|主管|协办|实施|任务)*"
    r"(?:单位|部门|地区?|[省市区县州镇乡村]|街道|镇街|企业|科室|处室|学院|系|学校|机构|[党团]?组织|方面|镇人民政府|区人民政府|县人民政府)*(?:（[^（）]{1,8}）)?(?:、[^、]{1,8})?"
)
# 指导价是指由物价部门…制定的价格: what a word means
_DEFINED = re.compile(r"[^。；]{1,40}?，?(?:是指|系指|指的是)")
# 2017年8月3日，省水利厅发布…, 会议首先由区教委汇报
_DATED = re.compile(
    r"(?:近日|日前|昨日|前不久|不久前)，|(?:截[至止]|至)(?:目前|今)，|截[至止](?:到)?\d{4}年[^，。；前内]{1,8}[日月底末]，(?=[^。；]{0,40}(?:已|了|累计|共))"
    r"|会议(?:首先|随后|最后|期间|现场|伊始)|[^，。；]{0,4}会上，|(?:于)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?，"
)
# 给予王涛党内警告处分, 责令李敏退还礼金, 对王涛立案审查: what was done to one who is named
_PUNISHED = re.compile(
    r"(?:给予|责令|对)(?P<who>[一-龥]{2,3}?)(?:同志)?(?=党[内纪]|政[务纪]|行政|留党|诫勉|记[大过]|开除|撤销|全[省区市县镇]|通报批评|立案|(?:进行|[作做]出|给予|予以)(?:党|政务|诫勉|立案|通报|批评|处分|书面检[讨查])|停职|批评|退[缴还])"
)
_FAR = 160


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: `opens` before the first numbered part, where the notice says why and what was done, `aims` in a section
    of aims or a list of conditions, `urging` in one of general demands."""

    opens: bool = False
    aims: bool = False
    urging: bool = False


def verdict(words: str, clause: Clause, sentence: Span, owned: bool, place: Place, near: bool = False) -> str | None:
    """Why a clause gives no work, None where it gives some, "" where nothing needs to be said; `owned` in a list of duties whose owner is known.

    `near` where the sentence before it gave work to the same.
    """
    span, work = clause.span, clause.work
    charged = clause.own and work.modal
    called = clause.own and words[clause.actors[0].span.start - 1] == "由"
    alone = "，" not in words[span.slice].rstrip("，")
    if words[span.end - 1] == "的" and (alone or not work.modal):
        return ""  # an offence, or whoever it is told of
    if _THAT_IS_HIS.match(words, clause.main.start):
        return ""
    if alone and not work.modal and _is_thing(words, clause, owned):
        return ""
    if clause.actors and _COUNTED.match(words, clause.actors[-1].span.end):
        return ""
    if words[span.slice].endswith("的，") or _defines(words, clause, sentence):
        return ""  # a circumstance of him whom the next words name
    if _HEADING.match(words, clause.main.start, clause.main.end):
        return ""
    if _SUCCEEDS.search(words, clause.main.start, clause.main.end):
        return TOLD
    if not work.modal and not called and not all(_UNIT.search(one.words) for one in clause.actors) and _BARRED.match(words, clause.main.start, clause.main.end):
        return ""
    if not clause.own and _THING.match(words, span.start, span.end):
        return ""
    if _MADE.search(words, clause.main.start, sentence.end) or (not work.modal and _NO_VERB.match(words, clause.main.start, span.end)):
        return PREAMBLE
    if not charged and _PREAMBLE.search(words, span.start, min(sentence.end, span.end + _FAR)):
        return PREAMBLE
    if not work.modal and _DATED.match(words, sentence.start, sentence.end):
        return TOLD
    if not charged and not called and any(is_name(one["who"]) for one in _PUNISHED.finditer(words, span.start, clause.main.end)):
        return TOLD
    if not charged and ((place.aims and not called) or _PAST.search(words, max(sentence.start, work.start - _FAR), work.start)):
        return TOLD
    if place.opens and clause.own and not work.modal and not called:
        return TOLD
    if work.may and not all(map(_is_state, clause.actors)):
        return ALLOWS
    if not work.modal and not called and _MAY_THEN.match(words, clause.main.start, clause.main.end) and not all(map(_is_state, clause.actors)):
        return ALLOWS
    if work.may and not owned and _CLAIM.match(words, clause.main.start, clause.main.end):
        return ALLOWS
    if not clause.own and not owned and span.start == sentence.start and not (_asked(words, clause) or (near and _goes_on(words, clause))):
        return CARRIED
    bound = words.endswith("应当", span.start, work.start)  # the words of a regulation: they bind
    general = place.urging and _ASKS.search(words, span.start, work.start) and words[span.start] != "请"
    general = general or (charged and not called and not bound and opens_urging(words, clause.main.start, clause.main.end))
    # he is named for it, or has it on his list
    named = called or bound or words.endswith("负责", span.start, clause.main.start) or (owned and not _ASKS.search(words, span.start, work.start))
    general = general or (charged and not named and exhortation(words, clause.main.start, clause.main.end, loose=True))
    general = general and all(_EVERYBODY.fullmatch(one.words) for one in clause.actors)
    wished = clause.own and bool(_WISHES.search(words, sentence.start, clause.actors[0].span.start))
    urged = general or wished or (not named and exhortation(words, clause.main.start, clause.main.end))
    return URGES if urged and not DELIVERABLE.search(words, clause.main.start, clause.main.end) else None


def _is_state(doer: Actor) -> bool:
    """Whether 可 gives a doer a task, and no right."""
    return bool(_STATE.search(doer.words) or (doer.agency and not _FIRM.search(doer.words)))


def _defines(words: str, clause: Clause, sentence: Span) -> bool:
    """Whether a sentence says what a word means; what 负责 or a 由 behind its comma gives is work all the same."""
    if not _DEFINED.match(words, sentence.start, clause.work.start):
        return False
    return not (words.endswith("负责", 0, clause.work.start) or (clause.own and words.endswith("，由", 0, clause.actors[0].span.start)))


def _is_thing(words: str, clause: Clause, owned: bool) -> bool:
    """Whether a clause only names something: 镇级林长巡护事项办理情况; not what is looked into, nor a duty in a list."""
    if clause.own:
        state = words[clause.span.slice].rstrip("，").endswith("情况")
        return state and not _LOOKS_INTO.match(words, clause.main.start, clause.main.end)
    return not owned and bool(_NOUN.search(words, clause.span.start, clause.span.end)) and not _ACTS_ON.match(words, clause.span.start)


def _asked(words: str, clause: Clause) -> bool:
    """A sentence without a doer that asks for something: 要…, 对存在的问题，要…, …前报区政府."""
    start, end = clause.main.start, clause.main.end
    linked = words.startswith(("同时", "并"), clause.span.start)
    return clause.work.modal or linked or bool(_LATER.match(words, start, end) or DELIVERABLE.search(words, start, end))


def _goes_on(words: str, clause: Clause) -> bool:
    """A sentence without a doer that begins with what the doers of the one before do next: 加大排查力度."""
    start, end = clause.main.start, clause.main.end
    sure = len(clause.actors) <= _MANY and all(one.agency or one.group or _DOER.search(one.words) for one in clause.actors)
    if not sure or clause.work.start != clause.span.start or _SOFT.match(words, start, end) or _ITS_OWN.match(words, start, end):
        return False
    first = _FIRST.match(words, start, end)
    return bool(_CASE.match(words, start)) or not (first and any(modals(words, start, first.end())))
