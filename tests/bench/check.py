"""What checking costs: 10,000 valid events against the reading of them alone, over 20,000 word forms.

    make bench-check
    make bench-check FLAGS="1000"       another size

The aim is a ratio of at most 3, in the time of all processors together. The texts are made-up stems with the endings
of Russian, Ukrainian and English, so that no dictionary knows them. Each figure is of a process of its own.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path
from random import Random

from build import run
from made import make

AIM, FORMS = 3.0, 20_000
CHECK = """
import gc, json, sys
from pathlib import Path
from sitegen import build
gc.set_threshold(100_000, 20, 50)  # as the command does
options = build.Options()
_, findings = build.examine(Path(sys.argv[1]), options)
print(json.dumps({"found": len(findings.problems)} | {f"{s.name} {sort}": getattr(s, sort)
    for s in options.clock.done for sort in ("cpu", "wall")}))
"""
ENDINGS = {
    "ru": ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"),
    "uk": ("", "у", "ові", "ом", "і", "и", "ів", "ам", "ами", "ах"),
    "en": ("", "s", "ing", "ed"),
}
SYLLABLES = {
    "ru": ("вод", "мост", "дорог", "сет", "лес", "кран", "пост", "труб", "стол", "камн", "сад", "пол", "хлеб", "снег"),
    "uk": ("вод", "міст", "дорог", "ліс", "кран", "пост", "труб", "стіл", "камін", "сад", "пол", "хліб", "сніг"),
    "en": ("water", "bridge", "road", "grid", "wood", "crane", "post", "pipe", "table", "stone", "yard", "bread"),
}


def vocabulary(lang: str, count: int) -> list[str]:
    """Return `count` small-letter forms of made-up words, the same ones each time."""
    stems = product(SYLLABLES[lang], repeat=3)
    forms = dict.fromkeys("".join(stem) + ending for stem in stems for ending in ENDINGS[lang])
    return list(forms)[:count]


def word(folder: Path) -> int:
    """Give every event a summary in three languages from the vocabulary; return how many forms are in use."""
    random, used = Random(1), set[str]()  # noqa: S311 - the same texts every time are the point
    known = {lang: vocabulary(lang, FORMS // 3 + 1) for lang in ENDINGS}
    for path in sorted((folder / "events").rglob("*.yaml")):
        texts = {lang: " ".join(random.choices(forms, k=14)) for lang, forms in known.items()}
        used |= {form for text in texts.values() for form in text.split()}
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("summary:")]
        summary = ", ".join(f"{lang}: {text}" for lang, text in texts.items())
        path.write_text("\n".join([*lines, f"summary: {{{summary}}}"]) + "\n", encoding="utf-8")
    return len(used)


def main(size: int) -> int:
    """Print reading, checking and their ratio; return 1 where the ratio is above the aim."""
    with tempfile.TemporaryDirectory() as folder:
        content = make(Path(folder, "content"), size)
        forms = word(content)
        took = run(CHECK, content)
    ratio, wall = (1 + took[f"check {clock}"] / took[f"read {clock}"] for clock in ("cpu", "wall"))
    print(f"events {size:,}, word forms {forms:,}, problems {took['found']:.0f}")
    for stage in ("read", "check"):
        print(f"{stage:5} {took[f'{stage} cpu']:7.2f} s cpu {took[f'{stage} wall']:7.2f} s wall")
    print(f"read and check / read: {ratio:.2f} cpu (aim {AIM:.0f}), {wall:.2f} wall")
    return int(ratio > AIM)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
