"""What a record's field is called, how it is written, and what it is for."""

from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sitegen.marked import Loc


def names(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the names of the fields that may stand at `loc` of a `model`; none where no record stands there."""
    inner = model if not loc else record_of(field_at(model, loc))
    return [field.alias or name for name, field in inner.model_fields.items()] if inner else []


def field_at(model: type[BaseModel] | None, loc: Loc) -> FieldInfo | None:
    """Return the field of `model` that the path names, skipping list positions."""
    field: FieldInfo | None = None
    for part in loc:
        if isinstance(part, int):
            continue
        model = record_of(field) if field else model
        by_name = {f.alias or name: f for name, f in model.model_fields.items()} if model else {}
        field = by_name.get(part)
        if field is None:
            return None
    return field


def record_of(field: FieldInfo | None) -> type[BaseModel] | None:
    """Return the record that a field holds, alone or in a list."""
    pending: list[Any] = [field.annotation] if field else []
    while pending:
        annotation = pending.pop()
        if get_origin(annotation) is None:
            if isinstance(annotation, type) and issubclass(annotation, BaseModel):
                return annotation
        else:
            pending.extend(get_args(annotation))
    return None


def example(name: str, field: FieldInfo | None) -> str:
    """Return how the field is written, such as 'where: [{place: …}]'."""
    return f"{name}: {_value(field)}"


def _value(field: FieldInfo | None) -> str:
    if field is None:
        return "…"
    if field.examples:
        return str(field.examples[0])
    inner = record_of(field)
    value = "…"
    if inner is not None:
        needed = [f.alias or n for n, f in inner.model_fields.items() if f.is_required()]
        first = next(iter(inner.model_fields))
        value = "{" + ", ".join(f"{name}: …" for name in needed or [first]) + "}"
    length = _length(field)
    return f"[{', '.join([value] * length)}]" if length else value


def _length(field: FieldInfo) -> int:
    """Return how many items the field holds: 1 stands for any number of them, 0 for a field that is no list."""
    for part in (field.annotation, *get_args(field.annotation)):
        if get_origin(part) is tuple:
            return sum(item is not Ellipsis for item in get_args(part))
    return 0
