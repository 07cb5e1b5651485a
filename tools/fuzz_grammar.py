"""Writes Python modules and templates at random out of the grammar, with the names that inference knows something about.

What comes out mostly parses, and means nothing. The same source of chance gives the same text. Nothing is run here.
"""

import random
from collections.abc import Callable, Sequence

NAMES = (
    "request self cls Post Author posts post author helper load amake qs form view session cache user settings "
    "pk x y value rows task lock queue loop response data args kwargs super print open type str int id len"
).split()
ATTRIBUTES = (
    "objects author title name pk user session GET META cleaned_data tags post_set all filter exclude get aget first "
    "afirst count exists create save asave delete select_related prefetch_related values only defer order_by using "
    "annotate update in_bulk iterator aiterator acreate auser is_authenticated has_perm sleep run gather result join "
    "read write close execute fetchall render dispatch get_queryset get_context_data as_view format items append pop "
    "commit send connect __class__ __dict__ __init__"
).split()
CALLABLES = (
    "time.sleep asyncio.sleep asyncio.gather asyncio.create_task asyncio.run asyncio.to_thread sync_to_async "
    "async_to_sync requests.get httpx.AsyncClient subprocess.run render redirect get_object_or_404 login "
    "transaction.atomic connection.cursor cache.get cache.aget threading.Lock queue.Queue list len bool sorted sum "
    "any all next iter dict set tuple enumerate zip map filter range isinstance getattr setattr super type open print "
    "json.dumps JsonResponse StreamingHttpResponse HttpResponse Post Author Post.objects.all Post.objects.get "
    "Post.objects.filter Post.objects.aget helper load amake functools.partial copy.deepcopy logging.getLogger "
    "models.Prefetch models.Q models.F Paginator PostForm random.randint hashlib.pbkdf2_hmac re.compile pow"
).split()
DECORATORS = (
    "staticmethod classmethod property functools.cache functools.wraps(helper) sync_to_async login_required "
    "transaction.atomic cached_property method_decorator(login_required,'dispatch') receiver(post_save,sender=Post) "
    "shared_task contextlib.contextmanager contextlib.asynccontextmanager dataclass require_GET csrf_exempt "
    "sync_and_async_middleware database_sync_to_async api_view(['GET']) pytest.mark.asyncio x.setter"
).split()
BASES = (
    "models.Model View TemplateView ListView DetailView FormView forms.ModelForm Post LoginRequiredMixin "
    "AsyncWebsocketConsumer Generic[T] Protocol Enum type object Exception TypedDict NamedTuple ABC x.y helper() "
    "metaclass=type BaseCommand serializers.ModelSerializer models.Manager"
).split()
IMPORTS = (
    "import asyncio, time, subprocess, threading, queue, json, re, random\n"
    "import httpx, requests, functools, contextlib\n"
    "from asgiref.sync import sync_to_async, async_to_sync\n"
    "from django.core.cache import cache\n"
    "from django.db import connection, models, transaction\n"
    "from django.shortcuts import get_object_or_404, redirect, render\n"
    "from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse\n"
    "from django.views import View\nfrom django.views.generic import DetailView, FormView, ListView, TemplateView\n"
    "from django.contrib.auth.decorators import login_required\nfrom django.utils.functional import cached_property\n"
    "from models import Author, Post, PostForm\n"
)
BINARY = [*"+ - * / // % ** @ << >> & | ^ and or < > == != <= >= in is".split(), "not in", "is not"]
OPENINGS = (
    "post = await Post.objects.aget(pk=1)", "post = Post.objects.select_related('author').first()",
    "posts = Post.objects.filter(title='x').prefetch_related('tags')", "posts = [post async for post in Post.objects.all()]",
    "form = PostForm(request.POST)", "user = request.user", "user = await request.auser()", "cls = Post",
    "session = request.session", "lock = threading.Lock()", "loop = asyncio.get_running_loop()", "view = View.as_view()",
    "task = asyncio.create_task(amake())", "rows = Post.objects.values_list('pk')", "qs = Author.objects.none()",
    "data = json.loads(request.body)", "queue = asyncio.Queue()", "len = load", "x = sync_to_async(load)",
)  # fmt: skip
"""Statements after which a name is something that inference knows."""
TEMPLATE_PARTS = (
    "{{ post.author.name }}", "{{ posts|length }}", "{% for post in posts %}", "{% endfor %}", "{% if posts %}",
    "{% else %}", "{% elif user %}", "{% endif %}", "{% include 'fuzz_0.html' %}", "{% extends x %}",
    "{% extends 'fuzz_1.html' %}", "{% block a %}", "{% endblock %}", "{% with a=posts.first %}", "{% endwith %}",
    "{# x #}", "{% comment %}", "{% endcomment %}", "{% verbatim %}", "{% endverbatim %}", "{{", "}}", "{%", "%}",
    "{{ form.as_p }}", "{{ request.user }}", "{% load x %}", "{% empty %}", "{% regroup posts by author as a %}",
    "{{ post.tags.all.0|default:post.author|join:', ' }}", "{% cycle a b %}", "{% x y=1 as z %}", "\n", "é",
)  # fmt: skip

Choose = random.Random


class Writer:
    """Writes one module. `length` limits its statements; depth ends nesting."""

    def __init__(self, choose: Choose, length: int) -> None:
        self.choose = choose
        self.left = length

    def is_newer(self) -> bool:
        """Whether to write what only Python 3.12 reads: seldom, since one such word makes a whole file newer."""
        return self.choose.random() < 0.02

    def name(self) -> str:
        """A name, seldom a strange one."""
        return self.choose.choice(NAMES) if self.choose.random() < 0.97 else self.choose.choice(["é", "__x", "_", "__y__"])

    def target(self) -> str:
        """What can be assigned to."""
        match self.choose.randrange(8):
            case 0:
                return f"{self.name()}.{self.choose.choice(ATTRIBUTES)}"
            case 1:
                return f"{self.name()}[{self.expression(1)}]"
            case 2:
                return f"{self.name()}, *{self.name()}"
            case _:
                return self.name()

    def arguments(self, depth: int) -> str:
        """The arguments of a call."""
        count = self.choose.choice([0, 1, 1, 1, 2, 3])
        given = [self.expression(depth - 1) for _ in range(count)]
        if self.choose.random() < 0.3:
            given.append(f"{self.choose.choice(['pk', 'author', 'key', 'x', 'author__name'])}={self.expression(depth - 1)}")
        if self.choose.random() < 0.08:
            given.append(self.choose.choice(["*args", "**kwargs", "*x, **y"]))
        return ", ".join(given)

    def expression(self, depth: int = 4) -> str:
        """An expression."""
        if depth <= 0:
            return self.choose.choice([self.name(), self.name(), "(1)", "'a'", "None", "True", "(...)", "b'x'", "(1.5j)"])
        make: Callable[[int], str] = self.choose.choice(self.shapes())
        return make(depth)

    def shapes(self) -> Sequence[Callable[[int], str]]:
        """The ways to write an expression, the likely ones more than once."""
        return (
            lambda d: f"{self.expression(d - 1)}.{self.choose.choice(ATTRIBUTES)}",
            lambda d: f"{self.name()}.{self.choose.choice(ATTRIBUTES)}",
            lambda d: f"{self.choose.choice(CALLABLES)}({self.arguments(d)})",
            lambda d: f"{self.choose.choice(CALLABLES)}({self.arguments(d)})",
            lambda d: f"{self.expression(d - 1)}.{self.choose.choice(ATTRIBUTES)}({self.arguments(d)})",
            lambda d: f"{self.expression(d - 1)}.{self.choose.choice(ATTRIBUTES)}({self.arguments(d)})",
            lambda d: f"(await {self.expression(d - 1)})",
            lambda d: f"(await {self.choose.choice(CALLABLES)}({self.arguments(d)}))",
            lambda d: f"({self.expression(d - 1)} {self.choose.choice(BINARY)} {self.expression(d - 1)})",
            lambda d: f"(not {self.expression(d - 1)})",
            lambda d: f"(-{self.expression(d - 1)})",
            lambda d: f"({self.expression(d - 1)} if {self.expression(d - 1)} else {self.expression(d - 1)})",
            lambda d: f"(lambda {self.name()}=1, *a: {self.expression(d - 1)})",
            lambda d: f"({self.name()} := {self.expression(d - 1)})",
            lambda d: f"[{self.expression(d - 1)}, *{self.name()}]",
            lambda d: f"{{{self.expression(d - 1)}: {self.expression(d - 1)}, **{self.name()}}}",
            lambda d: f"{{{self.expression(d - 1)}, {self.expression(d - 1)}}}",
            lambda d: f"({self.expression(d - 1)}, {self.expression(d - 1)})",
            lambda d: f"{self.expression(d - 1)}[{self.expression(d - 1)}]",
            lambda d: f"{self.expression(d - 1)}[{self.expression(d - 2)}:{self.expression(d - 2)}:2]",
            lambda d: f"[{self.expression(d - 1)}{self.comprehension(d)}]",
            lambda d: f"{{{self.expression(d - 1)}: 1{self.comprehension(d)}}}",
            lambda d: f"{self.choose.choice(CALLABLES)}({self.expression(d - 1)}{self.comprehension(d)})",
            lambda d: f"f'{{{self.name()}!r:>{{{self.name()}}}}} {{{self.name()}.{self.choose.choice(ATTRIBUTES)}}}'",
            lambda d: f"(yield {self.expression(d - 1)})",
            lambda d: f"f'{{{self.expression(d - 1)}}}'" if self.is_newer() else self.name(),
        )

    def comprehension(self, depth: int) -> str:
        """The tail of a comprehension."""
        word = self.choose.choice(["for", "for", "async for"])
        condition = f" if {self.expression(depth - 2)}" if self.choose.random() < 0.3 else ""
        return f" {word} {self.name()} in {self.expression(depth - 1)}{condition}"

    def block(self, depth: int) -> list[str]:
        """The lines of a block, indented."""
        lines: list[str] = []
        for _ in range(self.choose.choice([1, 1, 2, 2, 3, 4])):
            lines += self.statement(depth)
        return [f"    {line}" for line in lines]

    def statement(self, depth: int) -> list[str]:
        """The lines of a statement."""
        self.left -= 1
        if depth <= 0 or self.left <= 0 or self.choose.random() < 0.6:
            return [self.simple()]
        head: Callable[[int], list[str]] = self.choose.choice(
            (self.function, self.function, self.class_, self.if_, self.loop, self.with_, self.try_, self.match)
        )
        return head(depth - 1)

    def simple(self) -> str:
        """A statement of one line."""
        name, value = self.name(), self.expression(self.choose.choice([1, 2, 2, 3, 4]))
        return self.choose.choice(
            (
                value, value, f"{self.target()} = {value}", f"{name} = {value}", f"await {value}",
                f"return {value}", f"{name}: {self.expression(1)} = {value}", f"{name} += {value}", f"del {name}, {value}.x",
                f"assert {value}, {name}", f"raise {value} from {name}", "pass", "break", "continue", "return",
                f"global {name}", f"from fuzz_{self.choose.randrange(60)} import {name} as {self.name()}",
                f"from fuzz_{self.choose.randrange(60)} import *", f"from . import {name}", f"yield {value}",
                f"yield from {value}", f"{name} = {self.name()} = {value}",
                f"type {name}[T] = {value}" if self.is_newer() else f"{name} = {value}",
                f"return render(request, 'fuzz_{self.choose.randrange(9)}.html', {{'posts': {value}, 'post': {name}}})",
            )
        )  # fmt: skip

    def function(self, depth: int) -> list[str]:
        """A function, mostly a coroutine."""
        word = self.choose.choice(["async def", "async def", "def"])
        marks = [f"@{self.choose.choice(DECORATORS)}"] if self.choose.random() < 0.25 else []
        first = self.choose.choice(["request", "self", "request, pk", "self, request", "post", "", "posts: list[Post]"])
        rest = self.choose.choice(["", "", "x=None", "*args, **kwargs", "*, key=1", "data: Post | None = None"])
        parameters = ", ".join(part for part in (first, rest) if part)
        returned = self.choose.choice(["", "", " -> Post", " -> 'list[Post]'", " -> None"])
        known = [f"    {line}" for line in self.choose.sample(OPENINGS, self.choose.choice([0, 1, 2, 4]))]
        generic = f"[T: {self.name()}, *Ts]" if self.is_newer() else ""
        return [*marks, f"{word} {self.name()}{generic}({parameters}){returned}:", *known, *self.block(depth), *self.block(depth)]

    def class_(self, depth: int) -> list[str]:
        """A class."""
        bases = dict.fromkeys(self.choose.choice(BASES) for _ in range(self.choose.choice([0, 1, 1, 2])))
        ordered = sorted(bases, key=lambda base: "=" in base)
        return [f"class {self.name()}({', '.join(ordered)}):", *self.block(depth), *self.block(depth)]

    def if_(self, depth: int) -> list[str]:
        """A condition."""
        rest = ["else:", *self.block(depth)] if self.choose.random() < 0.5 else []
        more = [f"elif {self.expression(2)}:", *self.block(depth)] if self.choose.random() < 0.3 else []
        return [f"if {self.expression(2)}:", *self.block(depth), *more, *rest]

    def loop(self, depth: int) -> list[str]:
        """A loop."""
        heads = ("for {0} in {1}:", "async for {0} in {1}:", "while {1}:", "while True:", "for {0} in range(10**7):")
        rest = ["else:", *self.block(depth)] if self.choose.random() < 0.15 else []
        head = self.choose.choice(heads).format(self.target(), self.expression(3))
        return [head, *self.block(depth), *rest]

    def with_(self, depth: int) -> list[str]:
        """A context manager."""
        word = self.choose.choice(["with", "async with"])
        bound = f" as {self.target()}" if self.choose.random() < 0.5 else ""
        return [f"{word} {self.expression(2)}{bound}, {self.name()}:", *self.block(depth)]

    def try_(self, depth: int) -> list[str]:
        """A try statement."""
        star = self.choose.choice(["", "", "", "*"])
        last = ["finally:", *self.block(depth)] if self.choose.random() < 0.3 else []
        handler = f"except{star} {self.choose.choice(['Exception', 'Post.DoesNotExist', '(x, y)'])} as {self.name()}:"
        return ["try:", *self.block(depth), handler, *self.block(depth), *last]

    def match(self, depth: int) -> list[str]:
        """A match statement."""
        patterns = ("Post(title=x)", "[x, *_]", "{'a': y, **rest}", "1 | 2", "None", "str() as x", "x.y", "_")
        cases = [f"    case {self.choose.choice(patterns[:-1])}:", *(f"    {line}" for line in self.block(depth))]
        return [f"match {self.expression(2)}:", *cases, "    case _:", *(f"    {line}" for line in self.block(depth))]


def module(choose: Choose, length: int = 30) -> str:
    """The text of a module of about so many statements."""
    writer = Writer(choose, length)
    lines: list[str] = []
    while writer.left > 0:
        lines += (writer.function if choose.random() < 0.7 else writer.statement)(4)
    return (IMPORTS if choose.random() < 0.9 else "") + "\n".join(lines) + "\n"


def template(choose: Choose) -> str:
    """The text of a template, most of it misplaced."""
    return "".join(choose.choice(TEMPLATE_PARTS) for _ in range(choose.randrange(30)))
