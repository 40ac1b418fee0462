"""Chinese numerals.

Years are read digit by digit (二〇一九), counts by their place (二十三, 一百零五); OCR writes 〇 as ○, 零, O, o, 0 or Ｏ.

>>> year("二○一九"), count("二十三"), count("105"), count("廿一")
(2019, 23, 105, 21)
"""

from __future__ import annotations

ZERO = "〇○◯零O0oОοо"
DIGITS = "一二三四五六七八九"
NUMBER = rf"（[{DIGITS}十\d]{{1,3}}）|[{DIGITS}十]{{1,3}}、|\d{{1,2}}[.．、）]"
"""The number of an item as it may stand before a name: （一）, 一、, 1."""
_VALUE = {sign: str(i) for i, sign in enumerate(DIGITS, 1)} | dict.fromkeys(ZERO, "0") | {"两": "2", "元": "1"}
_VALUE |= {str(i): str(i) for i in range(10)}
_PLACE = {"十": 10, "百": 100, "千": 1000}
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟貳參陸", "一二三四五六七八九十百千二三六")


def year(words: str) -> int | None:
    """A year written in four digits of any kind, else None."""
    digits = "".join(_VALUE.get(sign, "x") for sign in words)
    return int(digits) if len(digits) == 4 and "x" not in digits else None


def count(words: str) -> int | None:
    """A whole number up to 99,999,999, in ASCII digits or Chinese numerals, else None.

    >>> count("一千二百"), count("两万"), count("元"), count("若干")
    (1200, 20000, 1, None)
    """
    words = words.translate(_CAPITALS).replace("廿", "二十").replace("卅", "三十")
    if words.isascii() and words.isdigit():
        return int(words) if len(words) < 12 else None
    if words.count("万") == 1:
        high, low = words.split("万")
        above, below = count(high), count(low) if low else 0
        return None if above is None or below is None else above * 10_000 + below
    if not words or len(words) > 12:
        return None
    total, digit, placed = 0, "", False
    for sign in words:
        if sign in _PLACE:
            total += int(digit or 1) * _PLACE[sign]
            digit, placed = "", True
        elif sign in _VALUE:
            digit = _VALUE[sign] if placed and digit == "0" else digit + _VALUE[sign]
        else:
            return None
    return total + int(digit or 0)
