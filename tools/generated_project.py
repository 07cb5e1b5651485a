"""Writes projects of any size that stand for the worst that call graphs do: knots of mutual calls, chains, diamonds.

For the growth benchmark and the order tests. The same shape and seed give the same files. Nothing is measured here.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

PER_MODULE = 20
"""Functions in one module."""

MODELS = """\
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)
    mentor = models.ForeignKey("self", null=True, on_delete=models.CASCADE)


class Blog(models.Model):
    title = models.CharField(max_length=80)
    owner = models.ForeignKey(Author, on_delete=models.CASCADE)


class Post(models.Model):
    title = models.CharField(max_length=80)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    blog = models.ForeignKey(Blog, on_delete=models.CASCADE)
    tags = models.ManyToManyField("Tag")


class Tag(models.Model):
    word = models.CharField(max_length=80)
"""
HEADER = "import time\n\nfrom shop.models import Post, Tag\n"
OPENINGS = (
    "post = await Post.objects.aget(pk=1)\nposts = Post.objects.all()",
    'post = await Post.objects.select_related("author").aget(pk=1)\nposts = Post.objects.select_related("blog")',
    'post = await Post.objects.select_related("author__mentor", "blog").afirst()\nposts = Post.objects.none()',
    'posts = Post.objects.prefetch_related("tags")\npost = await posts.alast()',
)
"""How a view comes by the values that it hands down; each knows something else about what is in memory."""
STEADY = ("time.sleep(0.1)", "total = Tag.objects.count()", "rows = [each.title for each in posts]")
"""What a helper does that leaves its arguments as they were given."""
CHANGING = (
    *STEADY,
    "name = post.author.name",
    "name = post.blog.owner.name",
    "mentor = post.author.mentor",
    'posts = posts.filter(title="news")',
    'posts = posts.select_related("blog")',
    "words = list(post.tags.all())",
    'post.title = "new"\npost.save()',
)
"""The same, and what changes what is in memory of them or how they are queried: each way leads to other values."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A generated project: `functions` in all, and its `files` as text by path relative to the root."""

    name: str
    functions: int
    files: dict[str, str]


def mutual(functions: int, seed: int = 0, far: float = 0.1, changing: bool = False) -> Shape:
    """Functions that call each other: one in ten is an async view, one in ten an async helper, the others plain.

    Every helper calls its neighbour, so that chains are as deep as the project is long, and up to two others: of its
    own module, which makes a cycle, or with probability `far` anywhere, which ties all of them into one knot. With
    `far` at 0 calls from module to module lead forward only, and the cycles stay small. With `changing` the values
    that are handed on differ by the way that they took.
    """
    choose = random.Random(seed)
    deeds = CHANGING if changing else STEADY
    views = functions // 10
    helpers = functions - views
    kinds = [choose.random() < 1 / 9 for _ in range(helpers)]
    plain = [number for number in range(helpers) if not kinds[number]]
    modules: dict[int, list[str]] = {}
    imports: dict[int, set[int]] = {}
    for number in range(helpers):
        called = _called_by(number, helpers, kinds, far, choose)
        home = number // PER_MODULE
        modules.setdefault(home, []).append(_helper(number, called, kinds, deeds, choose))
        imports.setdefault(home, set()).update(each for each in called if each // PER_MODULE != home)
    files = {
        f"shop/part_{home}.py": _module(imports[home], bodies, late=True) for home, bodies in modules.items()
    }
    for start in range(0, views, PER_MODULE):
        members = range(start, min(start + PER_MODULE, views))
        called_here = {member: choose.choice(plain) for member in members}
        bodies = [
            f"async def view_{member}(request):\n"
            + indent(f"{choose.choice(OPENINGS)}\nreturn step_{called}(post, posts)\n", "    ")
            for member, called in called_here.items()
        ]
        files[f"shop/views_{start // PER_MODULE}.py"] = _module(set(called_here.values()), bodies)
    name = f"{'one knot' if far else 'small cycles'}, {'changing' if changing else 'steady'} values"
    return Shape(name, functions, _with_models(files))


def diamond(width: int, shared: int = 5) -> Shape:
    """One view calls `width` helpers; each of them calls the same `shared` helpers, and these one sink."""
    sink = ["def sink(post, posts):\n    time.sleep(1)\n    return post.author\n"]
    lower = [f"def low_{number}(post, posts):\n    return sink(post, posts)\n" for number in range(shared)]
    files = {
        "shop/bottom.py": f"{HEADER}\n\n" + "\n\n".join([*sink, *lower]),
        **_tiers("high", width, [("shop.bottom", f"low_{number}") for number in range(shared)]),
        "shop/views.py": _view([(f"shop.high_{number // PER_MODULE}", f"high_{number}") for number in range(width)]),
    }
    return Shape("diamond", width + shared + 2, _with_models(files))


def layers(depth: int, width: int = 10) -> Shape:
    """`depth` layers of `width` functions, each calling every function of the next: `width ** depth` paths."""
    files = {"shop/layer_0.py": _layer(0, width, [])}
    for level in range(1, depth):
        files[f"shop/layer_{level}.py"] = _layer(level, width, _names(level - 1, width))
    files["shop/views.py"] = _view(_names(depth - 1, width))
    return Shape("layers", depth * width + 1, _with_models(files))


def write(shape: Shape, root: Path) -> Path:
    """Writes a shape as a project into `root`; the folder."""
    for name, text in shape.files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def _called_by(number: int, helpers: int, kinds: list[bool], far: float, choose: random.Random) -> list[int]:
    """The helpers that a helper calls; a plain one calls plain ones only."""
    home = number // PER_MODULE * PER_MODULE
    found = []
    if number + 1 < helpers:
        found.append(number + 1)
    elif far:
        found.append(0)
    for _ in range(choose.randint(0, 2)):
        anywhere = choose.random() < far
        start, end = (0, helpers) if anywhere else (home, min(home + PER_MODULE, helpers))
        found.append(choose.randrange(start, end))
    forward = _next_plain if not kinds[number] else _itself
    return sorted({forward(each, helpers, kinds, bool(far)) for each in found})


def _next_plain(number: int, helpers: int, kinds: list[bool], around: bool) -> int:
    """The first plain helper from a number on; past the last one the first of all, or without `around` the last."""
    candidates: Iterator[int] = iter(range(number, helpers))
    last = max(index for index in range(helpers) if not kinds[index])
    first = kinds.index(False)
    return next((each for each in candidates if not kinds[each]), first if around else last)


def _itself(number: int, helpers: int, kinds: list[bool], around: bool) -> int:
    return number


def _helper(
    number: int, called: list[int], kinds: list[bool], deeds: tuple[str, ...], choose: random.Random
) -> str:
    """The text of one helper: a deed or two, its calls under conditions or not, and something given back."""
    lines = [choose.choice(deeds) for _ in range(choose.randint(0, 2))]
    for each in called:
        call = f"{'await ' if kinds[each] else ''}step_{each}(post, posts)"
        lines.append(choose.choice((f"if post.title:\n    {call}", call, f"post = {call} or post")))
    lines.append(choose.choice(("return post", "return posts.first()" if not kinds[number] else "return post")))
    start = "async def" if kinds[number] else "def"
    return f"{start} step_{number}(post, posts):\n" + indent("\n".join(lines) + "\n", "    ")


def _module(called: set[int], bodies: list[str], late: bool = False) -> str:
    """A module; `late` puts its imports last, as circular imports need it."""
    imports = "".join(f"from shop.part_{each // PER_MODULE} import step_{each}\n" for each in sorted(called))
    text = "\n\n".join(bodies)
    return f"{HEADER}\n\n{text}\n\n{imports}" if late else f"{HEADER}{imports}\n\n{text}"


def _names(level: int, width: int) -> list[tuple[str, str]]:
    return [(f"shop.layer_{level}", f"level_{level}_{number}") for number in range(width)]


def _layer(level: int, width: int, below: list[tuple[str, str]]) -> str:
    name: Callable[[int], str] = lambda number: f"level_{level}_{number}"  # noqa: E731
    return _callers([name(number) for number in range(width)], below)


def _tiers(name: str, width: int, below: list[tuple[str, str]]) -> dict[str, str]:
    """Modules of functions that all call what is below."""
    return {
        f"shop/{name}_{start // PER_MODULE}.py": _callers(
            [f"{name}_{number}" for number in range(start, min(start + PER_MODULE, width))], below
        )
        for start in range(0, width, PER_MODULE)
    }


def _callers(names: list[str], below: list[tuple[str, str]]) -> str:
    calls = "".join(f"    {callee}(post, posts)\n" for _, callee in below)
    deed = calls or "    time.sleep(1)\n    list(posts)\n"
    bodies = [f"def {name}(post, posts):\n{deed}    return post.author\n" for name in names]
    return f"{HEADER}{_imports(below)}\n\n" + "\n\n".join(bodies)


def _view(called: list[tuple[str, str]]) -> str:
    calls = "".join(f"    {callee}(post, posts)\n" for _, callee in called)
    opening = indent(OPENINGS[0], "    ")
    return f"{HEADER}{_imports(called)}\n\nasync def view(request):\n{opening}\n{calls}    return post\n"


def _imports(called: list[tuple[str, str]]) -> str:
    return "".join(f"from {module} import {name}\n" for module, name in called)


def _with_models(files: dict[str, str]) -> dict[str, str]:
    always = {
        "pyproject.toml": "[tool.django-async-lint]\n",
        "manage.py": "",
        "shop/__init__.py": "",
        "shop/models.py": MODELS,
    }
    return {**always, **files}
