"""The quick steps of the pages' Jinja write what Jinja writes, and the quick JSON what the library writes."""

import json
import re
from functools import partial

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, StrictUndefined, pass_context
from markupsafe import Markup, escape

from sitegen.exports.plain import document
from sitegen.pages.engine import Engine, escaped

PARTS = {
    "page": '{% from "part" import twice, wrapped with context %}{% set deep = "<i>" %}'
    '<p title="{{ title }}">{% block body %}{% endblock %}</p>{{ twice(title) }}{{ twice(deep, last="!") }}'
    "{% call wrapped() %}<b>{{ title }}</b>{% endcall %}{{ asked('a') }}{% for x in items %}{{ asked(x) }}{% endfor %}",
    "part": '{% from "inner" import shown with context %}{% macro twice(x, last="") %}{{ shown(x) }}{{ shown(x) }}'
    "{{ last }}{{ here }}{% endmacro %}{% macro wrapped() %}<div>{{ caller() }}</div>{% endmacro %}",
    "inner": "{% macro shown(x) %}[{{ x }}|{{ x ~ '<' }}|{{ here }}]{% endmacro %}",
    "event": '{% extends "page" %}{% block body %}{{ title | upper }}{{ ready }}{{ number + 1 }}{{ bound() }}'
    "{% endblock %}",
}


@pass_context
def asked(context: jinja2.runtime.Context, x: str) -> str:
    return f"{context['here']}&{x}"


def values(here: str, title: str) -> dict[str, object]:
    bound = partial("{}>".format, title)
    return {"here": here, "title": title, "ready": Markup("<em>"), "number": 4, "items": ["<", "b"], "bound": bound}


def made(kind: type[jinja2.Environment]) -> jinja2.Environment:
    env = kind(loader=DictLoader(PARTS), autoescape=True, undefined=StrictUndefined)
    env.globals |= {"asked": asked}
    return env


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=4))
def test_pages_are_those_of_jinja(pages):
    ours, theirs = made(Engine), made(jinja2.Environment)
    for here, title in pages:
        told = values(here, title)
        assert ours.page("event", told) == theirs.get_template("event").render(**told)


def test_a_name_that_is_missing_is_still_an_error():
    engine = made(Engine)
    with pytest.raises(jinja2.UndefinedError, match="title"):
        engine.page("event", {"here": "x"})
    assert engine.page("event", values("x", "y")).startswith('<p title="y">')


@given(st.text() | st.text().map(Markup) | st.integers() | st.none())
def test_escaping_is_that_of_markupsafe(value):
    assert str(escaped(value)) == str(escape(value))


NUMBERS = st.integers(-(10**6), 10**6) | st.floats(-180, 180).map(lambda x: round(x, 4))
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=4),
)
POSITION = re.compile(r"\[\n\s*(-?\d[\d.]*),\n\s*(-?\d[\d.]*)\n\s*\]")


@given(JSON)
def test_records_are_written_as_the_library_indents_them(value):
    plain = json.dumps(value, ensure_ascii=False, indent=1)
    assert document(value).decode() == POSITION.sub(r"[\1, \2]", plain) + "\n"
