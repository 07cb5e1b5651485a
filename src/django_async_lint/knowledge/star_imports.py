"""Which names of `builtins` a star import of the standard library binds to something else.

Literal tables only. Source: `__all__` of each module, or its public names, on Python 3.11 to 3.13:
https://docs.python.org/3/tutorial/modules.html#importing-from-a-package
"""

SHADOWS: dict[str, str] = {
    "aifc": "open", "ast": "Ellipsis slice", "audioop": "max", "bz2": "open", "codecs": "open", "curses": "filter",
    "dbm": "open", "enum": "property", "fileinput": "input", "fnmatch": "filter", "gzip": "open",
    "locale": "format str", "lzma": "open", "math": "pow", "multiprocessing": "TimeoutError", "operator": "abs pow",
    "os": "open", "ossaudiodev": "open", "pdb": "help", "posix": "open", "py_compile": "compile", "pydoc": "help",
    "re": "compile", "reprlib": "repr", "shelve": "open", "sqlite3": "Warning", "sunau": "open",
    "sys": "copyright exit", "tarfile": "open", "threading": "enumerate", "wave": "open", "webbrowser": "open",
}  # fmt: skip
"""Module -> names, apart by spaces; no other of the standard library, nor any of Django, binds such a name."""
