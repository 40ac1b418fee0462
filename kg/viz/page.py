"""The picture as one HTML file (pyvis) that asks nothing of the network and runs no script but its own.

The page is our template, not that of pyvis, whose headings and ids become script and which asks two other sites for
files. What comes from notices stands in it as escaped text or as JSON; a content policy names the two scripts by
their digests, so that a browser runs nothing else and loads nothing, whatever the data says.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import pyvis.network

from kg.viz.picture import MORE, Picture
from kg.viz.shape import look

HERE = Path(__file__).parent
LIBRARY = Path(pyvis.network.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
NOTES = {"zh": "另有 {} 项未画出", "en": "{} more are not drawn"}


def page(picture: Picture) -> str:
    """HTML to be written as UTF-8 (`Path.write_text(…, encoding="utf-8")`)."""
    net = pyvis.network.Network(directed=True, heading=picture.title, cdn_resources="in_line")
    net.set_template_dir(str(HERE), "page.html")
    for box in picture.boxes:
        shown = look(box.label)
        net.add_node(
            box.id,
            label="\n".join(box.lines),
            shape="box",
            color={"background": shown.fill, "border": shown.border, "highlight": {"background": "#ffffff"}},
            x=box.x,
            y=box.y,
            borderWidth=3 if box.start else 1.2,
            font={"size": 14, "bold": box.start},
            rows=[f"{box.kind} {box.name}", *box.rows],
        )
    for number, line in enumerate(picture.lines):
        smooth = {"type": "curvedCW", "roundness": 0.15, "enabled": True} if line.bent else False
        net.add_edge(
            line.source,
            line.target,
            id=number,
            label=line.text,
            rows=list(line.rows),
            smooth=smooth,
            dashes=not line.text,
        )
    library, script = _scripts()
    net.templateEnv.globals.update(
        language=picture.language,
        policy=_policy(library, script),
        legend=[{"label": label, "kind": kind} for label, kind in picture.kinds().items()],
        note=NOTES[picture.language].format(picture.left_out) if picture.left_out else "",
        style=_style(picture),
        library=library,
        script=script,
    )
    return str(net.generate_html())


@cache
def _scripts() -> tuple[str, str]:
    """vis-network as pyvis ships it, without the name of a source map that a browser would ask for; and ours."""
    library = LIBRARY.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]
    return library, (HERE / "page.js").read_text(encoding="utf-8")


def _policy(*scripts: str) -> str:
    digests = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in scripts)
    return f"default-src 'none'; script-src {digests}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def _style(picture: Picture) -> str:
    looks = {label: look(label) for label in (*picture.kinds(), MORE)}
    swatches = "".join(
        f"i.{label}{{background:{one.fill};border-color:{one.border}}}" for label, one in looks.items()
    )
    return (HERE / "page.css").read_text(encoding="utf-8") + swatches
