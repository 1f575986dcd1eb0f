"""The map's data as scripts that set one member of `FC`: they load from file:// too, where `fetch` does not."""

import json
from typing import Any

_GROUND = frozenset({"basemap", "outlines"})
GROUND = frozenset(f"data/{name}.js" for name in _GROUND)
"""The asset names of the data that belong to no kind of event."""


def name_of(layer_id: str) -> str:
    """Return the asset name of a layer's data: data/<layer>.js, unless the basemap's files are called so."""
    return f"data/{layer_id}-kind.js" if layer_id in _GROUND else f"data/{layer_id}.js"


def script(path: tuple[str, ...], value: Any) -> bytes:
    """Write a script that sets FC.<path> to `value`; whatever stands in it stays data, in HTML, too."""
    first, *rest = path
    target = f"FC.{first}" if not rest else f"(FC.{first}=FC.{first}||{{}})[{dumped(rest[0])}]"
    return f"var FC=window.FC||{{}};{target}={dumped(value)};\n".encode()


def dumped(value: Any) -> str:
    """Write JSON that is also JavaScript and cannot end a <script> element, start a comment or an entity.

    U+2028 and U+2029 end a line in the JavaScript of before 2019.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
