"""Makes inputs that ought to break a linter: files out of the grammar, real ones mutated or cut off, odd layouts and
encodings, deep nesting, giant literals, plain noise. The same source of chance and files give the same inputs.

Nothing is run here.
"""

import random
import re
import sysconfig
from collections.abc import Callable, Sequence
from functools import cache
from keyword import iskeyword
from pathlib import Path

from fuzz_grammar import ATTRIBUTES, NAMES, module, template

ROOT = Path(__file__).resolve().parent.parent
WORD = re.compile(rb"[A-Za-z_]\w*\Z")
TOKEN = re.compile(rb"\w+|[^\w\s]|\s+")
MOST_OF_A_FILE = 6000
"""Bytes of a real file that a mutant begins from: mutants of a whole one take ten times as long and find no more."""
CODECS = (
    "utf-8 utf-8-sig latin-1 cp1252 ascii utf-16 utf-32 utf-7 shift_jis euc_jp gb18030 big5 koi8-r cp037 mac-roman "
    "idna punycode rot13 hex zlib base64 unicode_escape raw_unicode_escape undefined mbcs nonsense utf-8-unix é"
).split()
NOISE = (
    b"\x00", b"\x0c", b"\x0b", b"\x1a", b"\x1b[31m", b"\r", b"\r\n", b"\t", b" \t ", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\xc2\xa0", b"\xf0\x9f\x98\x80", b"\\\n", b"\\", b"'''", b'"', b"f'{", b"#", b"# noqa: DAL101\n",
    b"# noqa\n", b"::error::", b"# type: ignore\n", b";", b"\n\n\n", b"e\xcc\x81", b"\xe2\x80\xae", b"0x", b"1_0", b"...",
)  # fmt: skip
WORDS = tuple(f" {word} ".encode() for word in (
    "async await def class return yield lambda match case with for in if else try except finally global nonlocal del "
    "import from as not and or is None type while pass raise assert * ** := -> @ : , ( ) [ ] { }"
).split())  # fmt: skip
DEEP = (
    ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("-", ""), ("not ", ""), ("await ", ""), ("lambda: ", ""), ("x[", "]"),
    ("x if y else ", ""), ("*", ""), ("{1: ", "}"), ("(x := ", ")"), ("[y for x in ", "]"), ("x.y(z=", ")"), ("f'{", "}'"),
)  # fmt: skip
LONG = ("x + {0}", "{0}.x", "{0}()", "{0}[0]", "{0} or x", "{0} < x", "{0}, x", "{0} if x else y", "{0}.filter(x=1)", "x ** {0}")

Choose = random.Random
Make = Callable[[Choose], bytes]


@cache
def real_files() -> Sequence[Path]:
    """Files to be mutated: the standard library's and our own tests', in a fixed order."""
    folders = (Path(sysconfig.get_path("stdlib")), ROOT / "tests/oracle", ROOT / "tests/fixtures", ROOT / "examples")
    found = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return [path for path in found if "site-packages" not in path.parts and 200 < path.stat().st_size < 200_000]


def grammatical(choose: Choose) -> bytes:
    """A file out of the grammar."""
    return module(choose, choose.choice([5, 15, 30, 60])).encode()


def real(choose: Choose) -> bytes:
    """A piece of a real file, beginning and ending at the beginning of a statement."""
    lines = choose.choice(real_files()).read_bytes().splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line[:1].strip()]
    first = choose.choice(starts[: len(starts) // 2] or [0])
    ends = [end for end in starts if end > first and sum(map(len, lines[first:end])) < MOST_OF_A_FILE]
    text = b"".join(lines[first : max(ends, default=first + 40)])
    return text.replace(b"\ndef ", b"\nasync def ") if choose.random() < 0.7 else text


def start(choose: Choose) -> bytes:
    """A file to begin from."""
    return choose.choice((grammatical, grammatical, real))(choose)


def renamed(choose: Choose) -> bytes:
    """A file some of whose names are others: it parses as before and means something else."""
    tokens = TOKEN.findall(start(choose))
    places = [place for place, token in enumerate(tokens) if WORD.match(token) and not iskeyword(token.decode())]
    for _ in range(choose.choice([1, 3, 10, 40]) if places else 0):
        other = tokens[choose.choice(places)]
        tokens[choose.choice(places)] = choose.choice((other, other, choose.choice((*NAMES, *ATTRIBUTES)).encode()))
    return b"".join(tokens)


def mutated(choose: Choose) -> bytes:
    """A file some of whose tokens are deleted, doubled, exchanged or replaced."""
    tokens = TOKEN.findall(start(choose)) or [b""]
    for _ in range(choose.choice([1, 1, 2, 3, 8, 30])):
        place = choose.randrange(len(tokens))
        match choose.randrange(6):
            case 0:
                tokens[place] = b""
            case 1:
                tokens[place] *= 2
            case 2:
                other = choose.randrange(len(tokens))
                tokens[place], tokens[other] = tokens[other], tokens[place]
            case 3:
                tokens[place] = choose.choice(NAMES).encode()
            case 4:
                tokens[place] = choose.choice(WORDS)
            case _:
                tokens[place] = choose.choice(tokens)
    return b"".join(tokens)


def cut(choose: Choose) -> bytes:
    """A file that ends anywhere, begins anywhere, or lacks a piece."""
    data = start(choose)
    first, last = sorted(choose.randrange(len(data) + 1) for _ in range(2))
    return choose.choice((data[:last], data[first:], data[:first] + data[last:]))


def noisy(choose: Choose) -> bytes:
    """A file with bytes in it that belong nowhere."""
    data = start(choose)
    for _ in range(choose.choice([1, 1, 2, 5, 20])):
        place = choose.randrange(len(data) + 1)
        data = data[:place] + choose.choice(NOISE) + data[place:]
    return data


def laid_out(choose: Choose) -> bytes:
    """A file with other line ends, indentation, form feeds or a byte order mark."""
    data = start(choose)
    changes: Sequence[tuple[bytes, bytes]] = (
        (b"\n", b"\r\n"), (b"\n", b"\r"), (b"    ", b"\t"), (b"    ", b" "), (b"\n    ", b"\n\x0c    "), (b"\n", b"\n\n"),
        (b" = ", b"=\\\n"), (b"\n", b" # \xc3\xa9\n"), (b"\n", b";\n"), (b", ", b",\n"), (b"\n", b""), (b"\n", b"\xe2\x80\xa8"),
    )  # fmt: skip
    for old, new in choose.sample(changes, choose.choice([1, 1, 2, 3])):
        data = data.replace(old, new, choose.choice([1, 10, -1]))
    return choose.choice((b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\xef\xbb\xbf", b"\x00")) + data


def encoded(choose: Choose) -> bytes:
    """A file that names its encoding, rightly or not."""
    named = choose.choice(CODECS)
    used = named if choose.random() < 0.6 else choose.choice(CODECS)
    line = choose.choice(("# coding: {}\n", "# -*- coding: {} -*-\n", "#!x\n# vim: set fileencoding={} :\n", "# coding={}\n"))
    text = line.format(named) + "x = 'é ü ß 日本 😀'\n" + grammatical(choose).decode()
    try:
        return text.encode(used, choose.choice(("replace", "backslashreplace", "surrogatepass")))
    except (LookupError, UnicodeError, AssertionError):
        return text.encode()


def deep(choose: Choose) -> bytes:
    """An expression or a block nested as deeply as you like, in a coroutine function or not."""
    depth = choose.choice([10, 90, 150, 400, 1500, 6000])
    head = choose.choice(("async def view(request):\n    ", "def view(request):\n    ", "", "class A:\n    "))
    match choose.randrange(4):
        case 0:
            opening, closing = choose.choice(DEEP)
            body = "x = " + opening * depth + "y" + closing * depth
        case 1:
            body = "x"
            form = choose.choice(LONG)
            for _ in range(min(depth, 1500)):
                body = form.format(body)
        case 2:
            kind = choose.choice(("if x:", "for x in y:", "with x:", "async def f():", "class A:", "try:"))
            body = "".join(f"{' ' * level}{kind}\n" for level in range(min(depth, 150))) + " " * min(depth, 150) + "pass"
        case _:
            body = choose.choice(("if x:\n        pass\n", "x = y\n    y = x\n", "def f(): return x\n"))
            body += "    elif x:\n        pass\n" * depth if body.startswith("if") else ("    " + body) * depth
    return f"{head}{body}\n    time.sleep(1)\n".encode()


def giant(choose: Choose) -> bytes:
    """A file with a literal as large as you like."""
    size = choose.choice([1000, 5000, 50_000, 200_000])
    literal = choose.choice((
        lambda: "1" * size, lambda: "0x" + "f" * size, lambda: repr("é" * size), lambda: repr(b"x" * size),
        lambda: "[" + "1, " * (size // 20) + "]", lambda: "{" + ", ".join(f"{n}: 'x'" for n in range(size // 40)) + "}",
        lambda: "(" + "'a' " * (size // 20) + ")", lambda: "1e" + "9" * size, lambda: "'''" + "x\n" * size + "'''",
        lambda: "f'" + "{x}" * (size // 200) + "'", lambda: "[" + "Post(title='x'), " * (size // 100) + "]", lambda: "x" * size,
        lambda: "2 ** 10 ** 10 ** 10", lambda: "'x' * 10 ** 12 * 10 ** 12", lambda: "[0] * 99999999999", lambda: "1 << 10 ** 9",
        lambda: "range(10 ** 30)", lambda: "-(10 ** 400) * 1.5", lambda: "10 ** 5000 // 7 ** 3000", lambda: "pow(9, 9 ** 9)",
    ))()  # fmt: skip
    form = choose.choice((
        "X = {0}\nasync def view(request):\n    for x in X: time.sleep(X)\n    return X[0], len(X), x in X\n",
        "async def view(request, x={0}):\n    for y in range({0}): y ** y\n    return hashlib.pbkdf2_hmac('x', x, x, {0})\n",
        "async def view(request):\n    x = {0}\n    while x < {0}: x += {0}\n    return f'{{x:>{{x}}}}', x * x, '%s' % x, x[{0}:]\n",
    ))  # fmt: skip
    return b"import hashlib, time\nfrom models import Post\n" + form.format(literal).encode()


def noise(choose: Choose) -> bytes:
    """Bytes or words at random, after something that makes the file one to be looked at."""
    head = choose.choice((b"", b"async def view(request):\n    ", b"import time\nasync def f():\n"))
    if choose.random() < 0.5:
        return head + choose.randbytes(choose.choice([0, 1, 10, 300, 5000]))
    return head + b"".join(choose.choice(WORDS + NOISE) for _ in range(choose.choice([3, 30, 300])))


KINDS: dict[str, Make] = {
    "grammar": grammatical,
    "renamed": renamed,
    "mutated": mutated,
    "cut off": cut,
    "odd bytes": noisy,
    "layout": laid_out,
    "encoding": encoded,
    "deep": deep,
    "giant": giant,
    "noise": noise,
}
SHARES = (6, 5, 4, 2, 2, 2, 2, 1, 1, 1)
"""How many of each kind."""


def one(choose: Choose) -> tuple[str, bytes]:
    """An input and its kind."""
    kind = choose.choices(list(KINDS), SHARES)[0]
    return kind, KINDS[kind](choose)


def html(choose: Choose) -> bytes:
    """A template."""
    data = template(choose).encode()
    return data if choose.random() < 0.8 else data[: choose.randrange(len(data) + 1)] + choose.choice(NOISE)
