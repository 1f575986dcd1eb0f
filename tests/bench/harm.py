"""What the red team finds: recall and false alarms of each rule in each language, and what looking costs.

    make bench-harm

A bad event counts as found where its own rule tells of it; a good one as a false alarm where anything does. The time
is that of the rules on names and single people over 10,000 events with 20,000 different word forms, beside the reading
of the same files.
"""

import sys
import tempfile
import time
from collections import defaultdict
from datetime import date
from itertools import product
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from made import make
from test_harm import cases, reports, rule_of

from sitegen import content, locate
from sitegen.content import Content
from sitegen.rules import RULES, Scene

EVENTS, FORMS = 10_000, 20_000
MODULES = tuple(f"sitegen.rules.{name}" for name in ("names", "register", "singles", "slugs"))
CONSONANTS, VOWELS = "бвгдзклмнпрст", "аеиоу"


def table() -> None:
    """Print found and missed of the bad events, and false alarms of the good ones, by rule and language."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0, 0]))
    for corpus, offset in (("bad", 0), ("good", 2)):
        for case in cases(corpus):
            rule, lang = rule_of(case), case.stem[:2]
            found = {problem.rule for problem in reports(corpus)[case.stem].all}
            counts[rule][lang][offset] += rule in found if corpus == "bad" else bool(found)
            counts[rule][lang][offset + 1] += 1
    print(f"{'rule':24} {'en':>16} {'uk':>16} {'ru':>16}      found / bad, false / good")
    for rule, langs in sorted(counts.items()):
        print(f"{rule:24} " + " ".join(f"{_cell(langs[lang]):>16}" for lang in ("en", "uk", "ru")))
    sums = [sum(row[at] for langs in counts.values() for row in langs.values()) for at in range(4)]
    print(f"recall {sums[0] / sums[1]:.3f} of {sums[1]}, false alarms {sums[2] / sums[3]:.3f} of {sums[3]}")


def _cell(row: list[int]) -> str:
    return "{}/{}  {}/{}".format(*row) if any(row) else "-"


def forms() -> list[str]:
    """Return 20,000 made-up words in Cyrillic, every tenth with a capital."""
    syllables = [a + b for a, b in product(CONSONANTS, VOWELS)]
    words = [
        a + b + c for a, b, c in product(syllables, syllables[:40], ("ть", "ла", "ов", "на", "ий", "ом", "ки", "ою"))
    ]
    return [word.capitalize() if index % 10 == 0 else word for index, word in enumerate(words[:FORMS])]


def cost() -> None:
    """Print what the reading and the two modules of rules take."""
    with tempfile.TemporaryDirectory() as folder:
        root = make(Path(folder, "content"), EVENTS)
        random, vocabulary = Random(1), forms()  # noqa: S311 - the same files every time are the point
        for index, path in enumerate(sorted(root.glob("events/*/*.yaml"))):
            words = vocabulary[index * 2 % FORMS : index * 2 % FORMS + 2] + random.sample(vocabulary, 18)
            with path.open("a", encoding="utf-8") as stream:
                stream.write(f"corrections: [{{date: 2026-01-01, what: route, now: {{ru: {' '.join(words)}}}}}]\n")
        start = time.perf_counter()
        read, _ = content.read(root)
        done = time.perf_counter()
        print(f"{EVENTS:,} events, {FORMS:,} forms: read {done - start:.1f} s, looked at {_look(read):.1f} s")


def _look(read: Content) -> float:
    scene = Scene(read, locate.known(read), date(2030, 1, 1))
    start = time.perf_counter()
    for rule in RULES.values():
        if rule.check.__module__ in MODULES:
            for subject in [read] if rule.over is Content else read.of(rule.over).values():
                list(rule.problems(subject, scene))
    return time.perf_counter() - start


if __name__ == "__main__":
    table()
    if "table" not in sys.argv:
        cost()
