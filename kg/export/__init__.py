"""A graph as files that others read: RDF, GraphML, tables. The same graph gives the same bytes."""

from kg.export.formats import FILES, FORMATS, export

__all__ = ["FILES", "FORMATS", "export"]
