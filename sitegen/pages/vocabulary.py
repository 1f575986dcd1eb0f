"""The words that pages use for the codes of the records: English messages, translated where they are shown."""

from collections.abc import Mapping

from sitegen.i18n import mark as _

LEVEL_MEANING: Mapping[str, str] = {
    "withdrawn": _("the entry was taken down"),
    "independent": _("an organisation, press that saw it itself or a witness says so, and at least one more origin"),
    "both-sides": _("two parties say so"),
    "one-side": _("one party says so, in two or more statements of separate origin"),
    "one-source": _("there is one origin, of any kind, however many pages carry it"),
    "unconfirmed": _("only unnamed channels say so"),
    "refuted": _("whoever said it took it back, and nobody else says so"),
}
ABOUT: Mapping[str, str] = {
    "event": _("What happened"),
    "people": _("How many"),
    "place": _("Where"),
    "time": _("When"),
    "route": _("By which way"),
    "cause": _("Why, and by whom"),
    "aim": _("To what end"),
}
STANCES: Mapping[str, str] = {
    "states": _("says"),
    "confirms": _("confirms"),
    "denies": _("denies"),
    "concedes": _("concedes"),
}
ROLES: Mapping[str, str] = {
    "scene": _("Where it happened"),
    "origin": _("From"),
    "stay": _("Stayed in"),
    "transit": _("By way of"),
    "handover": _("Handed over in"),
    "destination": _("To"),
    "talks": _("Talks in"),
}
BASIS: Mapping[str, str] = {
    "occurred": _("happened"),
    "announced": _("announced"),
    "reported": _("reported"),
}
PRECISION: Mapping[str, str] = {
    "exact": _("known exactly"),
    "site": _("known to the site"),
    "neighbourhood": _("known to the neighbourhood"),
    "settlement": _("known to the settlement"),
    "near": _("known to be near here"),
    "district": _("known to the district"),
    "region": _("known to the region"),
    "between": _("somewhere between two places"),
    "country": _("known to the country"),
    "undisclosed": _("not disclosed"),
}
GRAINS: Mapping[str, str] = {
    "day": _("known to the day"),
    "month": _("known to the month"),
    "year": _("known to the year"),
    "interval": _("lasted more than a day"),
}
KNOWN: Mapping[str, str] = {
    "km1": _("a place known to 1 km"),
    "km5": _("a place known to 5 km"),
    "km20": _("a place known to 20 km"),
    "day": _("the day is known"),
    "month": _("the month is known"),
}
"""How finely place and time are known; of these choices all that are made must hold."""
DRAWN: Mapping[str, str] = {
    "exact": _("a pin"),
    "site": _("a dot in a circle of half a kilometre"),
    "neighbourhood": _("a circle"),
    "settlement": _("a circle"),
    "near": _("a circle"),
    "district": _("its outline, or a dashed circle of about its area"),
    "region": _("its outline"),
    "between": _("a line"),
    "country": _("its outline"),
    "undisclosed": _("not drawn: counted beside the map"),
}
CONFIDENCE: Mapping[str, str] = {
    "high": _("sure"),
    "medium": _("fairly sure"),
    "low": _("not sure"),
}
CHOSEN: Mapping[str, str] = {
    "only-match": _("the only place of this name where it is said to lie"),
    "by-hand": _("chosen by a person among several"),
}
EFFECTS: Mapping[str, str] = {
    "killed": _("Killed"),
    "injured": _("Injured"),
    "missing": _("Missing"),
    "held": _("Held"),
    "taken": _("Taken away"),
    "returned": _("Returned"),
    "exchanged": _("Exchanged"),
    "evacuated": _("Evacuated"),
    "displaced": _("Displaced"),
    "due_to_leave": _("Due to leave"),
    "stayed": _("Stayed"),
    "separated": _("Separated"),
    "reunited": _("Reunited"),
    "affected": _("Affected"),
}
SOURCE_KINDS: Mapping[str, str] = {
    "outlet": _("news outlet"),
    "agency": _("news agency"),
    "state-media": _("state media"),
    "official": _("official page"),
    "organisation": _("organisation"),
    "aggregator": _("aggregator"),
    "copy": _("copy of another page"),
    "encyclopedia": _("encyclopedia"),
    "social": _("social network"),
}
SPEAKER_KINDS: Mapping[str, str] = {
    "person": _("speaks in office"),
    "body": _("a body"),
    "group": _("a group without names"),
    "channel": _("an unnamed channel"),
}
SIDE_ROLES: Mapping[str, str] = {
    "party": _("party"),
    "mediator": _("mediator"),
    "organisation": _("organisation"),
    "press": _("press"),
    "witness": _("witness"),
}
WITHHELD: Mapping[str, str] = {
    "names": _("names"),
    "images": _("images"),
    "ages": _("ages"),
    "health": _("health"),
    "ties": _("family ties"),
    "places": _("places"),
    "routes": _("routes"),
}
REASONS: Mapping[str, str] = {
    "request": _("at the request of someone concerned"),
    "harm": _("because it could have harmed someone"),
    "error": _("because it was wrong"),
    "duplicate": _("because another entry tells the same"),
    "legal": _("for legal reasons"),
}
STATES: Mapping[str, str] = {
    "replaced": _("replaced by a later statement"),
    "taken-back": _("taken back"),
    "given-up": _("no longer upheld"),
}
