"""How a process that lives on is rid of what rooms keep of the nodes, modules and classes of a run.

By convention `lru_cache` with a bound is for what belongs to a run, `cache` for what tables say. A run forgets those
before it, so that what checks in a loop does not grow; a language server forgets after each as well, for it would keep
the trees of thousands of files that have changed since.
"""

import sys
from functools import _lru_cache_wrapper

ROOMS = ("django_async_lint.inference.", "django_async_lint.project.")


def forget() -> None:
    """Empties the caches of past runs."""
    for name, room in list(sys.modules.items()):
        if name.startswith(ROOMS):
            for thing in list(vars(room).values()):
                if isinstance(thing, _lru_cache_wrapper) and thing.cache_parameters()["maxsize"] is not None:
                    thing.cache_clear()
