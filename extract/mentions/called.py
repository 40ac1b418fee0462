"""The bracket that gives a short name to what stands before it: （以下简称“区应联办”）, （下称路长办）."""

from __future__ import annotations

import re

# `called` is the name; a pattern of its own, to be put behind what is called so
CALLED = r"（(?:以下|下)?(?:均|统一|统)?[简统]?称(?:为|：)?[“\"]?(?P<called>[^”\"（）]{2,20})[”\"]?）"
SHORT = re.compile(CALLED)
