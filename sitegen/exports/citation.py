"""CITATION.cff: how the whole is cited (Citation File Format 1.2.0)."""

import json

from sitegen.exports.terms import terms
from sitegen.site import Site

_CREATIVE_COMMONS = "https://creativecommons.org/licenses/"


def citation(site: Site) -> bytes:
    """Write the file: YAML whose every value is a JSON string, so that no word of the site is read as anything else."""
    said = terms(site)
    fields: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": "Please cite the day and the revision, and for a number the claim that gives it.",
        "type": "dataset",
        "title": site.say(site.file.title),
        "abstract": site.say(site.file.description),
        "authors": [{"name": said["attribution"]}],
        "version": said["revision"],
        "date-released": said["as_of"],
        **_licence(said["licence"]["name"], said["licence"]["url"]),
    }
    if site.base_url:
        fields["url"] = site.base_url
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    return "".join(lines).encode()


def _licence(name: str, url: str) -> dict[str, str]:
    """Name a Creative Commons licence by its SPDX id, which programs know; any other by its address."""
    if not url.startswith(_CREATIVE_COMMONS):
        return {"license-url": url}
    code, _, version = url.removeprefix(_CREATIVE_COMMONS).strip("/").partition("/")
    return {"license": f"CC-{code.upper()}-{version}" if version.count(".") == 1 else name, "license-url": url}
