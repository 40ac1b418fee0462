"""An issue of a gazette: where its notices begin, its masthead and its page of contents."""

from extract.issue.contents import Contents, Entry, contents, gazette_title
from extract.issue.heads import heads

__all__ = ["Contents", "Entry", "contents", "gazette_title", "heads"]
