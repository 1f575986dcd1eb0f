"""How many of 133 spellings of 30 towns are found, with and without the region, beside two simpler ways.

    make bench-names

The pool is GeoNames' (RU, UA, BY). `exact` compares letter by letter, `rapidfuzz` takes the most similar name from
80 % on; both are given the same names and the same region. A question (several towns) is neither hit nor wrong.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from anyascii import anyascii
from rapidfuzz import fuzz, process
from test_geocode_names import geonames, outlines, variants

from sitegen.geocode.embedded import by_country
from sitegen.geocode.towns import Row, point, spelled
from sitegen.geometry import contains

COUNTRIES = ("RU", "UA", "BY")
Find = Callable[[str, str, str, bool], list[str]]


def pool(right: str, country: str, region: bool) -> list[Row]:
    """Return the towns among which is searched: those of the right town's region, or all of three countries."""
    rows = by_country()
    if not region:
        return [row for code in COUNTRIES for row in rows[code]]
    outline = outlines().outline_at(point(geonames().lookup(right).raw))
    return [row for row in rows[country] if contains(outline, point(row))]


def exact(right: str, country: str, spelling: str, region: bool) -> list[str]:
    """Letter by letter, whatever the capitals."""
    word = spelling.casefold()
    rows = (row for row in pool(right, country, region) if word in map(str.casefold, spelled(row)))
    return [str(row["geonameid"]) for row in rows]


def similar(right: str, country: str, spelling: str, region: bool) -> list[str]:
    """The most similar name in Latin letters."""
    names = {anyascii(name).lower(): row["geonameid"] for row in pool(right, country, region) for name in spelled(row)}
    best = process.extractOne(anyascii(spelling).lower(), names.keys(), scorer=fuzz.ratio, score_cutoff=80)
    return [str(names[best[0]])] if best else []


def ours(right: str, country: str, spelling: str, region: bool) -> list[str]:
    """As `sitegen geocode` does: exact, folded, romanised; similar ones are shown in a stated region only."""
    if not region:
        found = geonames().geocode(spelling, exactly_one=False, countries=COUNTRIES) or []
        return [str(location.raw["geonameid"]) for location in found]
    outline = outlines().outline_at(point(geonames().lookup(right).raw))
    inside = partial(contains, outline)
    found = geonames().geocode(spelling, exactly_one=False, countries=[country], inside=inside)
    found = found or geonames().similar(spelling, country, inside, 1)
    return [str(location.raw["geonameid"]) for location in found]


def tally(find: Find, region: bool) -> Counter[str]:
    """Count hits, questions, misses and wrong ones over the table."""
    counts: Counter[str] = Counter()
    for right, country, spelling in variants():
        ids = list(dict.fromkeys(find(right, country, spelling, region)))
        verdict = "miss" if not ids else "question" if len(ids) > 1 else "hit" if ids == [right] else "wrong"
        counts[verdict] += 1
    return counts


def main() -> None:
    """Print a line for each way, with the region known and without."""
    by_country()  # read the list before the clock runs
    print(f"{'':28}   hit  question  miss  wrong  ms each")
    for name, find in (("ours", ours), ("exact", exact), ("rapidfuzz", similar)):
        for region in (True, False):
            start = time.perf_counter()
            counts = tally(find, region)
            each = (time.perf_counter() - start) * 1000 / len(variants())
            label = f"{name}, {'region known' if region else 'no context'}"
            row = f"{counts['hit']:5}{counts['question']:10}{counts['miss']:6}{counts['wrong']:7}{each:9.1f}"
            print(f"{label:28} {row}", flush=True)


if __name__ == "__main__":
    main()
