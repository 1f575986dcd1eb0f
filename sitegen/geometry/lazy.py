"""shapely and numpy, loaded when the first shape is made: a check of one event needs none, and they take longest."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING


def _lazily(name: str) -> ModuleType:
    """Return a module that is loaded when something is asked of it (the recipe of importlib's documentation)."""
    if name in sys.modules:
        return sys.modules[name]
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    spec.loader = LazyLoader(spec.loader)
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if TYPE_CHECKING:
    import numpy as np
    import shapely
else:
    np, shapely = _lazily("numpy"), _lazily("shapely")

__all__ = ["np", "shapely"]
