"""Where the words of a doer end though nobody is given work behind them: （区民政局应当调解，）单位应当承担赔偿责任."""

from __future__ import annotations

import re

from extract.duties.actors import Actor, Actors
from extract.duties.phrase import modals
from extract.duties.predicate import MODAL
from extract.duties.subject import CIRCUMSTANCE, lead
from kg.model import Span

# （主管检疫工作，）其执行机构是…, （对安全负责，）具体职责如下, （应当执行，）兹…指示如下
TAIL = re.compile(
    r"其[^，。；：]{1,10}(?:机构|部门|单位|机关)[是为]|[^，。；：]{2,16}(?:是[^，。；：]{0,12}|为[^，。；：]{0,8}(?:第一|直接|主要|具体))责任人$"
    r"|(?:其|具体|主要|工作)*(?:职责|分工|任务|事项|办法|要求)(?:分别)?如下：?$|(?:任何|一切)[^，。；的]{1,10}(?:不得|都?不能|[均都]有)|被[^，。；]{1,12}的[^，。；的]{1,8}应当|[^，。；]{0,16}由[^。；]{2,160}组成$|(?:特此|兹(?=[^，。；：]{2})).*|(?:指示|通知|通告|规定|意见)如下：?$"
)
_TELLS = re.compile(rf"(?:{MODAL.pattern})(?!在|按|于)|不得|有权|[^，。；的]{{1,12}}的[^，。；的]{{1,8}}(?:应当?(?!急)|必须|(?<![主重需必首])要(?![求点素件]))")
# 企业|在价格方面应当…
_OF_WHAT = re.compile(r"在[^，。；：]{1,14}(?:方面|[中上]|期间)，?(?:应当?|必须|要|履行)")
_FARTHEST = 40


def is_another(actors: Actors, segment: Span) -> bool:
    """Whether a segment is about another than the doer before it: 任何单位不得阻挠, 局长是第一责任人."""
    words = actors.words
    if TAIL.match(words, segment.start, segment.end):
        return True
    return not CIRCUMSTANCE.search(words, segment.start, segment.end) and bool(bound(actors, segment))


def bound(actors: Actors, segment: Span) -> tuple[Actor, ...]:
    """The doers that begin a segment and are asked for something there, be it work or not: 申请人|应是品行良好, 科室|收到的文件要及时报送."""
    words = actors.words
    start = lead(words, segment)
    named, stop = actors.leading(Span(start, segment.end))
    if named and _TELLS.match(words, stop, segment.end):
        return tuple(named)
    first = next((at for at in modals(words, start, min(segment.end, start + _FARTHEST)) if at - start > 1), None)
    barred = words.find("不得", start + 2, min(segment.end, start + _FARTHEST))
    first = barred if first is None and barred > 0 else first  # 司机|不得擅自出车
    return tuple(actors.whole(Span(start, first), asked=True) or ()) if first and not named else ()


def opening(actors: Actors, sentence: Span) -> tuple[Actor, ...]:
    """The doers that begin a sentence that announces a list, whatever else it says of them: 企业|在价格方面应当履行下列义务：."""
    words = actors.words
    start = lead(words, sentence)
    near = Span(start, min(sentence.end, start + _FARTHEST))
    named, stop = actors.leading(near)
    if not named and (first := actors.named(start)):
        named, stop = [first], first.span.end
    if named and not words.startswith("的", stop):
        return tuple(named)
    said = _OF_WHAT.search(words, near.start, near.end)
    return tuple((said and actors.whole(Span(start, said.start()), asked=True)) or ())
