"""Catalogues of powers and services (权力清单, 公共服务事项目录), whatever became of their cells."""

from extract.catalogue.entry import Entry
from extract.catalogue.reading import entries

__all__ = ["Entry", "entries"]
