"""主送机关: to whom a notice is sent, the line under the title that ends in a colon (GB/T 9704 7.3.2)."""

from __future__ import annotations

import re

from kg.model import Gap, Span

from extract.head.page import Page

# the last word of an agency or of a group of agencies
_TAIL = (
    r"政府|公署|委|委员会|办|办公室|办公厅|局|总局|厅|部|部门|处|院|会|联合会|协会|学会|室|科|公司|集团|厂|矿|行|银行|分行|支行|社|站|所|队|支队|总队|中心|"
    r"学校|大学|中学|小学|学院|医院|高校|单位|机构|机关|企业|团体|组织|街道|镇|乡|村|社区|居委会|村委会|党组|党委|党支部|党总支|支部|工委|园区|新区|开发区|管理区|区|县|市|省|州|盟|旗|"
    r"法院|检察院|司令部|政治部|军区|兵团|农场|林场|代表|委员|同志|先生|女士|各界|用户|居民|市民|群众|职工|人员|干部|成员|负责人|主任|局长|处长|书记|县长|镇长|区长|市长|省长|党员"
)
_LINE = re.compile(r"[^。；：！？《》〔]{2,600}：")
_LAST = re.compile(rf"(?:{_TAIL})(?:（[^（）]{{1,30}}）)?$")
_NOT = re.compile(r"关于.*的(?:通知|意见)|(?:如下|以下|下列|事项|内容|意见|目的|原则|是|为|要求|说明|指出|附件?|来源|日期|时间|单位名称|编号|字号|主题词|标题|地点|电话|联系人)$|第[一二三四五六七八九十\d]+[条章]")


def addressee_at(page: Page, at: int) -> Span | None:
    """The line of addressees that begins here, with its colon; None where none does."""
    found = _LINE.match(page.words, at)
    if not found:
        return None
    words = found[0][:-1]
    if _NOT.search(words) or not _LAST.search(words):
        return None
    # a label with its content on the same line is no addressee: 责任单位：区财政局
    whole_line = page.breaks(found.end(), Gap.SPACE)
    if not whole_line and len(words) < 5 and not words.endswith(("府", "会", "局", "委", "院")):
        return None
    return Span(at, found.end())
