"""The field reference that stands where events are made, content/README.md: generated, never typed."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from sitegen.geometry import DECIMALS, DEFAULT_RADIUS_KM
from sitegen.schema.records import all_schemas
from sitegen.schema.words import example_of, in_words

_HEAD = """\
<!-- Written by `sitegen schema`: change the records in sitegen/model/, not this file. -->
# What to write

One file is one event. The file's name is the event's id, for ever: the date, then a few words in small letters, as in
`events/2024/2024-11-22-sudzha-district-return.yaml`. No names of private people, anywhere.

## Add an event in the web editor

1. Open the folder `events/` and in it the year; choose *Add file*, then *Create new file*.
2. Name it: the date (`2025-02`, or `2025-02-14` if the day is known), a few words, `.yaml`.
3. Paste the example below and change every line. Leave out what you do not know; never guess a day or a place.
4. Choose *Propose changes*, then *Create pull request*. The check writes what is wrong on the line itself.
5. Correct the lines it names, in the same place. A second person reads the entry before it is published.

"""

_DATES = """\
## Dates

| write | for |
|---|---|
| `2024-11-22` | that day |
| `2024-11`, `2024` | some time in that month or year: the day is not known |
| `2024-11~`, `2024-11-22?` | about then (`~`); uncertain (`?`) |
| `2024-08-06/2024-10-02` | it lasted from the one to the other |
| `../2024-11-22`, `2024-08/..` | it lasted until, or since; the other end is open |

These are forms of EDTF (ISO 8601-2). Anything else is a problem that names the nearest form.
A *day* is always `2024-11-22`.

"""

_DRAWN = {
    "exact": "a pin", "site": "a dot in a circle", "neighbourhood": "a circle", "settlement": "a circle",
    "near": "a circle", "district": "its outline, else a dashed circle", "region": "its outline",
    "between": "a line", "country": "its outline", "undisclosed": "not drawn, only counted",
}  # fmt: skip


def field_reference() -> str:
    """Return the Markdown of content/README.md: how to start, every record and field, dates, precision."""
    return "".join((_HEAD, _examples(), _types(), _DATES, _precisions(), *_records())).rstrip() + "\n"


def example(name: str) -> str:
    """Return the YAML of the `minimal` or the `full` example event."""
    return files("sitegen.schema").joinpath(f"{name}.yaml").read_text("utf-8")


def _examples() -> str:
    minimal, full = (f"```yaml\n{example(name)}```\n\n" for name in ("minimal", "full"))
    return f"A complete, valid event:\n\n{minimal}## The full form\n\n{full}"


def _types() -> str:
    return (
        "## Kinds of value\n\n"
        "- **text**: words in the site's first language, or `{en: …, uk: …, ru: …}`; a missing language falls back.\n"
        "- **count**: `46`, `{min: 40, best: 46, max: 50}` (any of the three may be left out), `some` or `none`.\n"
        "- **id**: small letters, digits and hyphens.\n"
        "- **degrees**: a decimal number, WGS 84; north and east are positive.\n\n"
        'Quote a text that holds a colon or begins with a sign: `"Officials: 46 came back"`.\n\n'
    )


def _precisions() -> str:
    rows = (
        f"| `{name}` | {drawn} | {_radius(name)} | {DECIMALS.get(name, 'none')} |\n" for name, drawn in _DRAWN.items()
    )
    return (
        "## Precision\n\nA place's precision comes from its file; of an event only `near` and `undisclosed` are"
        " written by hand. A place known only coarsely? Name the place that contains it.\n\n"
        "| precision | drawn as | radius if none is given | decimals published |\n|---|---|---|---|\n"
        f"{''.join(rows)}\n"
    )


def _radius(name: str) -> str:
    return f"{DEFAULT_RADIUS_KM[name]:g} km" if name in DEFAULT_RADIUS_KM else ""


def _records() -> Iterator[str]:
    """Yield a section a record: each kind of file, then the records that it alone or first contains."""
    told: set[str] = set()
    for name, schema, where in all_schemas():
        yield f"## {schema['title']}\n\n`{where}` · [schema/{name}.json](schema/{name}.json)\n\n" + _table(schema)
        for inner, part in sorted(schema.get("$defs", {}).items()):
            if inner not in told:
                told.add(inner)
                yield f"### {inner}\n\n" + _table(part)


def _table(schema: dict[str, Any]) -> str:
    needed = set(schema.get("required", ()))
    head = f"{schema['description']}\n\n| field | takes | needed | what for | example |\n|---|---|---|---|---|\n"
    return head + "".join(_row(n, p, n in needed) for n, p in schema["properties"].items()) + "\n"


def _row(field: str, described: dict[str, Any], needed: bool) -> str:
    usual = described.get("default")
    what = described.get("description", "") + (f" (else `{usual}`)" if usual not in (None, "", "false", 0) else "")
    cells = (f"`{field}`", in_words(described), "yes" if needed else "", what, example_of(described))
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"
