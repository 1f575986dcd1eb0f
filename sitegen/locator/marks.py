"""The event's symbol where it was: the kind's shape, filled as far as it is confirmed; a pin only where exact."""

from sitegen.located import Located
from sitegen.model.site import Kind
from sitegen.symbols import BOX, FILLS, markup

SIZE = 20
PIN_RISE = 22
"""Pixels from a pin's tip up to the middle of its head."""

PIN_SIZE = 28
"""Pixels across a pin's head."""

_PIN = "m0 0c-3-9-14-12-14-22a14 14 0 1 1 28 0c0 10-11 13-14 22z"


def symbol(event: Located, kind: Kind) -> str:
    """Return the inner SVG of the event's mark in its box of 24."""
    verdict = event.verdicts["event"]
    return markup(kind.shape, FILLS[verdict.level], crossed=verdict.disputed)


def mark(inner: str, at: tuple[int, int], kind: str, size: int = SIZE) -> str:
    """Put a mark of `size` pixels with its middle at `at`; `kind` is an id of kinds.yaml."""
    x, y = at[0] - size // 2, at[1] - size // 2
    scale = f"{size / BOX:.3g}"
    return f'<g class="locator-mark k-{kind}" transform="translate({x} {y})scale({scale})">{inner}</g>'


def pin(inner: str, tip: tuple[int, int], kind: str) -> str:
    """Put a pin with its tip at `tip` and the mark in its head."""
    x, y = tip
    body = f'<path class="pin k-{kind}" d="M{x} {y}{_PIN}"/>'
    return body + mark(inner, (x, y - PIN_RISE), kind, 16)
