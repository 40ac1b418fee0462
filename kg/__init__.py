"""gazette-kg: a knowledge graph of agencies, policies and people, read out of Chinese government notices."""

__version__ = "0.1.0"
