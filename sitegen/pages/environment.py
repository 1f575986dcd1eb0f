"""Jinja as pages use it: everything is escaped, every missing name is an error, words in other languages are marked."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from sitegen.assets import templates_dir
from sitegen.dates import Span
from sitegen.i18n import Passage, Translator
from sitegen.model.fields import Text
from sitegen.pages import rulebook, vocabulary
from sitegen.pages.compiled import compiled
from sitegen.pages.engine import Engine, escaped
from sitegen.pages.engine import markup as ready
from sitegen.pages.groups import source_id
from sitegen.pages.listing import Mark
from sitegen.symbols import markup


def environment(t: Translator) -> Engine:
    """Return the templates' environment for one language; pages put a `Fallen` into their context as `fallen`."""
    env = Engine(
        loader=FileSystemLoader(templates_dir(), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled(),
        auto_reload=False,
    )
    env.globals |= _speaking(t)
    env.globals |= {
        "t": t,
        "vocabulary": vocabulary,
        "severities": rulebook.SEVERITY,
        "symbol": _symbol,
        "source_id": source_id,
        "kept": _kept(),
    }
    env.filters |= {
        "words": _words(t),
        "paragraphs": _paragraphs(t),
        "stopped": lambda words: words if words.endswith((".", "!", "?", "…", ".</span>")) else words + ".",
        "sentence": lambda words: words[:1].upper() + words[1:],
        "plain": lambda text: t.text(text).words,
        "passage": _passage(t),
        "date": cache(lambda span: _date(span, t)),
        "date_after": cache(lambda span: _date(span, t, governed=True)),
        "day": cache(lambda day: Markup('<time datetime="{}">{}</time>').format(day.isoformat(), t.day(day))),
        "month": t.month,
        "number": t.number,
        "label": lambda code, table: t.gettext(table[code]),
    }
    return env


def _speaking(t: Translator) -> dict[str, Callable[..., Markup]]:
    """Return what `_` and `ngettext` are in templates: words that are markup, into which values are escaped."""
    # The catalogues are ours: their words are markup.
    known: dict[str, Markup] = {}

    def gettext(message: str, **values: object) -> Markup:
        if values:
            return _filled(t.gettext(message), values)
        if message not in known:
            known[message] = _filled(t.gettext(message), ())
        return known[message]

    def ngettext(one: str, many: str, n: int, **values: object) -> Markup:
        return _filled(t.ngettext(one, many, n), {"num": n} | values)

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


def _filled(words: str, values: Mapping[str, object] | tuple[()]) -> Markup:
    return ready(words % ({name: escaped(value) for name, value in values.items()} if values else ()))


class Fallen(set[str]):
    """The languages that a page's passages fell back to: filled while the page is written, read at its foot."""


def _kept() -> Callable[[Context, Macro, object, str], Markup]:
    """Write what a macro makes of a thing once for all pages that stand as deep: most events are on a dozen lists."""
    written: dict[tuple[str, str, str], tuple[Markup, frozenset[str]]] = {}

    @pass_context
    def kept(context: Context, macro: Macro, thing: object, key: str) -> Markup:
        place, fallen = (macro.name, key, context["link"].root), context["fallen"]
        if place not in written:
            before = set(fallen)
            fallen.clear()
            written[place] = ready(macro(thing)), frozenset(fallen)
            fallen |= before
        markup, langs = written[place]
        fallen |= langs
        return markup

    return kept


def _words(t: Translator) -> Callable[[Context, Text], Markup]:
    @pass_context
    def words(context: Context, text: Text) -> Markup:
        """Write a contributor's text; one that stands in for a missing translation is marked as such."""
        passage = t.text(text)
        if passage.lang == t.lang:
            return ready(escaped(passage.words))
        context["fallen"].add(passage.lang)
        return _marked(passage, t, "fallen")

    return words


def _paragraphs(t: Translator) -> Callable[[Context, Text], Markup]:
    words = _words(t)

    @pass_context
    def paragraphs(context: Context, text: Text) -> Markup:
        """Write a longer text, a paragraph for each stretch between blank lines."""
        said, lang = t.text(text)
        parts = (Text(((lang, part),)) for part in re.split(r"\n\s*\n", said) if part.strip())
        return Markup("\n").join(Markup("<p>{}</p>").format(words(context, part)) for part in parts)

    return paragraphs


def _passage(t: Translator) -> Callable[[Passage], Markup]:
    """Write words whose language is known and meant: a place's local name is no fallback."""
    return lambda passage: _marked(passage, t)


def _marked(passage: Passage, t: Translator, class_: str = "") -> Markup:
    """Say of words in another language than the page's which it is, and which way it runs where that differs."""
    if passage.lang == t.lang:
        return escape(passage.words)
    direction = t.direction_of(passage.lang)
    runs = Markup(' dir="{}"').format(direction) if direction != t.direction else Markup()
    look = Markup(' class="{}"').format(class_) if class_ else Markup()
    return Markup('<span{} lang="{}"{}>{}</span>').format(look, passage.lang, runs, passage.words)


def _date(span: Span, t: Translator, *, governed: bool = False) -> Markup:
    """Write a span; `governed` where it stands after "from" or "until"."""
    template, ends = t.date_parts(span)
    bound = governed or span.is_open
    times = {
        name: Markup('<time datetime="{}">{}</time>').format(end.written.rstrip("~?"), t.moment(end, governed=bound))
        for name, end in ends.items()
    }
    return escape(template).format(**times)


def _symbol(mark: Mark) -> Markup:
    """Return the inside of a symbol; it holds no words."""
    return Markup(markup(mark.shape, mark.fill, crossed=mark.crossed))  # noqa: S704
