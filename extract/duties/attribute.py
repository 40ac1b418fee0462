"""What is said of something that a body has, and not of what it does: 评价中心|经费主要用于开展研究."""

from __future__ import annotations

import re

from extract.lexicon import either, table
from extract.speech import cut

_WORDS = table("duties")["attributes"]
_STATIVE = table("duties")["stative"]
_SAID = rf"(?:{either(_STATIVE['adverbs'])}){{0,2}}(?:{either(_WORDS['predicates'])}|{either(_STATIVE['verbs'])})"
_CASES = [word for word in _WORDS["takes"] if len(word) < 2]
_TAKES = either([word for word in _WORDS["takes"] if len(word) > 1])
# 经费主要用于…, 经费|的使用和管理接受…; 举办单位为…
_HAD = re.compile(
    rf"(?!{either(_CASES)})(?P<of>[一-龥]{{0,6}}?)(?:(?:{either(_WORDS['nouns'])})(?:的[一-龥]{{2}}(?:[、和与][一-龥]{{2}}){{0,2}})?{_SAID}"
    r"|(?:单位|机关|部门|机构|占地)(?:[是为]|面积)|每(?:学期|[日天周月年])[一-龥]{0,4}(?:时间|课时|次数|数量))"
)
_BREAK = re.compile(rf"[的和与及对将把按向在于由]|{_TAKES}")  # 统筹安排|资金
# 根据本办法获得的补助|免征…, 提高服务水平的经验|值得推广
_WHICH = re.compile(rf"(?!{either(_CASES)}|{either(_WORDS['causes'])})[^，。；：、的]{{2,16}}的(?P<noun>[一-龥]{{2,6}}?){_SAID}")
_PAPER = re.compile(rf"(?:(?:19|20)\d\d年度?)?(?P<name>[一-龥]{{2,24}}(?:{either(_WORDS['papers'])}))(?=$|[。；，])")
# 工作规则, 监督电话, 审核意见, 办理结果: two words, and nobody does the one to the other
_NAMED = re.compile(
    r"(?:工作(?:规则|守则|须知|流程|章程|手册)|(?:监督|咨询|举报|投诉|服务|联系|值班|报修|求助|热线|受理)电话|(?:审[核批查]|初审|复审|复核|评审|推荐|考核|验收|办理|处理|批办|拟办)(?:意见|结果)|(?:检查|抽查|考评|评[估价选]|调查|[监检]测|普查|排查|核查|处置|执行|完成)结果"
    r"|(?:采购|租赁|承包|劳动|施工|买卖)(?:合同|协议)|整改台账|值班(?:安排)?表|(?:办理|受理|审批|服务|申报)流程|[一-龥]{2}情况(?:通报|汇报|说明|报告|表))(?=$|[。；，：])"
)
_VERB = re.compile(either(table("duties")["verb"]))
DRAFTS = re.compile(r"(?:建立健全|建立|健全|修订|制[定订]|拟[定订]|起草|草拟|出台|编印)(?!的|中|和)")  # 制定方案, which a dictionary has for one noun
_BOTH = ("合作", "交流", "协作", "配合", "沟通", "协调", "衔接", "联系", "服务", "管理", "监督", "保护", "利用", "指导")  # 加强…的交流与|合作
_MANNER = re.compile("严格|认真|及时|定期|切实|主动|如实|按时")  # 严格执行|交接班制度, for one word in a dictionary
_FEW = 3  # of two words the first may be a verb: 审查|方案


def of_a_thing(words: str, at: int, end: int) -> bool:
    """Whether the words behind a body begin with something of it, of which the rest is said.

    >>> of_a_thing("经费主要用于开展研究", 0, 10), of_a_thing("拨付经费用于开展研究", 0, 10)
    (True, False)
    """
    found = _HAD.match(words, at, end)
    if found and not _BREAK.search(found["of"]):
        return True
    which = _WHICH.match(words, at, end)
    nouns = cut(which["noun"]) if which else ()
    both = which is not None and words[which.end() - 1] == "与" and words.startswith(_BOTH, which.end())  # 加强…的交流与合作
    ends = which is not None and (words.startswith("系", which.end("noun")) and words[which.end("noun") - 1] in "体关联派")  # 指标体系
    return bool(nouns) and not (both or ends) and all(part[:1] in "nbajmv" for _, part in nouns)


def is_paper(words: str, at: int, end: int) -> bool:
    """Whether the words behind a body are the name of a paper: 改革试点方案; not 研究制定工作方案, which says what it does."""
    if _NAMED.match(words, at, end):
        return True
    found = _PAPER.match(words, at, end)
    parts = cut(found["name"]) if found else ()
    if DRAFTS.match(words, at, end) or _MANNER.match(words, at, end) or any(_VERB.fullmatch(word) and part != "vn" for word, part in parts):
        return False
    nouns = all(part[:1] in "nbajlm" or part == "vn" or word in "及和与" for word, part in parts)
    alone = bool(parts) and (parts[0][1][:1] in "nbl" or parts[-1][0][-1] == "表")
    return nouns and (len(parts) >= _FEW or alone)
