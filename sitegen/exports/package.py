"""datapackage.json: what the downloads are, for programs (Frictionless Data Package 1, specs.frictionlessdata.io)."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sitegen.exports.plain import document, present
from sitegen.exports.table import Column
from sitegen.exports.tables import TABLES, Table
from sitegen.exports.terms import terms
from sitegen.site import Site

_TYPES = {"string": "string", "integer": "integer", "double": "number", "boolean": "boolean", "date": "date"}
_WHOLE = (("events.geojson", "application/geo+json"), ("events.json", "application/json"))


def datapackage(site: Site, files: Mapping[str, bytes]) -> bytes:
    """Describe the package; `files` are the downloads by name, each with its bytes and SHA-256 in the description."""
    said = terms(site)
    return document(
        present(
            {
                "profile": "data-package",
                "name": "events",
                "id": site.base_url,
                "homepage": site.base_url,
                "title": site.say(site.file.title),
                "description": site.say(site.file.description),
                "version": said["revision"],
                "created": f"{said['as_of']}T00:00:00Z",
                "licenses": [{"title": said["licence"]["name"], "path": said["licence"]["url"]}],
                "contributors": [{"title": said["attribution"], "role": "author"}],
                "resources": [
                    *(_tabular(table, site, files[table.name]) for table in TABLES),
                    *(_whole(name, mediatype, files[name]) for name, mediatype in _WHOLE),
                ],
            }
        )
    )


def _tabular(table: Table, site: Site, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        **_file(table.name, "text/csv", data),
        "dialect": {"header": True, "commentRows": [2], "delimiter": ",", "doubleQuote": True},
        "schema": present(
            {
                "fields": [_field(column, column.name in table.key) for column in table.columns(site)],
                "primaryKey": list(table.key),
                "foreignKeys": [_lead(*lead) for lead in table.leads],
                "missingValues": [""],
            }
        ),
    }


def _whole(name: str, mediatype: str, data: bytes) -> dict[str, Any]:
    return {"profile": "data-resource", **_file(name, mediatype, data)}


def _file(name: str, mediatype: str, data: bytes) -> dict[str, Any]:
    stem, _, ending = name.rpartition(".")
    return {
        "name": stem if ending == "csv" else f"{stem}-{ending}",
        "path": name,
        "format": ending,
        "mediatype": mediatype,
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
    }


def _field(column: Column[Any], required: bool) -> dict[str, Any]:
    field = {"name": column.name, "type": _TYPES.get(column.datatype, "string"), "description": column.holds}
    tagged = {**field, "hxl": column.tag}
    return {**tagged, "constraints": {"required": True}} if required else tagged


def _lead(own: tuple[str, ...], table: str, theirs: tuple[str, ...]) -> dict[str, Any]:
    resource = table.removesuffix(".csv")
    return {"fields": list(own), "reference": {"resource": resource, "fields": list(theirs)}}
