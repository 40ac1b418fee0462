"""Doers known by nothing but what they stand before: 由|县|统一管理, 省级|负责, 驻县各单位|应当, 镇|将建立….

`standing` says where such a name ends.
"""

from __future__ import annotations

import re

from extract.duties.nouns import NOT_FIRST

# 由县管理, 要由省、市、自治区统一安排: a level for its government
_ALONE = re.compile(
    r"国家|其?本人(?=[向提申办填书持签自按承负在于])|(?:省、市、自治区|省、自治区、直辖市)(?![一-龥]{0,6}(?:机关|部门|政府|[厅局委]))"
    r"|单位(?=负责|承担|统一|自行|组织(?!部)|安排|管理|缴纳|支付|给予|提出|出具|申[请报]|按|根据|为)"
    r"|[省市县区镇乡村](?=(?:再|另行|逐级|直接|分别)?(?:统一|统筹|管理|负责|组织(?!部)|安排|各?承担|自行|审[批查核]|批准|制定|供应|增拨|分配|汇总|编制|上报|核[定准发]|落实|筹[集措]|调剂|平衡|下达|掌握))"
)
# 省级负责统筹
_LEVEL_ASKED = re.compile(
    r"(?:[省市县区镇乡村]|(?:[省市县区镇乡村]、?){2,4}[两三四])级"
    r"(?=负责|牵头|要(?!求)|应|须|(?:审[核批定查]|[初复终会]审|复[核查]|验收|抽查|自查|核[查定]|备案)(?=$|[，。；]))"
)
# 驻县各单位, 中央在岚企业: who lies in a place and is governed from elsewhere
_STATIONED = re.compile(
    r"(?:(?:中央|国家|[部省市]属)?驻(?![村地校点])|(?:中央|国家|部属|外地)在)[一-龥]{1,2}?(?:各|有关)*"
    r"(?:企事业单位|单位|企业|机构|部队|高校|院校|金融机构|新闻单位|媒体)"
    r"|[一-龥]{2,8}驻(?:各地|各省[^，。；：（）]{0,14}|[一-龥]{2,4}?)[一-龥]{0,8}(?:办事处|专员办|特派办|监管局)"
)
# 由党委会议|审议批准…
_MEETING = re.compile(r"[^，。；：、的]{2,12}(?:会议|大会|办公会|常务会|党委会)(?=(?:集体)?(?:讨论|研究|审议|表决|投票|决定|批准|通过))")
# 单位和个人|应当: everybody
_UNITS_AND_ALL = re.compile(
    r"(?:(?<![一-龥])|(?<=[和及与或条]))单位(?:(?:和|或者?|及|与)个人(?=，?(?:均|都|不?得|必?须|应|要|在))|(?=[均都]?(?:应|必?须|要))"
    r"|和个人(?=[^，。；：的]{2,16}，(?:[均都]应?|应当|必?须)))"
)
# 原单位|应当为其保留待遇
_UNIT_OF = re.compile(r"(?:原|现|所在|原所在|原工作|派出|接收)单位(?=[均也]?(?:应当?(?!急)|必?须|要(?!求)|负责|可以?|按照?|给予|为其|不得))")
# 镇|将建立“红黑榜”制度
_WILL = re.compile(r"(?:(?<![一-龥])|(?<=[条年])|(?<=下一步))[省市县区镇乡村](?=将(?=[建开组继加进对定每统依持充])(?!建成|进入|进一步成|对外))")


def standing(words: str, start: int, end: int, bold: bool) -> int:
    """Where the name ends of one known by where he stands, 0 where none does; `bold` where 由 stands before him.

    >>> standing("县再分配到各乡镇", 0, 8, True), standing("省级负责统筹", 0, 6, False), standing("县城建设", 0, 4, True)
    (1, 2, 0)
    """
    found = (_ALONE.match(words, start, end) if bold else None) or _LEVEL_ASKED.match(words, start, end)
    found = found or (_MEETING.match(words, start, end) if bold and not NOT_FIRST.match(words, start) else None) or _STATIONED.match(words, start, end)
    found = found or _UNITS_AND_ALL.match(words, start, end) or _WILL.match(words, start, end) or _UNIT_OF.match(words, start, end)
    return found.end() if found else 0
