"""What is wrong with a web address that a contributor gave, and what to write instead."""

import ipaddress
import unicodedata
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

_PRIVATE_ENDINGS = (
    "localhost",
    ".local",
    ".internal",
    ".lan",
    ".home",
    ".intranet",
    ".test",
    ".invalid",
    ".onion",
)


class Fault(NamedTuple):
    """A rule id, what was written and what to write."""

    rule: str
    message: str
    hint: str


def fault(url: str) -> Fault | None:
    """Return what keeps `url` from being published as a link, or None."""
    if any(c.isspace() or unicodedata.category(c) in {"Cc", "Cf"} for c in url):
        return Fault("url-format", f'"{url}" holds a blank or an invisible character', "copy the address again")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Fault("url-format", f'"{url}" is not a web address', "write https://… as in the browser's bar")
    return _scheme(url, parts, host) or _host(url, host)


def _scheme(url: str, parts: SplitResult, host: str) -> Fault | None:
    if parts.scheme not in {"http", "https"}:
        written = parts.scheme or url
        return Fault("url-scheme", f'"{written}" does not begin a web address', "write an address that begins https://")
    if parts.username is not None or parts.password is not None:
        return Fault(
            "url-credentials",
            "the address carries a user name or password",
            "write it without what stands before @",
        )
    if not host:
        return Fault("url-format", f'"{url}" names no site', "write https://… as in the browser's bar")
    return None


def _host(url: str, host: str) -> Fault | None:
    if _is_private(host):
        return Fault("url-private", f'"{host}" cannot be reached by readers', "give the public address of the page")
    labels = [_unpunycode(label) for label in host.split(".")]
    if any(label is None for label in labels):
        return Fault("url-format", f'"{host}" is not a host name', "copy the address again")
    if any(_mixed(label or "") for label in labels) or _disguised([label or "" for label in labels]):
        return Fault(
            "url-lookalike",
            f'"{host}" mixes letters that look alike',
            "type the address by hand, in one alphabet",
        )
    return None


def _is_private(host: str) -> bool:
    if host.endswith(_PRIVATE_ENDINGS) or ("." not in host and ":" not in host):
        return True
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return host.replace(".", "").isdigit()


def _unpunycode(label: str) -> str | None:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return None


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(c, "?").split()[0] for c in label if c.isalpha()}


def _mixed(label: str) -> bool:
    return len(_scripts(label) & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1


def _disguised(labels: list[str]) -> bool:
    # A Cyrillic or Greek name under a Latin ending (аррӏе.com) reads as a Latin one; under .рф or .укр it is honest.
    return _scripts(labels[-1]) == {"LATIN"} and any(_scripts(label) & {"CYRILLIC", "GREEK"} for label in labels)
