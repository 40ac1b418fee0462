"""What a notice asks of those it is sent to, without naming them again: `请于12月20日前将工作总结报送区政府办公室`.

Only what can be handed in counts (a paper, a return, a plan); 请认真贯彻执行 closes every notice and asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.duties.clause import split
from kg.model import Head, Span

_ASKS = re.compile(r"(?:现|特|敬)?请(?![示假求问勿愿教你您])(?:务必)?")
# what is handed in, or made for the writer
_PAPER = re.compile(
    r"报送|上报|呈报|填报|填写|反馈|提交|(?:制定|制订|编制|拟定|出台)(?!的)|(?<![通公简预举汇申])报(?:至|到|给|我|[省市县区州镇乡][\u4e00-\u9fff]{1,14}[局委办厅院部处科室会心府组]"
    r"|[\u4e00-\u9fff]{2,16}(?:办公室|领导小组|指挥部|[处科股室部]))|[发寄交]送?[至到](?=[^，。；]{2})"
)
# whoever has a question, or wants to: nobody is asked
_CASE = re.compile(r"(?:遇|如|若|发现|存在|对[^，。；]{2,20}有)[^。；]{0,16}(?:问题|情况|意见|建议|异议|疑问|需要|变[动化]|不明)|有意|欲")
_SERVES = re.compile(r"[^，。；]{0,20}(?:联系|咨询|登录|下载|扫描|点击|查收|予以?(?:审|批|核|支持|公))|径向")


def asked(words: str, sentence: Span, head: Head) -> Iterator[Span]:
    """The work that a sentence of the letter itself asks of the addressees, if it asks for any.

    >>> text = "现印发给你们，请结合实际制定实施方案，于11月底前报送区政府办公室"
    >>> head = Head("", Span(0, 0), addressees=(), addressees_span=Span(0, 0))
    >>> [text[span.slice] for span in asked(text, Span(0, 33), head)]
    ['结合实际制定实施方案，于11月底前报送区政府办公室']
    """
    to = head.addressees_span
    printed = min((text.span.start for text in head.carried if text.printed), default=len(words))
    if to is None or not to.end <= sentence.start < printed:
        return
    for piece in split(words, sentence, "；"):
        for part in split(words, piece, "，"):
            ask = _ASKS.match(words, part.start, part.end)
            if not ask:
                continue
            work = Span(ask.end(), piece.end)
            if _PAPER.search(words, work.start, work.end) and not (_CASE.search(words, piece.start, ask.start()) or _SERVES.match(words, work.start)):
                yield work
            break
