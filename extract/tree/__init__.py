"""The document tree of a notice; total: every character of the notice lies in exactly one leaf."""

from extract.tree.shape import tree

__all__ = ["tree"]
