"""Rebuilds the long lists of `extract/lexicon/data/` from published packages: `python -m extract.lexicon.build [name …]`.

Each module of this folder rebuilds one list and has `NAME` (the file) and `build() -> str` (its text, header and all).
"""
