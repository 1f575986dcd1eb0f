"""The assets that depend on the content: the kinds' colours, the scripts' words."""

import json
from collections.abc import Iterable, Mapping

from sitegen.i18n import Translator
from sitegen.i18n import mark as _
from sitegen.model.site import Kind

WORDS: Mapping[str, str] = {
    "theme.dark": _("Dark colours"),
    "theme.light": _("Light colours"),
    "copied": _("Copied"),
    "copy.citation": _("Copy the citation"),
    "search": _("Search"),
    "search.label": _("Search events, places, people in office and kinds of event"),
    "search.private": _("Any spelling, in Latin or Cyrillic letters. What you write stays in this page."),
    "search.results": _("What was found"),
    "search.count": _("Found: {n}."),
    "search.some": _("Found: {n}. These are the first {shown}; more words narrow them down."),
    "search.none": _("Nothing was found. Fewer words, or only the beginning of one, find more."),
    "search.alike": _("Nothing is written exactly so; this is like it."),
    "search.failed": _("The search could not be loaded. The lists of events hold everything, too."),
    "search.events": _("Event"),
    "search.places": _("Place"),
    "search.speakers": _("Who speaks"),
    "search.kinds": _("Kind of event"),
    "copy.embed": _("Copy the code"),
    "take": _("Download what is shown here ({n}):"),
    "take.claims": _("claims as CSV"),
    "take.failed": _("The file could not be loaded: use the downloads."),
}
"""The words of the pages' own scripts, by the key under which they ask for them."""


def kinds_css(kinds: Iterable[Kind]) -> bytes:
    """Give each kind its colour, for light and dark grounds, by scheme and by the reader's switch."""
    light = "".join(f".k-{kind.id}{{--kind:{kind.colour}}}" for kind in kinds)
    named = [(kind.id, kind.colour_dark) for kind in kinds]
    auto = "".join(f":root:not([data-theme=light]) .k-{id_}{{--kind:{colour}}}" for id_, colour in named)
    chosen = "".join(f":root[data-theme=dark] .k-{id_}{{--kind:{colour}}}" for id_, colour in named)
    return f"{light}@media screen and (prefers-color-scheme:dark){{{auto}}}@media screen{{{chosen}}}".encode()


def words_js(words: Mapping[str, str], t: Translator) -> bytes:
    """Write the words that scripts use in one language, as a script of its own."""
    said = json.dumps({key: t.gettext(words[key]) for key in sorted(words)}, ensure_ascii=False, separators=(",", ":"))
    safe = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(window.FC=window.FC||{{}}).words={safe};\n".encode()
