"""Who is who: decisions that two ids mean one thing. For now a log that is read and applied; nothing decides yet."""

from kg.resolve.decisions import Decision, merged, read_decisions, write_decisions

__all__ = ["Decision", "merged", "read_decisions", "write_decisions"]
