"""Jinja with the steps that pages take most often made short; what they write is what Jinja would write.

Only for environments that always escape. Jinja has these seams for subclasses: `template_class`, `context_class`.
"""

from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any, cast

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

_PLAIN = frozenset({FunctionType, MethodType, BuiltinFunctionType, type(partial(print))})
markup = cast("Callable[[str], Markup]", partial(str.__new__, Markup))
"""Markup of a text that is markup already: `Markup` would look for its `__html__` first."""


def escaped(value: Any) -> str:
    """Escape for HTML as `escape` does, but leave plain text plain: it is joined to a page and never escaped again."""
    kind = type(value)
    if kind is Markup:
        return cast("str", value)
    if kind is not str:
        return escape(value)
    if "&" in value:
        value = value.replace("&", "&amp;")
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")  # type: ignore[no-any-return]


class _Macro(Macro):
    """A macro that is called straight where it gets just its arguments."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if self._plain and not kwargs and len(args) == self._argument_count:
            return markup(self._func(*args))
        return super().__call__(*args, **kwargs)


class _Context(Context):
    """A context that hands itself only to who asks for it, and asks plain functions and macros alone."""

    def call(self, called: Any, /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any) -> Any:
        kind = type(called)
        if kind is _Macro or (kind in _PLAIN and getattr(called, "jinja_pass_arg", None) is None):
            return called(*args, **kwargs)
        return super().call(called, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **kwargs)


class _Template(Template):
    environment: "Engine"

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Template:
        # What the compiled code of a template knows by these names.
        namespace.update({"escape": escaped, "Macro": _Macro, "Markup": markup})
        return super()._from_namespace(environment, namespace, globals)

    def make_module(self, vars: Any = None, shared: bool = False, locals: Any = None) -> TemplateModule:  # noqa: A002
        """Return the macros of this template, made once: what they read of a page is what `Engine.page` was given."""
        known = self.environment.modules
        if self.name not in known:
            known[self.name] = super().make_module(self.environment.values, shared=True)
        return known[self.name]


class Engine(Environment):
    """An environment of such templates, which writes one page at a time."""

    template_class = _Template
    context_class = _Context

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
