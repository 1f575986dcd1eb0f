"""Every place in a record where a contributor wrote freely: texts, labels, web addresses."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_type_hints

from sitegen.model.fields import Name, Record, Text, Url, Words

Loc = tuple[str | int, ...]
_Sort = Literal["text", "label", "address", "record"]


class _Field(NamedTuple):
    attribute: str
    written: str
    sort: _Sort


def texts(record: Record) -> Iterator[tuple[Loc, str, str]]:
    """Yield where each text of a record and of all it holds stands, its language, and the words.

    The language is "" where only words were written: they are in the site's first. In `{lang: words}` the place
    ends with the language.
    """
    for loc, _, value in _found(record, ("text",)):
        for lang, words in value.values:
            yield (*loc, lang) if lang else loc, lang, words


def labels(record: Record) -> Iterator[tuple[Loc, str]]:
    """Yield where each short free string stands, and it: toponyms, spellings, publishers, `of`, roles."""
    for loc, _, value in _found(record, ("label",)):
        yield loc, value


def addresses(record: Record) -> Iterator[tuple[Loc, str]]:
    """Yield where each web address stands, and it."""
    for loc, _, value in _found(record, ("address",)):
        yield loc, value


def free(record: Record) -> Iterator[tuple[Loc, str, str]]:
    """Yield texts and labels together, as `texts` does: one walk where both are wanted."""
    for loc, sort, value in _found(record, ("text", "label")):
        if sort == "label":
            yield loc, "", value
        else:
            for lang, words in value.values:
                yield (*loc, lang) if lang else loc, lang, words


def _found(record: Record, sorts: tuple[_Sort, ...]) -> list[tuple[Loc, _Sort, Any]]:
    found: list[tuple[Loc, _Sort, Any]] = []
    _gather(record, sorts, (), found)
    return found


def _gather(record: Record, sorts: tuple[_Sort, ...], at: Loc, found: list[tuple[Loc, _Sort, Any]]) -> None:
    for attribute, written, sort in _fields(type(record)):
        value = getattr(record, attribute)
        if not value or not (sort == "record" or sort in sorts):
            continue
        items = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, item in items:
            loc = (*at, written) if index is None else (*at, written, index)
            if sort == "record":
                _gather(item, sorts, loc, found)
            else:
                found.append((loc, sort, item))


@cache
def _fields(model: type[Record]) -> tuple[_Field, ...]:
    hints = get_type_hints(model, include_extras=True)
    named = ((name, field.alias or name, _sort(hints[name])) for name, field in model.model_fields.items())
    return tuple(_Field(name, written, sort) for name, written, sort in named if sort)


def _sort(hint: Any) -> _Sort | None:
    """Say what a field with this type hint holds, alone or in a list; None for ids, dates, numbers and choices."""
    if hint in (Words, Text):
        return "text"
    if hint == Name:
        return "label"
    if hint == Url:
        return "address"
    if isinstance(hint, type) and issubclass(hint, Record):
        return "record"
    return next((sort for part in get_args(hint) if (sort := _sort(part))), None)
