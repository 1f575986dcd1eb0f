"""What readers search in their own browser: one index a language, and the table that words are reduced by."""

from sitegen.search.index import index_js, said_by
from sitegen.search.stems import TABLE, key, latin, stem, telling, words

__all__ = ["TABLE", "index_js", "key", "latin", "said_by", "stem", "telling", "words"]
