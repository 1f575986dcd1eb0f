"""Every place in a record where a contributor wrote freely: texts, labels, web addresses."""

from collections.abc import Iterable, Iterator
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


def _found(record: Record, sorts: tuple[_Sort, ...], at: Loc = ()) -> Iterator[tuple[Loc, _Sort, Any]]:
    for attribute, written, sort in _fields(type(record)):
        value = getattr(record, attribute)
        for loc, item in _items(value, (*at, written)):
            if sort == "record":
                yield from _found(item, sorts, loc)
            elif sort in sorts:
                yield loc, sort, item


def _items(value: Any, loc: Loc) -> Iterable[tuple[Loc, Any]]:
    if value is None:
        return ()
    if isinstance(value, tuple):
        return (((*loc, index), item) for index, item in enumerate(value))
    return ((loc, value),)


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
