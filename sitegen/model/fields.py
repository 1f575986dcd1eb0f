"""The kinds of value a field can hold: every one is read from the string that was written."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from sitegen.dates import DateError, Span, read_day, read_span
from sitegen.problems import quoted
from sitegen.urls import fault

MAX_TEXT = 4_000
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


class Record(BaseModel):
    """A mapping in a file: unknown fields are problems, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or more languages; the language "" stands for the site's first."""

    values: tuple[tuple[str, str], ...]

    def get(self, lang: str, first: str) -> tuple[str, str]:
        """Return the words and their language: `lang`, else the site's `first`, else whatever there is."""
        by_lang = {code or first: words for code, words in self.values}
        code = lang if lang in by_lang else first if first in by_lang else next(iter(by_lang))
        return by_lang[code], code

    def __str__(self) -> str:
        return self.values[0][1]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people: `min` and `max` None are open ends; `some` means that people were named, not counted."""

    min: int | None
    best: int | None
    max: int | None
    some: bool = False


def refuse(rule: str, message: str, hint: str, at: tuple[str, ...] = ()) -> NoReturn:
    """Say that a value cannot be read, in the words a contributor sees; `at` leads to the part of it that is wrong."""
    raise PydanticCustomError("content", "{message}", {"rule": rule, "message": message, "hint": hint, "at": at})


def _string(value: Any, what: str, at: tuple[str, ...] = ()) -> str:
    if not isinstance(value, str):
        shape = "a list" if isinstance(value, list) else "a group of fields"
        refuse("wrong-type", f"{shape} stands where {what} should", f"write {what}", at)
    return value


def _text(value: Any) -> Text:
    if isinstance(value, str):
        return Text((("", _bounded(value)),))
    if not isinstance(value, dict) or not value:
        shape = "a list" if isinstance(value, list) else "nothing"
        hint = 'write words, or {en: "…", uk: "…"}; words that begin with "[" or "{" go in double quotes'
        refuse("wrong-type", f"{shape} stands where text should", hint)
    for lang, words in value.items():
        if not _LANG.fullmatch(lang):
            refuse("text-language", f"{quoted(lang)} is not a language code", 'write {en: "…", uk: "…"}', (lang,))
        _bounded(_string(words, f"text in {quoted(lang)}", (lang,)), (lang,))
    return Text(tuple(value.items()))


def _bounded(words: str, at: tuple[str, ...] = ()) -> str:
    if len(words) > MAX_TEXT:
        refuse("text-long", f"the text has {len(words):,} characters", f"keep it under {MAX_TEXT:,}", at)
    if not words.strip():
        refuse("text-empty", "the text is empty", "write it, or delete the field", at)
    return words


@lru_cache(maxsize=20_000)
def _read_span(text: str) -> Span | DateError:
    try:
        return read_span(text)
    except DateError as error:
        return error


def _span(value: Any) -> Span:
    span = _read_span(_string(value, "a date such as 2024-11-22"))
    if isinstance(span, DateError):
        refuse(span.rule, span.message, span.hint)
    return span


def _day(value: Any) -> date:
    try:
        return read_day(_string(value, "a day such as 2024-11-22"))
    except DateError as error:
        refuse(error.rule, error.message, error.hint)


def _url(value: Any) -> str:
    url = _string(value, "a web address")
    if found := fault(url):
        refuse(*found)
    return url


def _number(value: Any, at: tuple[str, ...] = ()) -> int:
    text = _string(value, "a number", at)
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return int(text)
    if re.fullmatch(r"[-−–]\d+", text, re.ASCII):
        refuse("count-negative", f"{quoted(text)} is below zero", "people are counted from 0", at)
    if re.fullmatch(r"\d{1,3}([ ,.'\u00a0\u202f]\d{3})+", text, re.ASCII):
        plain = re.sub(r"\D", "", text)
        refuse("count-format", f"{quoted(text)} is written with separators", f"write {plain}", at)
    if re.fullmatch(r"\d+[.,]\d+", text, re.ASCII):
        refuse("count-format", f"{quoted(text)} is not a whole number", "people are counted whole", at)
    if re.fullmatch(r"\d{10,}", text, re.ASCII):
        refuse("count-impossible", f"{quoted(text)} is more people than there are", "check the number", at)
    refuse("count-format", f"{quoted(text)} is not a number", _meant(text), at)


def _meant(text: str) -> str:
    """Say how a number in words or signs is written here."""
    found = re.findall(r"\d{1,9}", text[:60], re.ASCII)
    if len(found) == 2 and re.search(r"[-–—/]|to|and|до|по", text[:60]):
        return f"write {{min: {found[0]}, max: {found[1]}}}"
    if len(found) == 1 and re.search(r"[+>≥]|least|more than|over|min|больше|более|менее|понад|мінімум", text[:60]):
        return f"write {{min: {found[0]}}}"
    if len(found) == 1 and re.search(r"[<≤]|most|up to|less|under|max|до", text[:60]):
        return f"write {{max: {found[0]}}}"
    if len(found) == 1:
        return f"write {found[0]}, or {{best: {found[0]}}} if it is about that many"
    return "write a number such as 46, {min: 40, max: 50}, some or none"


def _quantity(value: Any) -> Quantity:
    if isinstance(value, dict):
        return _range(value)
    if value == "some":
        return Quantity(1, None, None, some=True)
    number = 0 if value == "none" else _number(value)
    return Quantity(number, number, number)


def _range(value: dict[str, Any]) -> Quantity:
    for name in value:
        if name not in {"min", "best", "max"}:
            hint = "write {min: 40, best: 46, max: 50}"
            refuse("unknown-field", f"{quoted(name)} is not a part of a range", hint, (name,))
    ends = {name: _number(number, (name,)) for name, number in value.items()}
    low, best, high = ends.get("min"), ends.get("best"), ends.get("max")
    known = [number for number in (low, best, high) if number is not None]
    if not known:
        refuse("count-format", "the range has no end", "write {min: 40, max: 50}; one of the two may be left out")
    if known != sorted(known):
        said = ", ".join(f"{name} {ends[name]}" for name in ("min", "best", "max") if name in ends)
        refuse("count-order", f"the numbers of the range do not rise: {said}", "write the smallest as min")
    return Quantity(low, best, high)


def _decimal(low: float, high: float, rule: str, what: str) -> Any:
    def read(value: Any) -> float:
        text = _string(value, f"a {what} in degrees")
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,10})?", text, re.ASCII):
            comma = re.fullmatch(r"-?\d{1,3},\d{1,10}", text, re.ASCII)
            hint = f"write {text.replace(',', '.')}" if comma else f"write the {what} as 51.26; south and west have a -"
            refuse("number-format", f"{quoted(text)} is not a decimal number of degrees", hint)
        if not low <= float(text) <= high:
            refuse(
                rule,
                f"a {what} of {text} is not on this Earth",
                f"it runs from {low:g} to {high:g}; are the two swapped?",
            )
        return float(text)

    return read


def _kilometres(value: Any) -> float:
    text = _string(value, "kilometres")
    if not re.fullmatch(r"\d{1,5}(\.\d{1,3})?", text, re.ASCII) or float(text) == 0:
        refuse("number-format", f"{quoted(text)} is not a distance in kilometres", "write it as 2.5")
    return float(text)


def _schema(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema(schema)


_DATE_WORDS = "2024-11-22, 2024-11 or 2024 (each with ~ for about, ? for uncertain), A/B, ../B or A/.."
_COUNT_NUMBER = {"type": ["integer", "string"], "minimum": 0}

Words = Annotated[
    Text,
    PlainValidator(_text),
    _schema(anyOf=[{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]),
]
When_ = Annotated[Span, PlainValidator(_span), _schema(type=["string", "integer"], description=_DATE_WORDS)]
Day = Annotated[date, PlainValidator(_day), _schema(type="string", pattern=r"^\d{4}-\d\d-\d\d$")]
Url = Annotated[str, PlainValidator(_url), _schema(type="string", format="uri", pattern="^https?://")]
Number = Annotated[int, PlainValidator(_number), _schema(**_COUNT_NUMBER)]
Count = Annotated[
    Quantity,
    PlainValidator(_quantity),
    _schema(
        anyOf=[
            _COUNT_NUMBER,
            {"enum": ["some", "none"]},
            {
                "type": "object",
                "properties": dict.fromkeys(("min", "best", "max"), _COUNT_NUMBER),
                "additionalProperties": False,
            },
        ]
    ),
]
Latitude = Annotated[
    float, PlainValidator(_decimal(-90, 90, "latitude-range", "latitude")), _schema(type=["number", "string"])
]
Longitude = Annotated[
    float,
    PlainValidator(_decimal(-180, 180, "longitude-range", "longitude")),
    _schema(type=["number", "string"]),
]
Kilometres = Annotated[float, PlainValidator(_kilometres), _schema(type=["number", "string"])]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Lang = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
YesNo = Annotated[Literal["true", "false"], _schema(type=["boolean", "string"], enum=[True, False, "true", "false"])]
