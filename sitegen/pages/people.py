"""How many people, as ranges: each end stands with who gives it, never as a bare total."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.counts import Range, Sum, sums
from sitegen.i18n import Translator
from sitegen.i18n import mark as _
from sitegen.pages.vocabulary import EFFECTS

AMONG: Mapping[str, str] = {
    "women": _("{n} of them women"),
    "men": _("{n} of them men"),
    "children": _("{n} of them children"),
    "unknown": _("{n} of them of unknown sex and age"),
}
ALL: Mapping[str, str] = {
    "women": _("all of them women"),
    "men": _("all of them men"),
    "children": _("all of them children"),
    "unknown": _("all of them of unknown sex and age"),
}
ALONE: Mapping[str, str] = {
    "total": _("{n}"),
    "women": _("{n} women"),
    "men": _("{n} men"),
    "children": _("{n} children"),
    "unknown": _("{n} of unknown sex and age"),
}
SOME = _("some, not counted")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words and the ids of the claims that stand behind them."""

    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one effect, of one part (`of`) or of all: phrases to be joined by commas.

    `sum` marks the one line that is computed: what the parts above add up to.
    """

    effect: str
    of: str
    phrases: tuple[Phrase, ...]
    sum: bool = False


def lines(ranges: Sequence[Range], t: Translator) -> tuple[Line, ...]:
    """Return a line for each effect and part, and after parts that add up the sum with what it leaves open."""
    groups: dict[tuple[str, str], list[Range]] = {}
    for one in ranges:
        groups.setdefault((one.effect, one.of or ""), []).append(one)
    found = [_line(effect, of, group, t) for (effect, of), group in groups.items()]
    totals = [_sum(total, t) for total in sums(ranges) if total.field == "total"]
    order = list(EFFECTS)
    return tuple(sorted([*found, *totals], key=lambda line: (order.index(line.effect), line.sum)))


def _line(effect: str, of: str, group: Sequence[Range], t: Translator) -> Line:
    total = group[0] if group[0].field == "total" else None
    phrases: list[Phrase] = []
    for one in group:
        if total and one is not total and replace(one, field="total") == total:
            phrases.append(Phrase(t.gettext(ALL[one.field]), phrases[-1].claims))
        else:
            forms = AMONG if total and one is not total else ALONE
            phrases += _phrases(one, t.gettext(forms[one.field]), t)
    return Line(effect, of, tuple(_merged(phrases)))


def _phrases(one: Range, form: str, t: Translator) -> Iterator[Phrase]:
    low, high = one.min, one.max
    if low is not None and low == high:
        yield Phrase(form.format(n=t.number(low)), _ids(one.min_claims + one.max_claims))
    elif low is not None and high is not None:
        # Words before the number go with the first end, words after it with the last.
        before, _, after = form.partition("{n}")
        yield Phrase(before + t.gettext("from {n}").format(n=t.number(low)), one.min_claims)
        yield Phrase(t.gettext("to {n}").format(n=t.number(high)) + after, one.max_claims)
    elif low is not None:
        yield Phrase(form.format(n=t.gettext("at least {n}").format(n=t.number(low))), one.min_claims)
    elif high is not None:
        yield Phrase(form.format(n=t.gettext("at most {n}").format(n=t.number(high))), one.max_claims)
    yield from _open(one, form, t)


def _open(one: Range, form: str, t: Translator) -> Iterator[Phrase]:
    """Say which claims leave an end open that others close, and which name people without counting."""
    if one.open_above and one.max is not None:
        yield Phrase(t.gettext("or more"), one.open_above)
    if one.open_below and one.min is not None:
        yield Phrase(t.gettext("or fewer"), one.open_below)
    if one.some:
        yield Phrase(form.format(n=t.gettext(SOME)), one.some)


def _merged(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Join neighbours that the same claims give: "46, 12 of them children (Moskalkova)"."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting and waiting.claims == phrase.claims:
            waiting = Phrase(f"{waiting.words}, {phrase.words}", phrase.claims)
        else:
            if waiting:
                yield waiting
            waiting = phrase
    if waiting:
        yield waiting


def _sum(total: Sum, t: Translator) -> Line:
    low, high = total.min or 0, total.max
    if total.open_above or high is None:
        words = t.gettext("at least {n}").format(n=t.number(low))
    elif total.open_below:
        words = t.gettext("at most {n}").format(n=t.number(high))
    elif low != high:
        words = t.gettext("{first} to {last}").format(first=t.number(low), last=t.number(high))
    else:
        words = t.number(low)
    return Line(total.effect, "", (Phrase(words, ()),), sum=True)


def _ids(claims: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claims))
