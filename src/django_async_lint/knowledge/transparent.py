"""Calls that leave behaviour as it is: pass-through decorators, and functions that return their argument. Literals only."""

PASS_THROUGH_DECORATORS: dict[str, str] = {
    "functools.wraps": "https://docs.python.org/3/library/functools.html",
    "functools.lru_cache": "https://docs.python.org/3/library/functools.html",
    "functools.cache": "https://docs.python.org/3/library/functools.html",
}
"""Decorator -> source."""

RETURNS_ARGUMENT: dict[str, int] = {"typing.cast": 1, "copy.copy": 0, "copy.deepcopy": 0}
"""Function -> index of the argument that it returns."""
