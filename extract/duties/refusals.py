"""Why a sentence that reads like work gives none: the reasons that `kg report` and `kg extract --explain` show."""

from __future__ import annotations

import re

from kg.model import Span

# the first that is found is the reason
_REASONS = (
    ("says who explains it: validity, not work", re.compile(r"解释")),
    ("forbids, and asks for nothing", re.compile(r"不得|不准|不许|严禁|禁止|不应|不能|不予|不再|无需|不要|不需")),
    ("invites, and asks nobody", re.compile(r"鼓励|支持|提倡|倡导|引导|允许|欢迎")),
    ("tells what was or is done", re.compile(r"以来|已经?|曾|取得了?|得到|近年|了(?:[^，。；]|$)|存在|成为|目前|发现")),
    ("says what follows if not", re.compile(r"追究|处罚|罚款|问责|责令|处分|的，(?:依法|由|按|按照|依照)")),
    ("urges, and asks for nothing that could be handed in", re.compile(r"高度重视|加强|确保|切实|强化|提高|坚持|充分|认真|重要")),
    ("asks for a quality of the thing, names nobody", re.compile(r"应当?|要|须|需|可")),
    ("says how much or when", re.compile(r"\d")),
    ("tells who or what somebody is", re.compile(r"[是为系有]|包括|组成|担任")),
)
ALLOWS = "allows, and asks for nothing"
CARRIED = "names nobody, and the sentence before does not say who goes on"
URGES = "urges, and asks for nothing that could be handed in"
PREAMBLE = "says what the notice itself does"
TOLD = "tells what was done, or what for"
ROLL = "a list of people or things"
NOBODY = "names nobody"
NO_WORK = "no work stands above it"
BLANK = "a form with nobody filled in"


def reason(words: str, sentence: Span) -> str:
    """Why a sentence that has a cue gives nobody work.

    >>> reason("本办法由区民政局负责解释", Span(0, 12))
    'says who explains it: validity, not work'
    """
    for said, pattern in _REASONS:
        if pattern.search(words, sentence.start, sentence.end):
            return said
    return "names nobody who does it"
