"""A geopy geocoder by name, set up as the usage rules want it: own name, contact, pace, time limit, keys."""

import inspect
import os
from functools import partial
from importlib.metadata import version
from typing import Any

from geopy.exc import ConfigurationError, GeocoderNotFound
from geopy.geocoders import get_geocoder_for_service

from sitegen.geocode import nominatim
from sitegen.geocode.errors import MisuseError
from sitegen.geocode.kept import Kept, folder
from sitegen.geocode.pace import Pace
from sitegen.geocode.transport import Transport
from sitegen.model.site import Geocoder, SiteFile
from sitegen.problems import quoted, say

TIME_LIMIT_S = 10.0
KEYS = "SITEGEN_GEOCODER_"
"""An environment variable SITEGEN_GEOCODER_API_KEY is handed to the provider as `api_key`, and so on."""

_OURS = frozenset({"domain", "scheme", "timeout", "proxies", "user_agent", "ssl_context", "adapter_factory"})


def terms(told: Geocoder) -> tuple[str, str]:
    """Return licence and attribution of the answers; raises MisuseError where nobody stated them."""
    if told.licence and told.attribution:
        return told.licence, told.attribution
    if is_nominatim(told):
        return told.licence or nominatim.LICENCE, told.attribution or nominatim.ATTRIBUTION
    raise MisuseError(
        say(
            "under what terms may answers of %(provider)s be kept? "
            "Write geocoder: licence: and attribution: into site.yaml",
            provider=told.provider,
        )
    )


def connected(file: SiteFile, pace: Pace, *, fresh: bool) -> Any:
    """Return the geopy geocoder that site.yaml names, behind our transport; raises MisuseError where it cannot be."""
    told = file.geocoder
    if not file.has_contact:
        raise MisuseError(
            say(
                "the contact in site.yaml is a placeholder: geocoders want to know whom to write to. Give an address "
                "that is read, or ask GeoNames alone with --provider geonames"
            )
        )
    made = _class_of(told)
    keys = _keys(made)
    kept = Kept(folder(), tuple(value for value in keys.values() if value), fresh=fresh)
    place = {"domain": told.domain} if told.domain else {}
    try:
        return made(
            **_accepted(made, {**place, "scheme": told.scheme}),
            **keys,
            user_agent=f"frontline-civilians/{version('frontline-civilians')} ({file.contact})",
            timeout=TIME_LIMIT_S,
            adapter_factory=partial(Transport, pace=pace, kept=kept),
        )
    except (ConfigurationError, TypeError, ValueError) as error:
        raise MisuseError(
            say(
                "%(provider)s cannot be set up: %(error)s. Keys are read from %(keys)sAPI_KEY and the like",
                provider=told.provider,
                error=error,
                keys=KEYS,
            )
        ) from None


def is_nominatim(told: Geocoder) -> bool:
    """Tell whether the provider speaks Nominatim's own tongue."""
    return told.provider.casefold() == "nominatim"


def _class_of(told: Geocoder) -> Any:
    if is_nominatim(told):
        return nominatim.Nominatim
    try:
        return get_geocoder_for_service(told.provider)
    except GeocoderNotFound:
        raise MisuseError(say("geopy has no provider called %(name)s", name=quoted(told.provider))) from None


def _parameters(made: Any) -> set[str]:
    return set(inspect.signature(made.__init__).parameters) - {"self"}


def _accepted(made: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    if refused := set(wanted) - _parameters(made) - {"scheme"}:
        raise MisuseError(
            say(
                "this provider takes no %(fields)s: delete it under geocoder: in site.yaml",
                fields=", ".join(sorted(refused)),
            )
        )
    return {name: value for name, value in wanted.items() if name in _parameters(made)}


def _keys(made: Any) -> dict[str, str]:
    named = {name: os.environ.get(KEYS + name.upper()) for name in _parameters(made) - _OURS}
    return {name: value for name, value in sorted(named.items()) if value}
