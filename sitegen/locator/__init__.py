"""The small SVG pictures on pages: where an event was, and when, drawn as surely as it is known.

No Leaflet, no ids, no inline styles: classes only, styled by `templates/assets/locator.css`. The same input
gives the same bytes. Coordinates in the pictures are whole pixels.
"""

from sitegen.locator.many import events_map
from sitegen.locator.single import place_map, window
from sitegen.locator.strip import time_strip
from sitegen.locator.words import Words

__all__ = ["Words", "events_map", "place_map", "time_strip", "window"]
