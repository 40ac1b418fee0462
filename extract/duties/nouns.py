"""Nouns that name a doer and are no agency: 施工单位, 各级河长, 申请人, 县人民政府确定的审核机构."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.lexicon import either, table
from extract.mentions.agency import agencies_in, is_agency
from extract.speech import cut, first_tag

_WORDS = table("duties")["doers"]
_WORDS_OF_FIELDS = table("agencies")["fields"].split()
_FIELDS = frozenset(_WORDS_OF_FIELDS)
_FIELD = max(map(len, _FIELDS))


FIELD = re.compile(either(_WORDS_OF_FIELDS))
# 资产管理员, 信息员: who does it by his office
_STAFF = r"(?<=[一-龥])[一-龥]员(?=[、，和及与应要须将需必在对按负由每具根]|定期|及时|参照)(?<![人动派]员)(?<!(?<!安)全员)"
# 饲养户, 受托人, 寝室长: by its last character one who acts, where what follows asks him
_ASKED = r"(?=[、和与或]|应(?!急|用|对|收|税|付|届|征)|须|要(?![求点素件])|必须|负责|承担|每(?:[日天周月年]|季度?))"
_DOING = (
    rf"(?:(?<=[一-龥])(?<![账帐门窗开客落租住])户|(?<=[一-龥]{{2}})[店厂商])(?:$|{_ASKED})"
    rf"|(?:(?<=[一-龥]{{2}})(?<![或前后再两二三何其违])者|(?<=[一-龥]{{2}})(?<![每个本他何专])人"
    rf"|队伍|(?<=[一-龥]{{2}})(?<![施动加竣开完复分返停民罢监义怠手])工){_ASKED}|(?<=[一-龥]{{2}})(?<![成增生延较特专所部最很之身全边波时])长(?=[^期效远途达于级城江沙征春度处才假足势孙子辈年廊短宽高助])"
    r"|(?<=[一-龥])(?:主任(?=[^级委科医]|委[托派])|书记(?=[^处员])|支书(?=.))"
    rf"|(?:{either(_WORDS['asked'])})(?:$|{_ASKED})"
)
_TREASURY = r"财政(?!预算|决算|收支|收入|支出|教育|体制|政策|拨款|困难|专户|(?:补助|补贴|奖补)标准|投资[是和])"
_PRESS = "报社(?![区会保])"
_EACH = r"(?:(?<=各)|(?<=各[一-龥])|(?<=各[一-龥]{2}))户"  # 各户, 各饲养户
END = re.compile(rf"{either(_WORDS['end'])}|{_PRESS}|[国校]办(?![发函字电〔])|{_STAFF}|{_DOING}|{_EACH}|{_TREASURY}")
GROUP = re.compile(either(_WORDS["group"]))
# what begins like such a verb and names one who acts: 指导教师, 报案人
_NOT_NEVER = (
    r"指导(?:教师|老师|员|专家|医师)|执行(?:法官|员|机构|人员|主体|单位|局|董事)|辅导(?:员|教师|老师)|有权(?:机关|部门|单位)|组成(?:人员|部门|单位)"
    r"|(?:维护|推广|实施|执行)(?:[一-龥]{2})?(?:单位|机构|部门|人员|企业|公司)"
    rf"|{_PRESS}|报[案名告送建考关]{{1,2}}(?:人|者|单位|企业|人员)"
    r"|(?:委托|授权|依托|配合|协助|协同|支持|帮扶|组织|接受|服务|联系|审定|查处|参与|建议|推荐)(?:单位|方|主体)$"
)
NEVER = re.compile(rf"(?!{_NOT_NEVER})(?:{either(_WORDS['never'])})")
# what a noun of a doer cannot begin with: then it is the object, a circumstance, or a new clause
NOT_FIRST = re.compile(
    rf"使(?!用)|用[于作来]|了|任期|应(?!急)|(?!经治|从业)[是对将把向给为以于从被按由因如若当要须可不也都还并且而但则即是无没至到在与和及等其者]"
    rf"|经(?![营济纪办销理发信贸检治])|经办(?=公室|公厅|事处)|{NEVER.pattern}|管理(?!单位|部门|机构|机关|人|者|员|责任)|设(?![计区施备])|监督(?=施工|建设|企业|各|相关|有关|经营|生产|单位|养老|物业)|发动|主动"
)
# 有条件的单位, 县人民政府确定的审核机构: a doer told by what it is or does
COUNTED = re.compile(r"[“”\d]|[一两二三四五六七八九十]名")
DESCRIBED_FIRST = re.compile(r"[有在因未从经被尚已凡不拟受]|接受|参与|承担|具有|符合|具备|纳入|列入|使用|负有|拥有|申请|涉及|负责|管理|举办|建设|发现")
# 查处举报案件的部门: a verb whose object is a thing
HANDLES = re.compile(r"(?:查处|处罚|受理|解决|移送|抽查)(?![^的]{0,6}(?:单位|企业|部门|机构|人员|[人者])的)")
NOT_DESCRIBED = re.compile(
    r"同时|书面|告知|通知|对(?!外(?!出)|[^的]{2,24}(?:实施|进行|负有|行使)[^的]{2,12}的(?:部门|机构|机关|单位)$)"
    r"|[是并将把向给为以由按请让]|有权|有[一二三四五六七八九十\d]+分之|使(?!用)|督促|要求|指导|鼓励|支持|根据|按照|通过"
)
# verbs by the dictionary that 公文 use as nouns in names of doers
NOUN_VERBS = frozenset(_WORDS["noun_verbs"])
# 承办单位, 申请人: after these a verb before it is part of the name
OFFICE = re.compile(
    r"(?:[在发属当]地[^的]{0,4}政府|单位|部门|机构|机关|主体|方|人|者|员|处室|科室|[河路林田湖片组所]长|组|(?<=[一-龥]{2})(?<![督承主交协包经])办"
    r"|^(?:政府|[农国校党院厂])办|委员会|(?:代表|会员|股东|职工|村民|业主|家长|全体)大会|[理监董]事会|股东会|(?:村民|居民|业主)(?:代表)?会议|职代会|编委会|编辑部|指挥部|办公室|地区|各地|镇街|乡镇|(?:领导|负责)?同志|领导|干部|民警|双方|组织|财政)$"
)
# 保卫处, 教务科: what an institution calls its parts
PART = re.compile(
    r"(?:(?<=[一-龥]{2})(?:处(?!于(?![\d每次当本一二三四五六七八九十]))|科|股|室|部|馆|队|站|所|办)|(?<=[处科室部办])（[处科室部办]）)(?=[、，和及与于在要应须负牵承配协主是对将按每凭]|必须|根据|依据|会同|定期|及时|统一|组织|汇总|审核|开展|制定|编制|建立|统筹|整理|提供|$)"
)
NO_PART = re.compile(r"(?:[布开]局|场所|厕所|内部|全部|干部|车站|网站|之处|一部|用处|好处|到处|何处|多处)$")
# a heading of a list, not a doer
TOPIC = re.compile(
    r"(?:工作|组织|领导|办事|内设|直属|协调|议事|专门)?机构$|成员单位$|组成人员$|人员$|责任(?:单位|部门|主体)$|单位$|领导$|干部$|组织$"
)
# in which things are counted
UNIT_OF = re.compile(r"(?:计量|度量衡|货币|记账|长度|重量|面积)单位$")
# 审核机构 behind 同级人民政府: the kind of a part, behind a verb of its work
_PART_KIND = re.compile(r"(?:机构|部门|单位|机关|人员|科室|处室|组)$")
# 国务院|退役士兵安置工作主管部门: the office of a government that is known by its work
_IN_CHARGE_OF = re.compile(r"[^，。；的与和由对将]{2,16}(?:工作|行政|业务)(?:主管|管理)?(?:部门|机关|机构)")
# 建设（规划）|行政主管部门: what else the field of an office is called
FIELD_ASIDE = re.compile(r"（[一-龥、]{2,10}）(?=(?:行政)?(?:主管|管理)?(?:部门|机关|机构))")
_SENT_TO = re.compile(r"抄?[告送报](?=[省市县区国][^、])")  # 并告|省计划委员会
_ACTS = frozenset("是有为请商报送交设派抓管给签批赴听查做搞要应须加")  # verbs that stand alone
_ASIDE = frozenset("的时前后中内上下")


# 区直各部门: a dictionary has 区直 for a verb
_OF_LEVEL = re.compile("[省市区县州镇乡][直级属]")


@lru_cache(maxsize=65536)
def urged(name: str) -> bool:
    """Whether a name is a verb and its object: 检查各地, 指导基层文化馆, 成立联合采购办公室.

    >>> urged("指导企业"), urged("监督管理部门")
    (True, False)
    """
    if _SENT_TO.match(name):
        return True
    if GROUP.match(name) or begins_field(name) or _OF_LEVEL.match(name):
        return False
    never = NEVER.match(name)
    if never and len(name) > never.end() + 1 and _objective(name, never.end()):
        return True
    first = len(cut(name[:8])[0][0])
    for size in (2, 4):
        if first > size:
            continue  # 会计师事务所: no 会计
        verb = NOT_FIRST.match(name)
        if (first_tag(name[:size])[:1] == "v" or (verb and verb.end() == size)) and len(name) > size + 1:
            rest = name[size:]
            if GROUP.match(rest) or rest.startswith(("基层", "农村")) or is_agency(rest):
                return not name.endswith(("中心", "办公室", "小组", "委员会")) or bool(GROUP.match(rest))
    return False


def begins_field(name: str) -> bool:
    """Whether a name begins with a field of work that only begins like a verb: 发展改革部门."""
    verb = NEVER.match(name)
    size = max(verb.end() if verb else 0, 2)
    return any(name[:end] in _FIELDS for end in range(size + 2, min(len(name), _FIELD + 1)))


def _objective(name: str, size: int) -> bool:
    """A verb that takes bodies for its object, and behind it something with a name of its own."""
    rest = name[size:]
    return bool(END.fullmatch(rest)) or len(rest) > 3


def whole_words(parts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Characters that the dictionary leaves alone side by side are one word of the trade: 承|储|企业."""
    found: list[tuple[str, str]] = []
    for word, flag in parts:
        alone = len(word) == 1 and flag[0] not in "pdcuyrfxm" and word not in _ASIDE and word not in _ACTS
        if alone and found and len(found[-1][0]) == 1 and found[-1][1][0] not in "pdcuyrf":
            found[-1] = (found[-1][0] + word, "n")
        else:
            found.append((word, flag))
    return found


def _part(rest: str) -> bool:
    """What may follow a whole name of a body in a longer one: 审核机构 behind 同级人民政府; 督促施工单位 may not."""
    each = GROUP.match(rest)
    rest = rest[each.end() :] if each and each.end() < len(rest) else rest
    parts = cut(rest)
    if NEVER.match(rest):
        return False
    if _IN_CHARGE_OF.fullmatch(rest) or END.fullmatch(rest):
        return True
    if parts[0][1][:1] != "v" or parts[0][0] in NOUN_VERBS:
        return True
    return len(parts) == 2 and bool(_PART_KIND.match(parts[1][0]))


def first_agency(name: str) -> int:
    """Where the body ends that begins a name; 0 where none does."""
    return next((one.span.end for one in agencies_in(name) if one.span.start == 0), 0)


def second(name: str) -> bool:
    """Whether a body and its verb begin a name: 区水务局|督促施工单位."""
    return 2 < (ends := first_agency(name)) < len(name) and not _part(name[ends:])
