"""What is wrong with a web address that a contributor gave, and what to write instead."""

import ipaddress
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from sitegen.problems import Grouped, quoted, say

MAX_URL = 2_000
_PRIVATE_ENDINGS = (
    *(".localhost", ".local", ".internal", ".lan", ".home", ".arpa", ".intranet", ".corp"),
    *(".test", ".invalid", ".onion"),
)
_IMPOSSIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LABEL = re.compile(r"[\w-]+")
_IPV6 = re.compile(r"\[[0-9a-fA-F:.]+\](:\d*)?")
_IPV4_LIKE = re.compile(r"(\d+|0x[0-9a-f]*)", re.ASCII)

# Letters of other alphabets that look like Latin ones; a name made of nothing else under a Latin ending deceives.
_LATIN_LIKE = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтв" + "αικνορτυχωγε" + "օոսց")
_COPY = say("copy the address from the browser's bar again")


class Fault(NamedTuple):
    """A rule id, what was written and what to write."""

    rule: str
    message: str
    hint: str


def fault(url: str) -> Fault | None:
    """Return what keeps `url` from being published as a link, or None."""
    if len(url) > MAX_URL:
        said = say("the address has %(size)s characters", size=Grouped(len(url)))
        return Fault("url-long", said, say("keep it under %(limit)s", limit=Grouped(MAX_URL)))
    if any(c.isspace() or c in '\\<>"`{}|^' or unicodedata.category(c) in _IMPOSSIBLE for c in url):
        said = say("%(url)s holds a space or another character that no address has", url=quoted(url))
        return Fault("url-format", said, _COPY)
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Fault("url-format", say("%(url)s is not a web address", url=quoted(url)), _COPY)
    if ":" in host and not _IPV6.fullmatch(parts.netloc.rpartition("@")[2]):
        return Fault("url-format", say("%(url)s is not a web address", url=quoted(url)), _COPY)
    return _scheme(url, parts) or _host(host.removesuffix("."))


def _scheme(url: str, parts: SplitResult) -> Fault | None:
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        bare = re.fullmatch(r"(?:(?:https?:)?/+)?((?:[\w-]+\.)+[a-z]{2,}(?:/.*)?)", url, re.IGNORECASE)
        begin = say("write an address that begins https://")
        hint = say("write %(example)s", example=f"https://{bare[1][:60]}") if bare else begin
        return Fault("url-scheme", say("%(url)s is not an address of the web", url=quoted(url)), hint)
    if parts.username is not None or parts.password is not None:
        said = say("the address carries a user name or password")
        return Fault("url-credentials", said, say("leave out everything between // and @, and @ itself"))
    return None


def _host(host: str) -> Fault | None:
    if _is_private(host):
        said = say("%(host)s is not a site that readers can reach", host=quoted(host))
        return Fault("url-private", said, say("give the public address of the page"))
    if ":" in host:
        return None
    labels = [_unpunycode(label) for label in host.split(".")]
    if not all(label and _LABEL.fullmatch(label) for label in labels):
        return Fault("url-format", say("%(host)s is not the name of a site", host=quoted(host)), _COPY)
    if any(_disguised(label or "", labels[-1] or "") for label in labels):
        said = say("the site's name %(host)s has letters that look like others", host=quoted(host))
        return Fault("url-lookalike", said, say("type the address by hand, in one alphabet"))
    return None


def _is_private(host: str) -> bool:
    if f".{host}".endswith(_PRIVATE_ENDINGS) or ("." not in host and ":" not in host):
        return True
    try:
        address = ipaddress.ip_address(host)
        return address.is_multicast or not address.is_global
    except ValueError:
        # What browsers take for an IPv4 address although it is not written as one: 127.1, 0x7f.0.0.1, 0177.0.0.1.
        return bool(_IPV4_LIKE.fullmatch(unicodedata.normalize("NFKC", host).rpartition(".")[2]))


def _unpunycode(label: str) -> str | None:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return None


def _disguised(label: str, ending: str) -> bool:
    scripts = {unicodedata.name(c, "?").split()[0] for c in label if c.isalpha()}
    if unicodedata.normalize("NFKC", label) != label or any("\u0250" <= c <= "\u02ff" for c in label):
        return True
    if len(scripts & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1:
        return True
    # A Cyrillic name under a Latin ending (аррӏе.com) may read as a Latin one; under .рф or .укр it is honest.
    letters = {c for c in label if c.isalpha()}
    return ending.isascii() and bool(letters) and letters <= _LATIN_LIKE
