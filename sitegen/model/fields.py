"""The kinds of value a field can hold: every one is read from the string that was written."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from sitegen.dates import DateError, Span, read_day, read_span
from sitegen.problems import Grouped, Said, quoted, say
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
        standing_in: tuple[str, str] | None = None
        for code, words in self.values:
            if (code or first) == lang:
                return words, lang
            if standing_in is None or (code or first) == first:
                standing_in = words, code or first
        assert standing_in  # noqa: S101 - no text is without words
        return standing_in

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


def _string(value: Any, what: Said, at: tuple[str, ...] = ()) -> str:
    if not isinstance(value, str):
        refuse("wrong-type", _misplaced(value, what), say("write %(what)s", what=what), at)
    return value


def _misplaced(value: Any, what: Said) -> Said:
    if isinstance(value, list):
        return say("a list stands where %(what)s should", what=what)
    return say("a group of fields stands where %(what)s should", what=what)


def _text(value: Any) -> Text:
    if isinstance(value, str):
        return Text((("", _bounded(value)),))
    if not isinstance(value, dict) or not value:
        nothing = say("nothing stands where text should")
        said = _misplaced(value, say("text")) if isinstance(value, list) else nothing
        hint = say('write words, or {en: "…", uk: "…"}; words that begin with "[" or "{" go in double quotes')
        refuse("wrong-type", said, hint)
    for lang, words in value.items():
        if not _LANG.fullmatch(lang):
            said = say("%(word)s is not a language code", word=quoted(lang))
            refuse("text-language", said, say('write {en: "…", uk: "…"}'), (lang,))
        _bounded(_string(words, say("text in %(lang)s", lang=quoted(lang)), (lang,)), (lang,))
    return Text(tuple(value.items()))


def _bounded(words: str, at: tuple[str, ...] = ()) -> str:
    if len(words) > MAX_TEXT:
        said = say("the text has %(size)s characters", size=Grouped(len(words)))
        refuse("text-long", said, say("keep it under %(limit)s", limit=Grouped(MAX_TEXT)), at)
    if not words.strip():
        refuse("text-empty", say("the text is empty"), say("write it, or delete the field"), at)
    return words


@lru_cache(maxsize=20_000)
def _read_span(text: str) -> Span | DateError:
    try:
        return read_span(text)
    except DateError as error:
        return error


def _span(value: Any) -> Span:
    span = _read_span(_string(value, say("a date such as 2024-11-22")))
    if isinstance(span, DateError):
        refuse(span.rule, span.message, span.hint)
    return span


def _day(value: Any) -> date:
    try:
        return read_day(_string(value, say("a day such as 2024-11-22")))
    except DateError as error:
        refuse(error.rule, error.message, error.hint)


def _url(value: Any) -> str:
    url = _string(value, say("a web address"))
    if found := fault(url):
        refuse(*found)
    return url


def _number(value: Any, at: tuple[str, ...] = ()) -> int:
    text = _string(value, say("a number"), at)
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return int(text)
    if re.fullmatch(r"[-−–]\d+", text, re.ASCII):
        said = say("%(number)s is below zero", number=quoted(text))
        refuse("count-negative", said, say("people are counted from 0"), at)
    if re.fullmatch(r"\d{1,3}([ ,.'\u00a0\u202f]\d{3})+", text, re.ASCII):
        plain = re.sub(r"\D", "", text)
        said = say("%(number)s is written with separators", number=quoted(text))
        refuse("count-format", said, say("write %(example)s", example=plain), at)
    if re.fullmatch(r"\d+[.,]\d+", text, re.ASCII):
        said = say("%(number)s is not a whole number", number=quoted(text))
        refuse("count-format", said, say("people are counted whole"), at)
    if re.fullmatch(r"\d{10,}", text, re.ASCII):
        said = say("%(number)s is more people than there are", number=quoted(text))
        refuse("count-impossible", said, say("check the number"), at)
    refuse("count-format", say("%(number)s is not a number", number=quoted(text)), _meant(text), at)


def _meant(text: str) -> Said:
    """Say how a number in words or signs is written here."""
    found = re.findall(r"\d{1,9}", text[:60], re.ASCII)
    if len(found) == 2 and re.search(r"[-–—/]|to|and|до|по", text[:60]):
        return say("write %(example)s", example=f"{{min: {found[0]}, max: {found[1]}}}")
    if len(found) == 1 and re.search(r"[+>≥]|least|more than|over|min|больше|более|менее|понад|мінімум", text[:60]):
        return say("write %(example)s", example=f"{{min: {found[0]}}}")
    if len(found) == 1 and re.search(r"[<≤]|most|up to|less|under|max|до", text[:60]):
        return say("write %(example)s", example=f"{{max: {found[0]}}}")
    if len(found) == 1:
        return say("write %(number)s, or {best: %(number)s} if it is about that many", number=found[0])
    return say("write a number such as 46, {min: 40, max: 50}, some or none")


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
            hint = say("write %(example)s", example="{min: 40, best: 46, max: 50}")
            refuse("unknown-field", say("%(name)s is not a part of a range", name=quoted(name)), hint, (name,))
    ends = {name: _number(number, (name,)) for name, number in value.items()}
    low, best, high = ends.get("min"), ends.get("best"), ends.get("max")
    known = [number for number in (low, best, high) if number is not None]
    if not known:
        hint = say("write {min: 40, max: 50}; one of the two may be left out")
        refuse("count-format", say("the range has no end"), hint)
    if known != sorted(known):
        written = ", ".join(f"{name} {ends[name]}" for name in ("min", "best", "max") if name in ends)
        said = say("the numbers of the range do not rise: %(numbers)s", numbers=written)
        refuse("count-order", said, say("write the smallest as min"))
    return Quantity(low, best, high)


_LATITUDE = (
    "a latitude in degrees",
    "a latitude of %(degrees)s is not on this Earth",
    "write the latitude as 51.26; south and west have a -",
)
_LONGITUDE = (
    "a longitude in degrees",
    "a longitude of %(degrees)s is not on this Earth",
    "write the longitude as 51.26; south and west have a -",
)


def _decimal(low: float, high: float, rule: str, words: tuple[str, str, str]) -> Any:
    what, wrong, form = words

    def read(value: Any) -> float:
        text = _string(value, say(what))
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,10})?", text, re.ASCII):
            comma = re.fullmatch(r"-?\d{1,3},\d{1,10}", text, re.ASCII)
            mended = say("write %(example)s", example=text.replace(",", "."))
            hint = mended if comma else say(form)
            refuse("number-format", say("%(number)s is not a decimal number of degrees", number=quoted(text)), hint)
        if not low <= float(text) <= high:
            hint = say("it runs from %(low)s to %(high)s; are the two swapped?", low=f"{low:g}", high=f"{high:g}")
            refuse(rule, say(wrong, degrees=text), hint)
        return float(text)

    return read


def _kilometres(value: Any) -> float:
    text = _string(value, say("kilometres"))
    if not re.fullmatch(r"\d{1,5}(\.\d{1,3})?", text, re.ASCII) or float(text) == 0:
        said = say("%(number)s is not a distance in kilometres", number=quoted(text))
        refuse("number-format", said, say("write it as 2.5"))
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
    float,
    PlainValidator(_decimal(-90, 90, "latitude-range", _LATITUDE)),
    _schema(type=["number", "string"]),
]
Longitude = Annotated[
    float,
    PlainValidator(_decimal(-180, 180, "longitude-range", _LONGITUDE)),
    _schema(type=["number", "string"]),
]
Kilometres = Annotated[float, PlainValidator(_kilometres), _schema(type=["number", "string"])]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Lang = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
YesNo = Annotated[Literal["true", "false"], _schema(type=["boolean", "string"], enum=[True, False, "true", "false"])]
