"""The graph directory: facts in, graph out, one source at a time, crash-safe.

    graph/
      manifest.json              what is in it; its renaming is what makes a build true
      decisions.jsonl            which ids are one thing (kg.resolve)
      facts/DIGEST-STAMP.parquet the facts of one source; never changed, only replaced by another
      texts/DIGEST.txt           the text of one source, which evidence counts
      views/DIGEST/              nodes.parquet, edges.parquet, rdf/, property.grafeo: made of the above

All is written under new names; then the manifest is renamed over the old one; then what is no longer named is removed.
So a build that is killed leaves the graph that was there, and the parts it had written are found by the next one.
"""

from kg.build.build import Build, Given, Summary, open_build

__all__ = ["Build", "Given", "Summary", "open_build"]
