"""What the lines of a file say before it is parsed: its class and def statements, imports and assignments, as bytes.

Every file of a project is asked, most of them to be never parsed; so each pattern begins with bytes that are searched
for at the speed of memory, a line end for one (`^` is asked at every byte: five times slower, 80 ms where Django's
checkout takes 15), and answers that several questions need are kept.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

CLASS_STATEMENT = re.compile(rb"\n[ \t]*class[ \t]+(\w+)(?=[ \t]*(?:\(([^)]*)\))?)")
SCOPE = re.compile(rb"\n([ \t]*)(class|async[ \t]+def|def)[ \t]+(\w+)")
PLAIN_DEF = re.compile(rb"\n[ \t]*def[ \t]+(\w+)")
ASSIGNED = re.compile(rb"\n[ \t]+(\w+)[ \t]*(?::[^=\n]+)?=(?!=)")
IMPORT = re.compile(rb"import[ \t]+")
BEFORE_IMPORT = re.compile(rb"[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?")
IMPORTED = re.compile(rb"\([^)]*\)|[^\n]+")
BEFORE_USE = re.compile(rb"(?:[ \t]*@)?[\w.]*")
WORD = re.compile(rb"\w+")


@lru_cache(maxsize=16384)
def class_statements(data: bytes) -> list[tuple[bytes, bytes]]:
    """The class statements of a file: each name, and what stands between the brackets behind it."""
    return CLASS_STATEMENT.findall(b"\n" + data) if b"class" in data else []


def scopes(data: bytes) -> list[tuple[bytes, bytes, bytes]]:
    """The class and def statements of a file in order: indentation, keyword, name."""
    return SCOPE.findall(b"\n" + data)


def plain_functions(data: bytes) -> list[bytes]:
    """The names of the functions and methods that are no coroutines."""
    return PLAIN_DEF.findall(b"\n" + data)


def assigned_names(data: bytes) -> list[bytes]:
    """The names that indented lines assign to."""
    return ASSIGNED.findall(b"\n" + data)


def imported_words(data: bytes) -> frozenset[bytes]:
    """Every word behind the `import` of an import statement."""
    return frozenset(WORD.findall(b" ".join(names for _, names in imports(data))))


def import_words(data: bytes) -> frozenset[bytes]:
    """Every word of an import statement, the modules that names are imported from too."""
    return frozenset(WORD.findall(b" ".join(part for parts in imports(data) for part in parts)))


def imports(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands before and behind the `import` of each import statement."""
    for found in IMPORT.finditer(data):
        begins = data.rfind(b"\n", 0, found.start()) + 1
        before = BEFORE_IMPORT.fullmatch(data, begins, found.start())
        names = IMPORTED.match(data, found.end()) if before is not None else None
        if before is not None and names is not None:
            yield before[0], names[0]


def places_of(data: bytes, word: bytes) -> list[int]:
    """Where a word stands in a file; a pattern would have to be compiled for each word."""
    found, at = [], data.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_is_of_word(data[at - 1 : at]) or _is_of_word(data[end : end + 1])):
            found.append(at)
        at = data.find(word, end)
    return found


def _is_of_word(byte: bytes) -> bool:
    return byte.isalnum() or byte == b"_"


def begins_line(data: bytes, word: bytes) -> bool:
    """Whether a line begins with a word or with names and dots before it (`@registry.word`); only a decorator may be
    indented."""
    found = re.finditer(word + rb"(?<!\w" + word + rb")\b", data)  # begins with what is searched for fast
    return any(BEFORE_USE.fullmatch(data, data.rfind(b"\n", 0, each.start()) + 1, each.start()) for each in found)
