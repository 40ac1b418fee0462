"""An issue of a gazette: where its notices begin, its masthead and its page of contents."""

from extract.issue.contents import Contents, Entry, contents
from extract.issue.heads import heads

__all__ = ["Contents", "Entry", "contents", "heads"]
