"""What pydantic found, in the words of whoever wrote the file."""

from typing import Any

from pydantic import BaseModel

from sitegen.decode.fields import example, field_at, names
from sitegen.gazetteer import slug, suggestion
from sitegen.marked import Loc, Marked
from sitegen.problems import Problem, listed, quoted, say

Said = tuple[str, str, str]
"""Rule id, what is wrong, what to write."""

_COLOUR, _COUNTRY = "^#[0-9a-f]{6}$", "^[A-Z]{2}$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_LISTS = frozenset({"tuple_type", "list_type"})


def explain(model: type[BaseModel], marked: Marked, fault: Any) -> Problem:
    """Turn one of pydantic's errors into a problem, on its line."""
    kind, loc, written, context = fault["type"], fault["loc"], fault["input"], fault.get("ctx", {})
    if kind == "content":
        mark = marked.mark((*loc, *context["at"]))
        return Problem(mark, context["rule"], context["message"], context["hint"])
    if kind == "extra_forbidden":
        return unknown_field(model, marked, loc, written)
    if kind in {"missing", "too_short", "too_long"}:
        return _missing(model, marked, loc, kind)
    if not loc:
        return Problem(marked.mark(loc), *_no_fields(model, written))
    name = _name(loc)
    if kind == "literal_error":
        said = _word(name, written, context["expected"])
    elif kind == "string_pattern_mismatch":
        said = _pattern(written, context["pattern"])
    elif kind == "string_too_long":
        long = say("%(words)s is too long", words=quoted(written))
        said = "text-long", long, say("keep it under %(limit)s characters", limit=context["max_length"])
    elif kind == "string_too_short":
        said = "text-empty", say("%(field)s is empty", field=quoted(name)), say("write it, or delete the field")
    else:
        said = _shape(model, loc, kind, written)
    return Problem(marked.mark(loc), *said)


def unknown_field(model: type[BaseModel], marked: Marked, loc: Loc, written: Any) -> Problem:
    """Say that no such field belongs here, and which one may have been meant."""
    known, name = names(model, loc[:-1]), str(loc[-1])
    before, colon, after = name.partition(":")
    hint: str
    if colon and before in known:
        hint = say("write a space after the colon: %(line)s", line=f"{before}: {after[:40]}")
    elif name.strip() != name:
        hint = say("the spaces around it are not ordinary ones: type them again")
    elif name.isdigit() and written == "":
        hint = say("write numbers without commas")
    elif " " in name and written == "":
        hint = say("text with a comma that stands in brackets goes in double quotes")
    else:
        hint = suggestion(name, known) or say("fields here: %(fields)s", fields=listed(known, 40))
    said = say("%(field)s is not a field here", field=quoted(name))
    return Problem(marked.key_mark(loc), "unknown-field", said, hint)


def _missing(model: type[BaseModel], marked: Marked, loc: Loc, kind: str) -> Problem:
    field, name = field_at(model, loc), _name(loc)
    hint = say("write %(example)s", example=example(name, field))
    if kind == "too_long" or isinstance(loc[-1], int):
        mark = marked.mark(loc if kind == "too_long" else loc[:-1])
        many = say("%(field)s has too many items", field=quoted(name))
        few = say("%(field)s has too few items", field=quoted(name))
        return Problem(mark, "list-length", many if kind == "too_long" else few, hint)
    if field and field.description:
        told = say(field.description) if "%" not in field.description else field.description
        hint = say("write %(example)s (%(meaning)s)", example=example(name, field), meaning=told)
    if kind == "too_short" or loc in marked.empty:
        said = say("%(field)s is empty", field=quoted(name))
        return Problem(marked.key_mark(loc), "missing-field", said, hint)
    return Problem(marked.mark(loc[:-1]), "missing-field", say("%(field)s is missing", field=quoted(name)), hint)


def _no_fields(model: type[BaseModel], written: Any) -> Said:
    first = next(f.alias or name for name, f in model.model_fields.items())
    hint = say("write each field on a line of its own: %(example)s", example=example(first, None))
    return "wrong-type", say("the file holds %(shape)s and no fields", shape=_shown(written)), hint


def _name(loc: Loc) -> str:
    return next((str(part) for part in reversed(loc) if isinstance(part, str)), "")


def _word(name: str, written: Any, expected: str) -> Said:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = suggestion(written, words) if isinstance(written, str) else ""
    said = say("%(word)s is not a word for %(field)s", word=_shown(written), field=quoted(name))
    return "unknown-word", said, near or say("one of: %(words)s", words=", ".join(words))


def _pattern(written: str, pattern: str) -> Said:
    if pattern == _COLOUR:
        said = say("%(word)s is not a colour", word=quoted(written))
        return "colour-format", said, say("write six hex digits in small letters: #0072b2")
    if pattern == _COUNTRY:
        said = say("%(word)s is not a country code", word=quoted(written))
        return "country-format", said, say("write two capitals, as ISO 3166 does: UA")
    if pattern == _LANGUAGE:
        said = say("%(word)s is not a language code", word=quoted(written))
        return "language-format", said, say("write en, uk, ru, …")
    meant = slug(written) or "aid-convoy"
    hint = say("write %(id)s: an id has small letters a–z, digits and single hyphens", id=meant)
    return "id-format", say("%(word)s is not an id", word=quoted(written)), hint


def _shape(model: type[BaseModel], loc: Loc, kind: str, written: Any) -> Said:
    name, field = _name(loc), field_at(model, loc)
    if kind in _LISTS:
        plain = isinstance(written, str) and "{" not in example(name, field)
        hint = say("write %(example)s", example=f"{name}: [{written[:60]}]" if plain else example(name, field))
        said = say("%(shape)s stands where a list should, in %(field)s", shape=_shown(written), field=quoted(name))
        return "wrong-type", said, hint
    if kind == "string_type":
        said = say("%(shape)s stands where text should, in %(field)s", shape=_shown(written), field=quoted(name))
        return "wrong-type", said, _as_text(written)
    wanted = example(name, field).replace(": [{", ": {").replace("}]", "}") if field else f"{name}: …"
    said = say("%(shape)s stands where fields should, in %(field)s", shape=_shown(written), field=quoted(name))
    return "wrong-type", said, say("write %(example)s", example=wanted)


def _as_text(written: Any) -> str:
    bracket = "[" if isinstance(written, list) else "{"
    return say('write text; if it begins with "%(bracket)s", put it in double quotes', bracket=bracket)


def _shown(written: Any) -> str:
    if isinstance(written, str):
        return quoted(written)
    return say("a list") if isinstance(written, list) else say("a group of fields")
