"""What kind of file some bytes are: by their name where it says so, else by how they begin."""

from __future__ import annotations

from pathlib import PurePosixPath

from kg.errors import InputError

TEXT, HTML, PDF = "text/plain", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP, MHTML = "application/zip", "multipart/related"
SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".shtml": HTML,
    ".xhtml": HTML,
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".docx": DOCX,
    ".pdf": PDF,
    ".zip": ZIP,
}
# what cannot be read, by its first bytes, with what to do about it
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .wps, .xls): save it as .docx"),
    (b"{\\rtf", "a rich text file (.rtf): save it as .docx"),
    (b"\x89PNG", "a picture: its text is to be recognised first"),
    (b"\xff\xd8\xff", "a picture: its text is to be recognised first"),
    (b"GIF8", "a picture: its text is to be recognised first"),
    (b"II*\0", "a picture: its text is to be recognised first"),
    (b"MM\0*", "a picture: its text is to be recognised first"),
    (b"Rar!", "a .rar archive: pack it as .zip"),
    (b"7z\xbc\xaf", "a .7z archive: pack it as .zip"),
    (b"\x1f\x8b", "a .gz file: unpack it"),
    (b"AT&TFORM", "a .djvu file: save it as .pdf"),
)


def media_type(name: str, data: bytes) -> str:
    """The kind of a file; InputError for one that is empty or of a kind that is not read.

    Its content goes before its name where both tell: a .txt that is a PDF is a PDF.

    >>> media_type("notice.htm", b"<p>")
    'text/html'
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError(name, "the file is empty")
    for mark, what in _REFUSED:
        if data.startswith(mark):
            raise InputError(name, what)
    if data.startswith(b"%PDF-") or b"%PDF-" in data[:1024].lstrip()[:8]:
        return PDF
    said = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return said if said in (DOCX, ZIP) else _packed(name, data)
    if said in (DOCX, PDF, ZIP):
        raise InputError(name, f"the file is named {PurePosixPath(name).suffix} and is none, or is broken")
    head = data[:2048].replace(b"\0", b"").lower()
    if said is None and b"mime-version:" in head and b"multipart/related" in head:
        return MHTML
    if said is None and any(tag in head for tag in (b"<html", b"<!doctype html", b"<body", b"<head>")):
        return HTML
    return said or TEXT


def _packed(name: str, data: bytes) -> str:
    """A zip with another name: Office keeps its files so, and so does OFD."""
    if b"word/" in data:
        return DOCX
    if b"OFD.xml" in data:
        raise InputError(name, "an OFD file: save it as .pdf")
    if b"xl/workbook" in data or b"ppt/slides" in data:
        raise InputError(name, "a spreadsheet or slides: save it as .pdf or .docx")
    return ZIP
