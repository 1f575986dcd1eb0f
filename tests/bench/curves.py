"""Seconds over events as an SVG, both in powers of ten: what grows as the events do rises at 45 degrees."""

import math
from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, EDGE, DECADE = 720, 640, 70, 130
COLOURS = ("#0072b2", "#009e73", "#b35900", "#a6487f", "#222222")


def curves(sizes: Sequence[int], lines: Mapping[str, Sequence[float]]) -> str:
    """Draw a line for each name, its seconds at each of `sizes`; "cpu" is called all."""
    left = math.floor(math.log10(min(sizes)))
    low = math.floor(math.log10(max(min(map(min, lines.values())), 1e-2)))

    def at(size: float, seconds: float) -> tuple[float, float]:
        across = EDGE + (math.log10(size) - left) * DECADE
        return across, HEIGHT - EDGE - (math.log10(max(seconds, 1e-2)) - low) * DECADE

    drawn = [_across(10**power, at(10**power, 10**low)) for power in range(left, left + 4)]
    drawn += [_up(10.0**power, at(10**left, 10**power)) for power in range(low, low + 4)]
    for (name, seconds), colour in zip(lines.items(), COLOURS, strict=True):
        points = [at(*pair) for pair in zip(sizes, seconds, strict=True)]
        drawn.append(_line("all" if name == "cpu" else name, points, colour))
    body = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="14"><title>Seconds of all processors over events</title>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n'
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle">events</text>\n'
        f'<text x="{EDGE - 50}" y="{EDGE - 40}">seconds of all processors</text></svg>\n'
    )


def _across(size: int, at: tuple[float, float]) -> str:
    x, y = at
    grid = f'<path stroke="#ccc" d="M{x:.0f} {EDGE - 20}V{y:.0f}"/>'
    return grid + f'<text x="{x:.0f}" y="{y + 20:.0f}" text-anchor="middle">{size:,}</text>'


def _up(seconds: float, at: tuple[float, float]) -> str:
    x, y = at
    grid = f'<path stroke="#ccc" d="M{x:.0f} {y:.0f}H{WIDTH - EDGE}"/>'
    return grid + f'<text x="{x - 8:.0f}" y="{y + 5:.0f}" text-anchor="end">{seconds:g}</text>'


def _line(name: str, points: Sequence[tuple[float, float]], colour: str) -> str:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points)
    x, y = points[-1]
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="2" d="M{path}"/>{dots}'
        f'<text x="{x + 9:.0f}" y="{y + 5:.0f}" fill="{colour}">{name}</text>'
    )
