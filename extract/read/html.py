"""Saved web pages: the notice out of its page.

The body is found by trafilatura; the element that holds it is then read whole, because a library made for news
drops what a notice ends with (signature, date, annexes). Beside it stay the title and the table of a government
site that says 索引号, 发文机关, 成文日期, 发文字号, each at its place in the page.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import NamedTuple

import lxml.etree
import lxml.html
import trafilatura
from lxml.html import HtmlElement

from extract.lexicon import either, terms
from extract.read.encoding import decode
from extract.read.flow import blocks, line
from extract.read.layer import Layer
from extract.read.render import BLOCKS, UNSEEN, is_data, render
from kg.errors import InputError


def any_of(key: str) -> str:
    """The words of a list of webpage.toml as an alternation, longest first."""
    return either(terms("webpage", key))


_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE
)
_LABEL = re.compile(rf"(?:^|[\s|】\]])[【\[]?({any_of('labels')})[】\]]?\s*(?=[:：\t]|$)", re.MULTILINE)
# what a page calls its parts beside the text
_BESIDE = re.compile(
    r"(?<![a-z])(?:foot|footer|bottom|nav|menu|crumb|breadcrumb|position|location|share|bdshare|toolbar|sidebar|side|copyright"
    r"|banner|search|login|qrcode|related|recommend|pager|pagination|friendlink|topbar)s?(?![a-z])",
    re.IGNORECASE,
)
_LETTERSPACE = re.compile(r"(?<=[标名文])[ \u3000\xa0]+(?=[题称号])")  # 标 题, 名 称, 文 号
_NAMES = re.compile(f"(?=(?:{any_of('labels')}))")
_MOST = 1500  # characters of the table that describes a notice
_MANY = 50_000  # elements
_TAG = re.compile(r"<[A-Za-z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+")  # to its end, or to a quote that nobody closed
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_COMPARED = 100_000_000  # attributes of one tag with one another, which the parser does: some seconds
_OFFER = re.compile(rf"(?:[【\[\s]*(?:{any_of('offers')})[】\]：:\s|>》\d]*)+")


def read(name: str, data: bytes, charset: str | None = None) -> Layer:
    """The text of a page; `charset` is what came with it, if not in it."""
    said = _CHARSET.search(data[:4096])
    decoded = decode(data, said[1].decode() if said else charset)
    if decoded is None:
        raise InputError(name, "a binary file, or in an encoding that is not known")
    if sum(_attributes(tag[0]) ** 2 for tag in _TAG.finditer(decoded.text)) > _COMPARED:
        raise InputError(name, "a tag of the page has more attributes than any page needs")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        page = lxml.html.document_fromstring(
            decoded.text.lstrip("\ufeff").encode("utf-8", "replace"), parser=parser
        )
    except (lxml.etree.LxmlError, ValueError) as error:
        raise InputError(name, f"the page cannot be read: {error}") from error
    if any(error.type == lxml.etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise InputError(name, "the page cannot be read whole: its elements are nested too deep")
    try:
        text = page_text(page)
    except RecursionError:  # hundreds of elements that nobody closed: the page as one flow
        text = blocks(line(str(said)) for said in page.itertext())
    return Layer(text, decoded.encoding, decoded.doubt)


def _attributes(tag: str) -> int:
    """How many attributes a tag has, at most."""
    return 0 if len(tag) < 1000 else len(re.split(r"[\s/]+", _VALUE.sub(" ", tag)))


def page_text(page: HtmlElement) -> str:
    """The notice of a page: what says who, when and which number; its title; its body."""
    title = _said_title(page)
    _strip(page)
    about = _about(page)
    heading = _heading(page, title) if title else None
    body = _body(page, {one for one in (about, heading) if one is not None})
    inside = set(body.iter())
    parts = [body, *(one for one in (about, heading) if one is not None and one not in inside)]
    text = render(body)
    if title and _bare(title) in _bare(text[:600]):
        parts = [one for one in parts if one is not heading]
        heading = body
    place = {one: n for n, one in enumerate(page.iter())}
    shown = [text if part is body else render(part) for part in sorted(parts, key=place.__getitem__)]
    lines = blocks([title if heading is None else "", *shown]).split("\n")
    return blocks(one for one in lines if not _is_offer(one))


def _strip(page: HtmlElement) -> None:
    """Out of a page: scripts, what is not shown, and what leads elsewhere (menus, lists of links, footers)."""
    sizes = _sizes(page)
    most = max(_MOST, sizes[page].text // 3)
    for one in list(page.iter()):
        if not isinstance(one.tag, str) or one.getparent() is None or one.tag in ("body", "html"):
            continue
        hidden = "display:none" in (one.get("style") or "").replace(" ", "").lower()
        named = one.tag in BLOCKS and _BESIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        beside = one.tag in ("nav", "footer") or ((hidden or named) and sizes[one].text < most)
        if one.tag in UNSEEN or beside or _is_menu(one, sizes[one]):
            one.drop_tree()


class _Size(NamedTuple):
    """How many signs an element holds, how many links, and how many signs are theirs."""

    text: int
    links: int
    linked: int


def _sizes(page: HtmlElement) -> dict[HtmlElement, _Size]:
    sizes: dict[HtmlElement, _Size] = {}
    for one in reversed(list(page.iter())):
        inner = [sizes[child] for child in one]
        text = len(_bare(one.text or "")) + sum(len(_bare(child.tail or "")) for child in one)
        text += sum(size.text for size in inner)
        own = (1, text) if one.tag == "a" else (0, 0)
        links, linked = sum(size.links for size in inner), sum(size.linked for size in inner)
        sizes[one] = _Size(text, links + own[0], linked + own[1])
    return sizes


def _is_menu(element: HtmlElement, size: _Size) -> bool:
    """Three links and more, and little beside them; the list of a notice's annexes is none."""
    if element.tag not in ("ul", "ol", "div", "table", "p", "dl", "center") or not size.text:
        return False
    return (
        size.links >= 3 and size.linked > 0.6 * size.text and "附件" not in _bare(element.text_content())[:4]
    )


def _body(page: HtmlElement, besides: set[HtmlElement]) -> HtmlElement:
    """The smallest element that holds nearly all the text of the body.

    What trafilatura takes for the body weighs most, a sentence more than a scrap; what describes the notice and
    its title weigh nothing, because they may lie outside.
    """
    root = page.find("body")
    root = page if root is None else root
    kept = _kept(page)
    weights: dict[HtmlElement, float] = {}
    for one in root.iter():
        weights[one] = 0.0
        if one.tag == "a" or not isinstance(one.tag, str):
            continue
        if besides & {one, *one.iterancestors()}:
            continue
        for said in (one.text, *(child.tail for child in one)):
            text = _bare(said or "")
            weights[one] += len(text) * (1.0 if any(text in line for line in kept.get(text[:4], ())) else 0.2)
    for one in reversed(list(root.iter())):
        parent = one.getparent()
        if one is not root and parent is not None:
            weights[parent] += weights[one]
    total, body = weights[root], root
    while total:
        best = max(body, key=lambda child: weights[child], default=None)
        if best is None or weights[best] < 0.8 * total or not _is_container(best):
            break
        body = best
    return body


def _kept(page: HtmlElement) -> dict[str, list[str]]:
    """The lines that trafilatura takes for the body, by the four characters that a piece of them may begin with.

    None of a page so large that it would take minutes: its body is the most of it.
    """
    found = None
    try:
        if sum(1 for _ in page.iter()) <= _MANY:
            copy = deepcopy(page)
            lxml.etree.strip_attributes(copy, "rowspan", "colspan")  # which it would fill, however large
            found = trafilatura.extract(copy, include_comments=False, favor_recall=True, fast=True)
    except Exception:  # it raises what it likes on broken pages; every text weighs the same then
        pass
    begins: dict[str, list[str]] = {}
    for part in re.split(r"[\n|]", found or ""):
        line = _bare(part)[:2000]
        for i in range(max(0, len(line) - 3)):
            if len(same := begins.setdefault(line[i : i + 4], [])) < 20:
                same.append(line)
    return begins


def _is_container(element: HtmlElement) -> bool:
    if element.tag == "table":
        return not is_data(element)
    return element.tag in (
        "div",
        "article",
        "section",
        "main",
        "form",
        "td",
        "tr",
        "tbody",
        "center",
        "font",
        "span",
    )


def _about(page: HtmlElement) -> HtmlElement | None:
    """The smallest element that gives the most labels of a notice, three or more."""
    best: tuple[tuple[int, int], HtmlElement] | None = None
    for one in page.iter("table", "ul", "dl", "div", "section", "tbody"):
        words = one.text_content()
        if len(words) > _MOST or len(_NAMES.findall(_bare(words))) < 3:
            continue
        text = _LETTERSPACE.sub("", render(one))
        labels = {hit[1] for hit in _LABEL.finditer(text)}
        score = (len(labels), -len(text))
        if len(labels) >= 3 and (best is None or score >= best[0]):
            best = score, one
    return best[1] if best else None


def _said_title(page: HtmlElement) -> str:
    """The title that the head of the page gives, without the name of the site."""
    for meta in page.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle" and meta.get("content"):
            return line(meta.get("content") or "")
    said = page.find(".//title")
    text = line(said.text_content()) if said is not None else ""
    return re.split(r"\s*[-_|—–]{1,2}\s*", text)[0] if len(text) > 8 else ""


def _heading(page: HtmlElement, title: str) -> HtmlElement | None:
    """The first element, and the innermost, whose text is the title."""
    wanted, found = _bare(title), None
    for one in page.iter():
        if (
            not isinstance(one.tag, str)
            or one.tag in UNSEEN
            or (found is not None and found not in one.iterancestors())
        ):
            continue
        text = _bare(one.text_content())
        if text.startswith(wanted) and len(text) <= len(wanted) + 4:
            found = one
    return found


def _is_offer(text: str) -> bool:
    return len(text) <= 60 and bool(_OFFER.fullmatch(text))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
