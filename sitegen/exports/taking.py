"""The downloads once more as scripts, which pages load only when a reader takes the rows that are shown.

A page from a USB stick may run a script of its own and may not read a file.
"""

import json
from collections.abc import Iterator, Mapping

TAKEN = ("events.csv", "claims.csv", "events.geojson")


def scripts(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield (name, script): each sets `FC.files[name]` to the text of a table, or to the collection itself."""
    for name in TAKEN:
        text = files[name].decode()
        value = text.rstrip("\n") if name.endswith("json") else json.dumps(text, ensure_ascii=False)
        start = f"var FC=window.FC||{{}};(FC.files=FC.files||{{}})[{json.dumps(name)}]="
        yield f"{name}.js", f"{start}{value};\n".encode()
