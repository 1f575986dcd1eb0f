"""What is wrong with a web address that a contributor gave, and what to write instead."""

import ipaddress
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from sitegen.problems import quoted

MAX_URL = 2_000
_PRIVATE_ENDINGS = (
    *(".localhost", ".local", ".internal", ".lan", ".home", ".arpa", ".intranet", ".corp"),
    *(".test", ".invalid", ".onion"),
)
_IMPOSSIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LABEL = re.compile(r"[\w-]+")
_IPV4_LIKE = re.compile(r"(\d+|0x[0-9a-f]*)", re.ASCII)

# Letters of other alphabets that look like Latin ones; a name made of nothing else under a Latin ending deceives.
_LATIN_LIKE = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтв" + "αικνορτυχωγε" + "օոսց")
_COPY = "copy the address from the browser's bar again"


class Fault(NamedTuple):
    """A rule id, what was written and what to write."""

    rule: str
    message: str
    hint: str


def fault(url: str) -> Fault | None:
    """Return what keeps `url` from being published as a link, or None."""
    if len(url) > MAX_URL:
        return Fault("url-long", f"the address has {len(url):,} characters", f"keep it under {MAX_URL:,}")
    if any(c.isspace() or c in '\\<>"`{}|^' or unicodedata.category(c) in _IMPOSSIBLE for c in url):
        return Fault("url-format", f"{quoted(url)} holds a space or another character that no address has", _COPY)
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Fault("url-format", f"{quoted(url)} is not a web address", _COPY)
    return _scheme(url, parts) or _host(host.removesuffix("."))


def _scheme(url: str, parts: SplitResult) -> Fault | None:
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        bare = re.fullmatch(r"(?:(?:https?:)?/+)?((?:[\w-]+\.)+[a-z]{2,}(?:/.*)?)", url, re.IGNORECASE)
        hint = f"write https://{bare[1][:60]}" if bare else "write an address that begins https://"
        return Fault("url-scheme", f"{quoted(url)} is not an address of the web", hint)
    if parts.username is not None or parts.password is not None:
        said = "the address carries a user name or password"
        return Fault("url-credentials", said, "leave out everything between // and @, and @ itself")
    return None


def _host(host: str) -> Fault | None:
    if _is_private(host):
        said = f"{quoted(host)} is not a site that readers can reach"
        return Fault("url-private", said, "give the public address of the page")
    if ":" in host:
        return None
    labels = [_unpunycode(label) for label in host.split(".")]
    if not all(label and _LABEL.fullmatch(label) for label in labels):
        return Fault("url-format", f"{quoted(host)} is not the name of a site", _COPY)
    if any(_disguised(label or "", labels[-1] or "") for label in labels):
        said = f"the site's name {quoted(host)} has letters that look like others"
        return Fault("url-lookalike", said, "type the address by hand, in one alphabet")
    return None


def _is_private(host: str) -> bool:
    if f".{host}".endswith(_PRIVATE_ENDINGS) or ("." not in host and ":" not in host):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
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
