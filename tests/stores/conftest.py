"""The graph of the bundled sample, for the tests of this folder."""

from tests.sample import sample_graph

__all__ = ["sample_graph"]
