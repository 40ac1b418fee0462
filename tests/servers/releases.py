"""The server releases that the tests run against, the Java they run on, and where their jars lie.

All come from Maven Central as ordinary artifacts. Neo4j Community is GPLv3: it is run, never shipped.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.servers import java

DEPENDENCY = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>gazette-kg</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>{dependencies}</dependencies>
</project>
"""


@dataclass(frozen=True, slots=True)
class Release:
    """One release of a server: its Maven coordinates and the Java versions it runs on."""

    name: str
    version: str
    artifacts: tuple[str, ...]
    least_java: int
    most_java: int = 99
    java_options: tuple[str, ...] = ()
    transitive: bool = True

    @property
    def jars(self) -> Path:
        """The folder of the jars; it is there when they are all there."""
        return cache() / f"{self.name}-{self.version}"


OPENS = tuple(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch"))
VECTORS = ("--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector")
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # up in 8 s instead of 10
NEO4J_ARTIFACTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")
NEO4J = (
    Release("neo4j", "5.26.30", NEO4J_ARTIFACTS, least_java=17, most_java=21, java_options=(*QUICK, *OPENS)),
    Release(
        "neo4j",
        "2026.08.1",
        NEO4J_ARTIFACTS,
        least_java=21,
        java_options=(*QUICK, *OPENS, *VECTORS),
    ),
)
FUSEKI = Release("fuseki", "5.6.0", ("org.apache.jena:jena-fuseki-server",), least_java=17, transitive=False)
ALL = (*NEO4J, FUSEKI)


def cache() -> Path:
    """Outside the project, so that `git clean` and a fresh clone keep the 330 MB."""
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(home, "gazette-kg", "servers")


def missing(release: Release) -> str | None:
    """Why this release cannot run here, None when it can."""
    if java.find(release.least_java, release.most_java) is None:
        return f"no Java {release.least_java} to {release.most_java} for {release.name} {release.version}"
    if not release.jars.is_dir():
        return f"no jars of {release.name} {release.version} in {cache()} (`make servers` fetches them)"
    return None


def missing_all() -> str | None:
    """Why no release at all can run here."""
    reasons = [missing(release) for release in ALL]
    return None if None in reasons else reasons[0]


def fetch(release: Release) -> None:
    """Fetches the jars with Maven unless they are there; aside first, then renamed."""
    if release.jars.is_dir():
        return
    maven = shutil.which("mvn")
    if maven is None:
        raise RuntimeError(f"no Maven (mvn) to fetch {release.name} {release.version} into {cache()}")
    cache().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache(), prefix="fetch-") as aside:
        if release.transitive:
            pom = Path(aside, "pom.xml")
            wanted = (f"{artifact}:{release.version}".split(":") for artifact in release.artifacts)
            pom.write_text(POM.format(dependencies="".join(DEPENDENCY.format(*parts) for parts in wanted)))
            goal = ["-f", str(pom), "dependency:copy-dependencies", "-DincludeScope=runtime"]
        else:
            (artifact,) = release.artifacts
            goal = ["dependency:copy", f"-Dartifact={artifact}:{release.version}"]
        command = [maven, "-B", "-q", "-ntp", *goal, f"-DoutputDirectory={aside}/jars"]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, cwd=aside)
        Path(aside, "jars").rename(release.jars)
