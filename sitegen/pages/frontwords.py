"""What the front page's scripts say: filters, the timeline, and lists that are longer than the page."""

from collections.abc import Mapping

from sitegen.i18n import mark as _

FRONT: Mapping[str, str] = {
    "front.count": _("{n} of {all} events"),
    "front.less": _("{n} events are known less well and left out"),
    "front.any": _("Any place"),
    "front.reset": _("Show all events"),
    "front.chosen": _("Chosen filters"),
    "front.drop": _("Remove the filter: {what}"),
    "front.none": _("No event has all of this."),
    "front.widen": _("To see more, leave out one of these:"),
    "front.without": _("without “{what}”: {n}"),
    "front.older": _("Older events"),
    "front.more": _("Show {n} more"),
    "front.unplaced": _("Without a place on the map: {n}"),
    "front.copy": _("Copy a link to this view"),
    "front.choices": _("{what}: {n}"),
    "time.name": _("Time"),
    "time.from": _("Since"),
    "time.until": _("Until"),
    "time.to": _("To the timeline"),
    "time.all": _("All of the time"),
    "time.earlier": _("Earlier"),
    "time.later": _("Later"),
    "time.play": _("Play"),
    "time.stop": _("Stop"),
    "time.first": _("First day shown"),
    "time.last": _("Last day shown"),
    "time.span": _("{first} – {last}"),
    "time.window": _("Period shown: the arrow keys move it, the space bar plays"),
    "time.chart": _("Events by time: {n} of them known to the day, {vague} less exactly; most in {when}: {most}"),
    "time.day": _("known to the day"),
    "time.vague": _("known to the month or year"),
    "time.table": _("As a table"),
    "time.period": _("Period"),
    "time.rest": _("longer than one column: {n}"),
}
"""The words by the key under which the scripts ask `FC.words` for them."""
