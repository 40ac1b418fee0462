"""Who is in a list of members: people with their posts, posts without people, agencies.

`副区长李望川`, `区财政局、审计局主要负责人`, `教育、财政等部门`: what a list says once at its end (主要负责人, 部门) is given back to
each of its parts, and so is what it says once at its head (区).
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.lexicon import terms
from extract.mentions.agency import AgencyMention, agencies_in
from extract.mentions.lexer import Part, tokens
from extract.mentions.numeral import count
from extract.mentions.person import is_called, is_name
from extract.mentions.post import is_post
from extract.rosters.items import CHARGED, items
from extract.rosters.party import AGENCY_END, POST_AT_END, TAIL, Party, together
from extract.rosters.waiting import Waiting
from kg.model import Span

_ETC = re.compile(
    r"(?:(?<![高平])等(?!级|额)(?:\d+个|[一二三四五六七八九十]+个)?|(?<=[\u4e00-\u9fff])(?:\d{1,2}|[一二三四五六七八九十]{1,3})个(?=[^、，]{0,8}(?:部门|单位)))(?:市|区|县|省)?(?:直|级)?(?:有关|相关|成员|职能|责任|涉农|主要)?(?P<noun>部门和单位|部门（单位）|"
    r"部门及单位|单位和部门|部门|单位|机构|院校|高校|处室|科室|委办局|企业|镇街|乡镇|方面)?(?:的|为|作为)?"
)
_LEAD = re.compile(
    r"^(?:[，、；：]|(?:联席会议|领导小组|委员会|指挥部|专班)由|由|包括|为|有(?![关限])|和|及|与|以及|：|从|聘请|邀请|其中|另外|此外|[两二三四五六七八九\d][名位](?=离?退休|老)|原则上由?|分别由|以(?!下|上))+"
)
# 王涛（区水务局副局长）
_ASIDE = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,10})(?:同志)?（(?P<post>[^（）]{2,40})）(?:同志)?")
_AFTER = re.compile(
    r"(?:各?(?:抽调|选派|抽派|派出?|抽)(?:(?:\d|[一二两三])(?:名工作人员|名|人)|专人)|抽调(?:专门|专业|精干|业务)?(?:人员|干部|骨干|力量)|派员参加|派员|派人|[一二两三四五六七八九]?位?同志|等?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:位|名)?(?:同志|人)|兼|（[^（）]{1,12}）|等)++$"
)
# ends in a title, so in no name: 副总工程师, 安全总监
_TITLED = re.compile(
    r"(?:主任|书记|委员|经理|总监|工程师|会计师|经济师|总工|总裁|主席|局长|部长|处长|科长|院长|校长|所长|站长|镇长|乡长|区长|县长|市长|省长|秘书长|[察庭行队厂社股团厅馆]长|"
    r"董事长|负责人|成员)$"
)
# 党组成员、副局长李敏: a rank in the party, before the office that goes with it
_OF_PARTY = re.compile(r"党[组委](?:领导班子|班子)?成员$")
_CHIEFS = r"(?:主任|书记|主席|总?经理|[局院校所站厂处科队部镇乡馆]长)"
_TITLE = re.compile(rf"副?(?P<title>{_CHIEFS})")
_HELD = re.compile(rf"(?P<of>.{{2,}}?)(?P<title>{_CHIEFS})\Z")
_SO_MANY = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,3})(?P<n>[二两三四五六七八九十])")
# 各镇（街道）, 各处（室）: what is said in brackets is as much a member as what stands before it
_TWIN = re.compile(r"（(?:[市县区旗镇乡街村处室科股所队站部办院校]|街道|社区|地区|园区|管委会|开发区|办事处|部门|单位|中心|科室|分局|公司|学校|幼儿园)）\Z")


def parties(words: str, span: Span, home: str = "", people: frozenset[str] = frozenset(), head: str = "") -> list[Party]:
    """The members that a range lists; `home` is the place of the issuing body, whose name needs no level before it, `people`
    are names already read elsewhere in the notice, `head` the level that was said before the list (省 of 由省教育厅牵头，财政…).

    >>> [p.words for p in parties("区财政局、审计局等单位主要负责人", Span(0, 16))]
    ['区财政局主要负责人', '区审计局主要负责人']
    """
    return _Reader(words, span, home, people, head).read()


class _Reader:
    """Goes through the items of one list; `posts` may be of the person behind them."""

    __slots__ = ("found", "mentions", "only", "people", "posts", "span", "waiting", "words")

    def __init__(self, words: str, span: Span, home: str, people: frozenset[str], head: str) -> None:
        self.words, self.span, self.people = words, span, people
        self.found: list[Party] = []
        self.waiting = Waiting(words, home, head)
        self.only = False
        self.posts: list[Span] = []
        self.mentions: dict[int, AgencyMention] = {}
        for mention in agencies_in(words, span):
            self.mentions.setdefault(mention.span.start, mention)

    def read(self) -> list[Party]:
        every = list(items(self.words, self.span, self.mentions))
        self.only = len(every) == 1
        for item in every:
            self._item(item)
        self._settle()
        return self.found

    def _item(self, item: Span) -> None:
        """An item without what leads over to it and what is said of all: 由|李敏|等三同志."""
        words = self.words
        lead = _LEAD.match(words[item.slice])
        start, end = item.start + (lead.end() if lead else 0), item.end
        aside = _ASIDE.fullmatch(words, start, end)
        if aside and self._is_name(aside["name"]) and POST_AT_END.search(aside["post"]):
            self._person(Span(start, end), Span(*aside.span("name")), Span(*aside.span("post")))
            return
        comrade = words[start:end].removesuffix("同志")
        counted = _SO_MANY.fullmatch(comrade) if comrade != words[start:end] else None
        if counted and self._is_name(counted["name"]) and count(counted["n"]) == len(self.found) + 1:  # 李敏、陈望、赵文 + 三同志
            comrade = counted["name"]
        if self._is_name(comrade):
            end = start + len(comrade)
        elif comrade != words[start:end] and is_called(comrade):
            self._person(Span(start, end), Span(start, start + len(comrade)), None)
            return
        after = None if self._tail(start, end) is not None else _AFTER.search(words[start:end])
        if after and after.start() > 0 and not _TWIN.search(words, start, end):
            end = start + after.start()
        if start < end:
            self._member(start, end)

    def _member(self, start: int, end: int) -> None:
        """A person, else agencies and posts."""
        text = self.words[start:end]
        mention = self.mentions.get(start)
        field = text in terms("agencies", "fields")
        known = text in self.people
        agency = mention is not None and mention.span.end >= end and not known
        titled = not known and (_TITLED.search(text) is not None or is_post(text))
        if not (agency or titled or field) and self._is_name(text) and not (AGENCY_END.search(text[-1:]) or TAIL.fullmatch(text)):
            self._person(Span(start, end), Span(start, end), None)
        elif (charged := CHARGED.match(text)) and POST_AT_END.search(text, charged.end() - 2):  # 分管农业、水利等工作的副镇长
            self._nobody(start, end, mention)
        elif (etc := _ETC.search(text)) and etc.start() >= 1:
            self._etc(start, end, etc)
        elif named := self._name_and_title(start, end) or (None if titled else self._post_and_name(start, end)):
            self._person(Span(start, end), *named)
        elif not (mention and mention.span.end < end and self._of_agency(mention, end)) and not self._like_those_before(start, end):
            self._nobody(start, end, None if field else mention)

    def _nobody(self, start: int, end: int, mention: AgencyMention | None) -> None:
        """An agency, the words that make posts of those before it, or a post without a person."""
        words, text = self.words, self.words[start:end]
        tail_at = self._tail(start, end)
        if tail_at == start and self.waiting:  # 区教育局和有关专家: a member by itself, said of no agency before it
            self._settle(keep_posts=True)
            self.found.append(Party("post", Span(start, end), text))
        elif tail_at is not None:
            self.waiting.add(start, tail_at, mention)
            tail = words[tail_at:end]
            self.found += self.waiting.turned(tail if self.only else tail.removeprefix("的"), end)  # one agency keeps the words as printed
        elif (POST_AT_END.search(text) or _OF_PARTY.search(text)) and not (mention and mention.span.end >= end):
            shared = words[mention.span.end : end] if mention else ""
            self.waiting.house(text)
            if shared and len(shared) <= 4 and 0 < len(self.waiting) <= 2 and not text.startswith("各"):
                self.found += self.waiting.turned(shared, mention.span.end if mention else end, kept=True)
            self._settle(keep_posts=True)
            self.posts.append(Span(start, end))
        else:
            self.waiting.add(start, end, mention)

    def _tail(self, start: int, end: int) -> int | None:
        """Where 主要负责人 begins, in an item that ends in it."""
        found = re.search(rf"(?:{TAIL.pattern})$", self.words[start:end])
        if found is None or _OF_PARTY.search(self.words, start, end):
            return None
        at = start + found.start()
        return at + 2 if self.words.endswith("机关党委", 0, at + 2) else at

    def _is_name(self, words: str) -> bool:
        return words in self.people or is_name(words)

    def _post_and_name(self, start: int, end: int) -> tuple[Span, Span] | None:
        """An item `区财政局局长王涛`: the spans of name and post."""
        for length in (3, 2, 4, 5, 6):
            cut = end - length
            named = self._is_name(self.words[cut:end]) or (self.words.startswith("同志", end) and is_called(self.words[cut:end]))
            if cut - start >= 2 and named and "：" not in self.words[start:cut] and POST_AT_END.search(self.words[start:cut]):
                return Span(cut, end), Span(start, cut)
        return None

    def _name_and_title(self, start: int, end: int) -> tuple[Span, Span] | None:
        """An item `王海涛副区长`."""
        words = self.words
        body = self.mentions.get(start)
        for length in (3, 2):
            cut = start + length
            if body and body.span.end <= cut:  # 区委 + 副书记
                continue
            if cut < end and is_post(words[cut:end]) and _TITLED.search(words, cut, end) and self._is_name(words[start:cut]):
                worded = any(one.part & ~Part.KNOWN and one.end - one.start > 1 for one in tokens(words[start:end]) if one.start < length)
                return None if worded else (Span(start, cut), Span(cut, end))
        return None

    def _of_agency(self, mention: AgencyMention, end: int) -> bool:
        """An item `区财政局王涛`, `区财政局王涛处长`: a body, then a name, then perhaps the title."""
        words, at = self.words, mention.span.end
        for length in (3, 2, 4):
            title = words[at + length : end]
            if title and words[at + length - 1] == "副":  # 薛亮 + 副局长
                continue
            office = not title and words[end - 1] in "局委办厅部署"  # 区科 + 经局
            if at + length <= end and not office and self._is_name(words[at : at + length]) and (not title or is_post(title)):
                post = words[mention.span.slice] + title if title else ""
                name = Span(at, at + length)
                self._settle(keep_posts=True)
                self.found.append(Party("person", Span(mention.span.start, end), words[name.slice], words[name.slice], name, post))
                return True
        return False

    def _like_those_before(self, start: int, end: int) -> bool:
        """An item `总后勤部王涛` behind `卫生部李敏`: a house that is not known by its name, and whom it sends."""
        last = self.found[-1] if self.found and not self.waiting else None
        if last is None or not last.name or last.name_span is None or last.span.start == last.name_span.start:
            return False
        for length in (3, 2):
            cut = end - length
            if cut - start >= 2 and AGENCY_END.search(self.words, start, cut) and self._is_name(self.words[cut:end]):
                self._person(Span(start, end), Span(cut, end), None)
                return True
        return False

    def _person(self, whole: Span, name: Span, post: Span | None) -> None:
        """A person; the posts just before it are the person's too: 区委副书记、区长付某."""
        every = max((i for i, one in enumerate(self.posts, 1) if self.words.startswith(("各", "全体"), one.start)), default=0)
        every = len(self.posts) if post and post.start > name.start else every  # 区财政局局长、李敏（区水务局局长）
        own, self.posts = self.posts[every:], self.posts[:every]  # 各镇镇长、区委常委、副区长李敏
        self._settle()
        self.posts = own
        if self.posts:
            first = self.posts[0]
            post = Span(first.start, (post or self.posts[-1]).end)
            whole = Span(first.start, whole.end)
            self.posts = []
        said = self.words[name.slice]
        post_words = self.words[post.slice] if post else ""
        self.found.append(Party("person", whole, said, said, name, post_words, post))

    def _etc(self, start: int, end: int, etc: re.Match[str]) -> None:
        """`A、B等部门主要负责人`: fields of work become 部门, agencies before become posts."""
        at = start + etc.start()
        mention = self.mentions.get(start)
        if not etc["noun"] and TAIL.fullmatch(self.words, start + etc.end(), end) and POST_AT_END.search(self.words, start, at) and not self.waiting:
            self._nobody(start, at, None)  # 县委书记、县长等主要领导
            return
        if mention and mention.span.end > at:
            mention = replace(mention, span=Span(start, at), words=self.words[start:at])
        self.waiting.add(start, at, mention)
        noun = etc["noun"] or ""
        if noun.startswith(("部门", "单位")):
            self.waiting.departments()
        rest = start + etc.end()
        if TAIL.fullmatch(self.words, rest, end):
            self.found += self.waiting.turned(self.words[rest:end].removeprefix("的"), end)
        elif rest < end and noun in ("", "高校", "院校") and (found := TAIL.search(self.words, rest, end)):
            self.found += self.waiting.turned(found[0].removeprefix("的"), end)

    def _settle(self, keep_posts: bool = False) -> None:
        self.found += self.waiting.taken()
        if not keep_posts:
            for post in together(self.words, self.posts):
                self.found.append(self._post(post))
            self.posts = []

    def _post(self, span: Span) -> Party:
        text = self.words[span.slice]
        mention = self.mentions.get(span.start)
        before = self.found[-1] if self.found else None
        bare = _TITLE.fullmatch(text)
        if bare and before and before.kind == "post" and before.span.end == span.start - 1 and (held := _HELD.match(before.words)):
            if held["of"].startswith("各") or held["title"] == bare["title"]:  # 各村书记、主任, 区教育局局长、副局长
                text = held["of"] + text
        elif mention and mention.span.end < span.end:
            text = self.waiting.restored(mention.words) + self.words[mention.span.end : span.end]
            self.waiting.lead(text)
        return Party("post", span, text, post=text, post_span=span)
