"""A graph as files that others read: RDF, GraphML, tables. The same graph gives the same bytes."""

from kg.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
