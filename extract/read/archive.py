"""The members of a .zip, read one by one and never unpacked to disk.

A name in an archive is only a name: `../` and a leading `/` are dropped from it. What an archive may hold is
bounded, so that a small file cannot fill the memory.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from extract.read.encoding import decode
from kg.errors import ArchiveError

MEMBERS = 200_000
TOTAL = 4 << 30  # bytes of all members
LARGEST = 512 << 20  # bytes of one member
RATIO = 200  # times smaller than what it holds; plain text packs 3 to 20 times smaller
_SMALL = 4 << 20  # below this the ratio does not matter


def members(name: str, source: Path | bytes) -> list[tuple[int, str]]:
    """The files in an archive: place in its directory, and name; ArchiveError where it is not sound."""
    infos = opened(name, source).infolist()
    if len(infos) > MEMBERS:
        raise ArchiveError(name, f"holds {len(infos)} files, more than {MEMBERS}")
    total = sum(info.file_size for info in infos)
    if total > TOTAL:
        raise ArchiveError(name, f"holds {total >> 20} MB, more than {TOTAL >> 20}")
    return [(place, member_name(info)) for place, info in enumerate(infos) if not info.is_dir()]


def member(name: str, source: Path | bytes, place: int) -> bytes:
    """The bytes of one member; ArchiveError, under `name`, where it is encrypted, broken, too large or a link."""
    archive = opened(name, source)
    info = archive.infolist()[place]
    _bounded(name, info)
    return _sound(name, lambda: archive.read(info))


def member_name(info: zipfile.ZipInfo) -> str:
    """The name as its maker wrote it: names not marked as UTF-8 are, in China, most often GBK.

    >>> member_name(zipfile.ZipInfo("../2019/../notice.txt"))
    '2019/notice.txt'
    """
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            written = name.encode("cp437")
        except UnicodeEncodeError:
            written = name.encode()
        decoded = decode(written)
        name = decoded.text if decoded else name
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "unnamed"


def opened(name: str, source: Path | bytes) -> zipfile.ZipFile:
    """The archive, its directory read; the last one stays open for its next member."""
    if isinstance(source, bytes):
        return _sound(name, lambda: zipfile.ZipFile(io.BytesIO(source)))
    now = _sound(name, source.stat)
    return _sound(name, lambda: _kept(source, now.st_mtime_ns, now.st_size))


@lru_cache(1)
def _kept(path: Path, time: int, size: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


def _sound[T](name: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except zipfile.BadZipFile as error:
        raise ArchiveError(name, f"is broken: {error}") from error
    except (NotImplementedError, RuntimeError, EOFError) as error:
        raise ArchiveError(name, f"cannot be unpacked: {error}") from error
    except OSError as error:
        raise ArchiveError(name, error.strerror or str(error)) from error
    except Exception as error:  # zlib.error, struct.error … of a damaged file
        raise ArchiveError(name, f"is broken: {type(error).__name__}: {error}") from error


def check(name: str, data: bytes) -> None:
    """ArchiveError where a file that is kept as a zip (.docx) cannot be opened safely."""
    members(name, data)
    for info in opened(name, data).infolist():
        _bounded(name, info)


def _bounded(name: str, info: zipfile.ZipInfo) -> None:
    if stat.S_ISLNK(info.external_attr >> 16):  # where zip was made on Unix, the mode of the file; it holds a path
        raise ArchiveError(name, "is a link, which is not followed: give the file that it leads to")
    if info.flag_bits & 1:
        raise ArchiveError(name, "is encrypted")
    if info.file_size > LARGEST:
        raise ArchiveError(name, f"is {info.file_size >> 20} MB, more than {LARGEST >> 20}")
    if info.file_size > max(_SMALL, info.compress_size * RATIO):
        raise ArchiveError(name, f"is packed more than {RATIO} times smaller: it looks like a bomb")
