"""Saved web pages: the notice out of its page.

The body is found by trafilatura; the element that holds it is then read whole, because a library made for news
drops what a notice ends with (signature, date, annexes). Beside it stay the title and the table of a government
site that says 索引号, 发文机关, 成文日期, 发文字号, each at its place in the page.
"""

from __future__ import annotations

import re
from copy import deepcopy

import lxml.etree
import lxml.html
import trafilatura
from lxml.html import HtmlElement

from extract.lexicon import terms
from extract.read.encoding import decode
from extract.read.flow import blocks, line
from extract.read.layer import Layer
from extract.read.render import BLOCKS, UNSEEN, is_data, render
from kg.errors import InputError


def any_of(key: str) -> str:
    """The words of a list of webpage.toml as an alternation, longest first."""
    return "|".join(map(re.escape, sorted(terms("webpage", key), key=len, reverse=True)))


_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE
)
_LABEL = re.compile(rf"(?:^|[\s|】\]])[【\[]?({any_of('labels')})[】\]]?\s*(?=[:：\t]|$)", re.MULTILINE)
_LETTERSPACE = re.compile(r"(?<=[标名文])[ \u3000\xa0]+(?=[题称号])")  # 标 题, 名 称, 文 号
_MOST = 1500  # characters of the table that describes a notice
_OFFER = re.compile(rf"(?:[【\[\s]*(?:{any_of('offers')})[】\]：:\s|>》\d]*)+")


def read(name: str, data: bytes) -> Layer:
    """The text of a page."""
    said = _CHARSET.search(data[:4096])
    decoded = decode(data, said[1].decode() if said else None)
    if decoded is None:
        raise InputError(name, "a binary file, or in an encoding that is not known")
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = lxml.html.document_fromstring(
            decoded.text.lstrip("\ufeff").encode("utf-8", "replace"), parser=parser
        )
    except (lxml.etree.LxmlError, ValueError) as error:
        raise InputError(name, f"the page cannot be read: {error}") from error
    return Layer(page_text(page), decoded.encoding, decoded.doubt)


def page_text(page: HtmlElement) -> str:
    """The notice of a page: what says who, when and which number; its title; its body."""
    title = _said_title(page)
    _strip(page)
    body = _body(page)
    parts = [body]
    text = render(body)
    if about := _about(page, body):
        parts.append(about)
    lead = ""
    if title and _bare(title) not in _bare(text[:600]):
        heading = _heading(page, body, title)
        lead = title if heading is None else ""
        parts += [] if heading is None else [heading]
    place = {one: n for n, one in enumerate(page.iter())}
    shown = [text if part is body else render(part) for part in sorted(parts, key=place.__getitem__)]
    lines = blocks([lead, *shown]).split("\n")
    return blocks(one for one in lines if not _is_offer(one))


def _strip(page: HtmlElement) -> None:
    """Out of a page: scripts, menus, and what is not shown."""
    for one in list(page.iter()):
        hidden = (
            isinstance(one.tag, str) and "display:none" in (one.get("style") or "").replace(" ", "").lower()
        )
        if one.getparent() is None or one.tag == "body":
            continue
        if one.tag in UNSEEN or one.tag in ("nav", "footer") or (hidden and len(one.text_content()) < _MOST):
            one.drop_tree()


def _body(page: HtmlElement) -> HtmlElement:
    """The smallest element that holds nearly all the text that trafilatura takes for the body."""
    root = page.find("body")
    root = page if root is None else root
    try:
        found = trafilatura.extract(
            deepcopy(page), include_comments=False, include_tables=True, favor_recall=True, fast=True
        )
    except Exception:  # it raises what it likes on broken pages; the whole page is the body then
        found = None
    kept = {_bare(part) for row in (found or "").split("\n") for part in row.split("|")} - {""}
    weights: dict[HtmlElement, int] = {}
    for one in root.iter():
        if one.tag in BLOCKS and not any(child.tag in BLOCKS for child in one):
            text = _bare(one.text_content())
            weights[one] = (
                len(text) if text in kept or any(_bare(part) in kept for part in one.itertext()) else 0
            )
    for one in reversed(list(root.iter())):
        parent = one.getparent()
        if one is not root and parent is not None:
            weights[parent] = weights.get(parent, 0) + weights.get(one, 0)
    total, body = weights.get(root, 0), root
    while total:
        best = max((child for child in body), key=lambda child: weights.get(child, 0), default=None)
        if best is None or weights.get(best, 0) < 0.8 * total or not _is_container(best):
            break
        body = best
    return body


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


def _about(page: HtmlElement, body: HtmlElement) -> HtmlElement | None:
    """The smallest element before or beside the body that gives three or more of the labels of a notice."""
    best: tuple[int, int, HtmlElement] | None = None
    inside = set(body.iter()) | set(body.iterancestors())
    for one in page.iter("table", "ul", "dl", "div", "section", "tbody"):
        if one in inside or len(one.text_content()) > _MOST:
            continue
        text = _LETTERSPACE.sub("", render(one))
        labels = {hit[1] for hit in _LABEL.finditer(text)}
        score = (len(labels), -len(text))
        if len(labels) >= 3 and (best is None or score > best[:2]):
            best = (*score, one)
    return best[2] if best else None


def _said_title(page: HtmlElement) -> str:
    """The title that the head of the page gives, without the name of the site."""
    for meta in page.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle" and meta.get("content"):
            return line(meta.get("content") or "")
    said = page.find(".//title")
    text = line(said.text_content()) if said is not None else ""
    return re.split(r"\s*[-_|—–]{1,2}\s*", text)[0] if len(text) > 8 else ""


def _heading(page: HtmlElement, body: HtmlElement, title: str) -> HtmlElement | None:
    """The last element before the body whose text is the title."""
    wanted, last = _bare(title), None
    for one in page.iter():
        if one is body:
            break
        text = _bare(one.text_content()) if isinstance(one.tag, str) and one.tag not in UNSEEN else ""
        if text.startswith(wanted) and len(text) <= len(wanted) + 4:
            last = one
    return last


def _is_offer(text: str) -> bool:
    return len(text) <= 60 and bool(_OFFER.fullmatch(text))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
