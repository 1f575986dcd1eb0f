"""The page that explains feeds and lists them."""

from sitegen.pages.channels import CORRECTIONS, channel_of
from sitegen.pages.edition import Edition
from sitegen.pages.sheet import Sheet


def follow_page(edition: Edition) -> Sheet:
    """Return the page that says what feeds are, which there are, and what they tell."""
    t, places = edition.t, edition.site.gazetteer.entries.values()
    regions = [e.id for e in places if e.place.precision == "region" and edition.index.by_place.get(e.id)]
    title = t.gettext("Follow what is new")
    values = {
        "title": title,
        "whole": [channel_of(page, edition) for page in ("index.html", CORRECTIONS)],
        "kinds": [channel_of(f"kinds/{id_}.html", edition) for id_ in edition.site.kinds],
        "regions": [channel_of(f"places/{id_}.html", edition) for id_ in regions],
    }
    words = t.gettext("Feeds: how to be told of new entries and corrections without an account")
    return Sheet(CORRECTIONS, "follow.html", title, words, values)
