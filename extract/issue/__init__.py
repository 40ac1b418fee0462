"""An issue of a gazette: where its notices begin, and its masthead with the page of contents."""

from extract.issue.heads import heads

__all__ = ["heads"]
