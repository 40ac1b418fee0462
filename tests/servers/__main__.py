"""`make servers`: fetches the jars of every release and says what is still missing."""

import sys

from tests.servers.releases import ALL, cache, fetch, missing

print(f"jars in {cache()}")
for release in ALL:
    fetch(release)
lacking = [why for release in ALL if (why := missing(release))]
for why in lacking:
    print(why, file=sys.stderr)
sys.exit(bool(lacking))
