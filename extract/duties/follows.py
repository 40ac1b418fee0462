"""What follows a name where it is a doer: a modal, 负责, a predicate, what is told of him."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.duties.actor import Actor
from extract.duties.levels import levels
from extract.duties.names import CHIEF, POST
from extract.duties.nouns import NO_PART, OFFICE
from extract.duties.objects import goes_on, is_object
from extract.duties.phrase import modals
from extract.duties.predicate import CHARGE, MODAL, THERE, WHEN, starts_work
from extract.speech import cut

# what a doer that is told of, or given work jointly, may be followed by
_TOLD = re.compile(r"[是为]|设在|设于|作为|下设|[担兼]?任(?!务|何|命|职|意)|在[^，。；]{2,20}下设|分别|共同|联合|等")
# 放射科|对危急值应…, 承储企业|储存储备粮应…: what he is asked about, or does, before the modal
_ABOUT = re.compile(
    r"[对将按]|(?:从事|储存|运输|销售|购买|采购|收购|出售|出租|转让|处置|经营|生产|加工|招用|录用|聘用|拆除|修建|安装|改建|举办|承办|变更|发现|委托|发布|收集|采集|使用|占用|新建|开采|开办|开展|排放|采伐|砍伐|捕捞|养殖|种植|运送|聘请|安装|设置|申报|印刷|进口|出口|维修|燃放|饲养|利用|签订|招收|进入|参加|驾驶)(?![^，。；]{0,20}的)"
)
# 服务点|对快件进行消毒
_GIVES = re.compile(
    r"对[^，。；]{2,30}?(?:进行|开展|实行|实施|予以|给予)(?!的)"
    r"|将[^，。；]{2,40}?(?:发放|报送|报(?=[一-龥])|呈|上报|纳入|列入|送达|移交|移送|提交|告知|通报|反馈)(?!的)"
    r"|根据[^，。；的]{2,24}?(?:提出|编写|编制|制定|填写|填报|拟定|撰写|核定|审核|进行|办理|组织|安排)(?!的)"
)
# what shows that the name before it is whole
_SURE = re.compile(r"对(?!接|外|应)|按|根据|每|将|进行|在|分别|共同|联合")
# 收费标准由省物价局|规定, 项目由发改委|立项: a dictionary has it for a noun, or not at all
_RULES = re.compile(
    r"(?:(?:另行)?规定|主管|定|[记付收领补退拨购运修][一-龥]{1,4}|(?!解释|同意|代章|主任|书记|主席|经理|秘书|教师|老师|学生|家长|专家|代表|公司|集团|机关|系统|内部|下属|干部|职工|领导|同志)[一-龥](?![长办科处室股部局委会站所队组厅院校人员者方户社区县市乡镇村])[一-龥])(?=$|[，。；])"
)
# 其他经济|组织, 县机构|编制委员会: the verb is part of a name
_ORGANISATION = re.compile(
    r"(?<=经济|社会|合作|中介|党团|群团|群众|自治)组织|(?<=机构)编制(?=委|办|管理|部门|事项|监督|纪律|工作|规定|实名)"
    r"|(?<=医院)感染(?=管理|控制)"
)
# 由申请人|到窗口领取证书
_GOES = re.compile(rf"(?:到|前往|赴){THERE}")
# 由建设单位|确定的监理单位: the name is longer
_LONGER = re.compile(r"(?![按对在根将于从向把依以与同])(?P<by>[^，。；的、]{1,6})的(?!确|话)")
_A_LEVEL = re.compile("[省市县区镇乡村]级")  # 县级|审核
_UNIT = re.compile(r"(?<=[一-龥]{2})(?:[科处股]|学院)$")  # 医务科: what an institution calls its parts
_HELD = re.compile(r"(?:主任|书记|支书|(?<=[一-龥])[一-龥]长)$")  # 护士长, 车间主任: whoever holds it
_ANY = re.compile(r"部门|单位|机构|机关|人员|干部|领导")  # |部门|监管信息…: of any, nobody in particular
_CHIEF_HOUSE = re.compile(r"总[局署行社队]")
# 承办法官|接案后五日内…: by when is asked of him
_DUE = re.compile(r"(?:[^，。；的]{1,12}后|在|应?于)?[一二三四五六七八九十\d]{1,3}个?(?:工作日|日|天|小时|月)(?:之|以)?内")
# 保健医生|每天进行晨检
_EVERY = re.compile(r"每(?:天|日|周|月|季度|学期|班|年(?!享|按))(?!每)")
# 教师|立即组织幼儿撤离; not 企业|迅速发展
_AT_ONCE = re.compile(r"(?:立即|立刻|马上|迅速|第一时间)(?=[组报赶打拨切关疏抢启通上联清集到前采进开停撤救转引对向将把按])(?!上升|开始|到来|进入|[一-龥]{2}了)")
# 学生|凭证件领取器材, 家长|填写登记表: what people do where something is arranged for them
_PEOPLE = re.compile("(?:[生师工民户客]|家长)$")
_PROCEDURE = re.compile(
    r"(?:凭|持|携带?)[^，。；的]{2,24}?(?:[到向在]|办理|领取|登记|报到|进入|参加|签[到字])|(?:填写|提交|归还|领取|登录|上传|出示|交[还回])(?!了|的)[^，。；的]{2,20}(?<![份元人次个件])(?=$|[，。；])"
    r"|[向到于在自][^，。；的]{2,24}?(?:提交|提出(?:书面)?申请|办理|报到|领取|登记|报名|归还)(?!了|的)"
)
_TOGETHER = re.compile(r"，(?:会同|会商|联合|商(?=[省市区县有各主]))")  # 护士长|，会同保卫科…
# a place that is named without its government does nothing by itself
_PLACE = re.compile(r"(?<![军战分备])[镇乡县市区村州]$")
# 省政府|管理专利工作的部门的工作人员: the name is part of a description
OF_OFFICE = re.compile(
    r"(?:负责|主管)[^，。；的]{2,14}的(?:部门|机构|单位|机关|人员)$"
    r"|(?![对将把按在根由])[^，。；的]{2,14}的(?:部门|机构|单位|机关|人员|工作人员)(?=（(?:以下|下)?[简统]称[^（）]{2,20}）|[的应要须将按]|负责|违反|主管"
    r"|(?<!单位)(?<!人员)(?:对|依法|会同|统一|可以|不得|责令|给予|处以|没收|吊销|受理|审批|批准|制定|规定|备案|审查|决定))"
)
_FAR = 40  # a modal later than this is another's


def surely(words: str, doer: Actor, at: int, end: int) -> bool:
    """Whether what follows a name shows that it is whole."""
    if MODAL.match(words, at, end) or CHARGE.match(words, at, end):
        return True
    known = doer.agency or (OFFICE.search(doer.words) and _plain(doer))
    return bool(known and _SURE.match(words, at, end))


def accepted(words: str, doer: Actor, at: int, end: int, bold: bool, known: Callable[[Actor], bool]) -> bool:
    """Whether what follows a name is what follows a doer; `bold` where 由 stands before him, `known` whether the notice asks him elsewhere."""
    follows = MODAL.match(words, at, end) or _TOLD.match(words, at, end) or (bold and (_RULES.match(words, at, end) or _GOES.match(words, at, end)))
    if not (follows or starts_work(words, at, end)) or _ORGANISATION.match(words, at, end):
        return False
    longer = _LONGER.match(words, at, end) if bold else None
    if OF_OFFICE.match(words, at, end) or (longer and cut(longer["by"])[-1][1] == "v"):
        return False
    return bold or (doer.agency is not None and not _place(doer)) or _charged(words, doer, at, end) or known(doer)


def governed(words: str, doer: Actor, at: int, known: Callable[[Actor], bool]) -> bool:
    """Whether a doer whom nobody asks is what a verb is done to: 配备|保洁人员|负责保洁."""
    if MODAL.match(words, at):
        return False
    return is_object(doer.words) or (goes_on(words, doer.span.start, doer.words) and not known(doer))


def _place(doer: Actor) -> bool:
    return not doer.group and bool(_PLACE.search(doer.words)) and doer.words[0] not in "你我本贵"


def _charged(words: str, doer: Actor, at: int, end: int) -> bool:
    """A place, or a doer that is no agency, needs the words that charge him, unless he can only be a doer (承办单位)."""
    if doer.words[0] in "你我本贵" or _CHIEF_HOUSE.fullmatch(doer.words):
        return doer.words[0] in "你贵" or words[at] == "将"  # 我委将组织检查; 我省有…
    plain = _plain(doer)
    office = OFFICE.search(doer.words) or POST.search(doer.words) or CHIEF.fullmatch(doer.words) or _HELD.search(doer.words)
    office = office if plain and not _ANY.fullmatch(doer.words) else None
    asked = (rule.match(words, at, end) for rule in (MODAL, CHARGE, WHEN, _DUE, _EVERY, _TOGETHER))
    later = _GIVES.match(words, at, end) or (_ABOUT.match(words, at, end) and any(modals(words, at, min(end, at + _FAR))))
    part = plain and not doer.group and _UNIT.search(doer.words) and not NO_PART.search(doer.words)
    each = plain and doer.group and doer.words[0] == "各"
    at_once = plain and _AT_ONCE.match(words, at)
    procedure = plain and _PEOPLE.search(doer.words) and _PROCEDURE.match(words, at, end)
    will = len(doer.words) == 1 and words.startswith("将", at)  # 镇|将建立…
    return bool(at_once or procedure or will or office or part or any(asked) or later or each or _ranked(doer))


def _ranked(doer: Actor) -> bool:
    """县级|审核; 自治州、县人民政府|按照职责…: what several levels have."""
    return bool(_A_LEVEL.fullmatch(doer.words) or levels(doer.words, 0, len(doer.words)))


def _plain(doer: Actor) -> bool:
    """Whether a doer is not told by what he does or has; 设区的市 is a level."""
    return "的" not in doer.words.replace("设区的市", "")
