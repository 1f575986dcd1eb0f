"""What pydantic found, in the words of whoever wrote the file."""

from typing import Any

from pydantic import BaseModel

from sitegen.decode.fields import example, field_at, names
from sitegen.gazetteer import slug, suggestion
from sitegen.marked import Loc, Marked
from sitegen.problems import Problem, listed, quoted

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
        said = "text-long", f"{quoted(written)} is too long", f"keep it under {context['max_length']} characters"
    elif kind == "string_too_short":
        said = "text-empty", f"{quoted(name)} is empty", "write it, or delete the field"
    else:
        said = _shape(model, loc, kind, written)
    return Problem(marked.mark(loc), *said)


def unknown_field(model: type[BaseModel], marked: Marked, loc: Loc, written: Any) -> Problem:
    """Say that no such field belongs here, and which one may have been meant."""
    known, name = names(model, loc[:-1]), str(loc[-1])
    before, colon, after = name.partition(":")
    if colon and before in known:
        hint = f"write a space after the colon: {before}: {after[:40]}"
    elif name.strip() != name:
        hint = "the spaces around it are not ordinary ones: type them again"
    elif name.isdigit() and written == "":
        hint = "write numbers without commas"
    elif " " in name and written == "":
        hint = "text with a comma that stands in brackets goes in double quotes"
    else:
        hint = suggestion(name, known) or "fields here: " + listed(known, 40)
    return Problem(marked.key_mark(loc), "unknown-field", f"{quoted(name)} is not a field here", hint)


def _missing(model: type[BaseModel], marked: Marked, loc: Loc, kind: str) -> Problem:
    field, name = field_at(model, loc), _name(loc)
    hint = "write " + example(name, field)
    if kind == "too_long" or isinstance(loc[-1], int):
        mark = marked.mark(loc if kind == "too_long" else loc[:-1])
        return Problem(
            mark, "list-length", f"{quoted(name)} has too {'many' if kind == 'too_long' else 'few'} items", hint
        )
    if field and field.description:
        hint += f" ({field.description})"
    if kind == "too_short" or loc in marked.empty:
        return Problem(marked.key_mark(loc), "missing-field", f"{quoted(name)} is empty", hint)
    return Problem(marked.mark(loc[:-1]), "missing-field", f"{quoted(name)} is missing", hint)


def _no_fields(model: type[BaseModel], written: Any) -> Said:
    first = next(f.alias or name for name, f in model.model_fields.items())
    hint = f"write each field on a line of its own: {example(first, None)}"
    return "wrong-type", f"the file holds {_shown(written)} and no fields", hint


def _name(loc: Loc) -> str:
    return next((str(part) for part in reversed(loc) if isinstance(part, str)), "")


def _word(name: str, written: Any, expected: str) -> Said:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = suggestion(written, words) if isinstance(written, str) else ""
    return "unknown-word", f"{_shown(written)} is not a word for {quoted(name)}", near or "one of: " + ", ".join(words)


def _pattern(written: str, pattern: str) -> Said:
    if pattern == _COLOUR:
        return "colour-format", f"{quoted(written)} is not a colour", "write six hex digits in small letters: #0072b2"
    if pattern == _COUNTRY:
        return "country-format", f"{quoted(written)} is not a country code", "write two capitals, as ISO 3166 does: UA"
    if pattern == _LANGUAGE:
        return "language-format", f"{quoted(written)} is not a language code", "write en, uk, ru, …"
    form = f"write {slug(written) or 'aid-convoy'}: an id has small letters a–z, digits and single hyphens"
    return "id-format", f"{quoted(written)} is not an id", form


def _shape(model: type[BaseModel], loc: Loc, kind: str, written: Any) -> Said:
    name, field = _name(loc), field_at(model, loc)
    if kind in _LISTS:
        plain = isinstance(written, str) and "{" not in example(name, field)
        hint = f"write {name}: [{written[:60]}]" if plain else f"write {example(name, field)}"
        return "wrong-type", f"{_shown(written)} stands where a list should, in {quoted(name)}", hint
    if kind == "string_type":
        return "wrong-type", f"{_shown(written)} stands where text should, in {quoted(name)}", _as_text(written)
    wanted = example(name, field).replace(": [{", ": {").replace("}]", "}") if field else f"{name}: …"
    return "wrong-type", f"{_shown(written)} stands where fields should, in {quoted(name)}", f"write {wanted}"


def _as_text(written: Any) -> str:
    bracket = "[" if isinstance(written, list) else "{"
    return f'write text; if it begins with "{bracket}", put it in double quotes'


def _shown(written: Any) -> str:
    return (
        quoted(written) if isinstance(written, str) else "a list" if isinstance(written, list) else "a group of fields"
    )
