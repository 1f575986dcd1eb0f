"""Jinja that makes the macros of a page's parts once, not for every page; what it writes is what Jinja would write.

Jinja has this seam for subclasses: `template_class`.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule


class _Template(Template):
    environment: "Engine"

    def make_module(self, vars: Any = None, shared: bool = False, locals: Any = None) -> TemplateModule:  # noqa: A002
        """Return the macros of this template, made once: what they read of a page is what `Engine.page` was given."""
        known = self.environment.modules
        if self.name not in known:
            known[self.name] = super().make_module(self.environment.values, shared=True)
        return known[self.name]


class Engine(Environment):
    """An environment of such templates, which writes one page at a time."""

    template_class = _Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.modules: dict[str | None, TemplateModule] = {}
        self.values: dict[str, Any] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template sees of `globals`: as they are now, where Jinja would look them up in two places."""
        return {**self.globals, **(d or {})}

    def page(self, template: str, values: Mapping[str, Any]) -> str:
        """Write a page; macros that are imported "with context" see `values` and no names of the importing template."""
        found = self.get_template(template)
        self.values.clear()
        self.values |= found.globals
        self.values |= values
        try:
            return self.concat(found.root_render_func(found.new_context(self.values, shared=True)))
        except Exception:
            return self.handle_exception()
