"""What the spellings of one name share, whichever language it was romanised from."""

from functools import lru_cache

from sitegen.gazetteer import fold


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Return a key that Serhii and Сергій, Sergey and Сергей, Galina and Halina have in common."""
    return fold(word).replace("g", "h").replace("x", "ks")
