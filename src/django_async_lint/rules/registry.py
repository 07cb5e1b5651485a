"""The registry of rules: what a rule is, how it is declared, and how it builds a diagnostic.

A rule is a module of this package whose docstring is its page (documentation site, `dal rule CODE`) and
which holds one function under `@rule`. Registration is a walk over the package, sorted by code and
validated once. A rule sees `inference.analysis` and `diagnostic`, nothing else: no syntax trees, no tables,
no configuration.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from django_async_lint.diagnostic import SEVERITIES, Diagnostic, FixIntent, Severity
from django_async_lint.inference.analysis import AnalysedFunction, Effect, steps_of

PAGE_SECTIONS = ("What it does", "Why it matters", "Bad", "Good", "Fix", "When to ignore")
URL = "https://django-async-lint.readthedocs.io/rules/{code}/"

BLOCKS = "blocks the event loop, unsafely (DJANGO_ALLOW_ASYNC_UNSAFE)"
SUPPOSED = " if this {} were async"
CONDITIONAL = {
    "breaks the async view: it gets": "would break the view: it would get",
    "holds the event loop": "would hold the event loop",
    "blocks the event loop": "would block the event loop",
    "blocks on the event loop": "would block on the event loop",
    "queries on the event loop": "would query on the event loop",
    "reads a template file on": "would read a template file on",
    "asks a synchronous cache on": "would ask a synchronous cache on",
    "asks the database cache on": "would ask the database cache on",
    "which raises": "which would raise",
    "is synchronous: under ASGI all of it is collected": "is synchronous: all of it would be collected",
    "before the first byte is sent, with a Warning": "before the first byte is sent",
    "raises SynchronousOnlyOperation on the event loop": "would raise SynchronousOnlyOperation on the event loop",
    "raises RuntimeError on a running event loop": "would raise RuntimeError on a running event loop",
    ": SynchronousOnlyOperation on the event loop": ", which would raise SynchronousOnlyOperation on the event loop",
}
"""What messages say of an asynchronous function, and what they say of a view that is taken for one."""
UNGUARDED = {
    "raises SynchronousOnlyOperation on the event loop": BLOCKS,
    "SynchronousOnlyOperation on the event loop": f"it {BLOCKS}",
    "SynchronousOnlyOperation is raised before `await` is reached": f"it {BLOCKS}, then `await` raises TypeError",
}
"""What messages say of the guard, and what they say where it is switched off."""

MOST_NAMES = 12
"""Calls of a path that a message names all."""
NAMES_AT_AN_END = 4

Check = Callable[[AnalysedFunction], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the registry knows it. `page` is Markdown; its first line is the title."""

    code: str
    name: str
    severity: Severity
    page: str
    check: Check

    @property
    def title(self) -> str:
        """The first line of the page, without a final dot."""
        return self.page.splitlines()[0].rstrip(".")

    @property
    def url(self) -> str:
        """Where the page is published."""
        return URL.format(code=self.code)


_RULES: dict[str, Rule] = {}


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Check]:
    """Declares the decorated function as the check of rule `code`; its module's docstring is the page."""

    def register(check: Check) -> Check:
        page = (sys.modules[check.__module__].__doc__ or "").strip()
        _validate(code, name, page)
        _RULES[code] = Rule(code, name, severity, page, check)
        return check

    return register


def _validate(code: str, name: str, page: str) -> None:
    if not re.fullmatch(r"DAL\d{3}", code) or not re.fullmatch(r"[a-z][a-z0-9-]+", name):
        raise ValueError(f"rule {code} {name}: a code is DAL and three digits, a name is lower-case-with-hyphens")
    if code in _RULES or any(known.name == name for known in _RULES.values()):
        raise ValueError(f"rule {code} {name}: code or name is taken")
    missing = [section for section in PAGE_SECTIONS if f"## {section}" not in page]
    if missing:
        raise ValueError(f"rule {code}: its page lacks {', '.join(missing)}")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by code."""
    package = importlib.import_module("django_async_lint.rules")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return tuple(_RULES[code] for code in sorted(_RULES))


def at(
    code: str,
    function: AnalysedFunction,
    effect: Effect,
    message: str,
    help: str,
    severity: Severity | None = None,
    fix: FixIntent | None = None,
    path_fix: FixIntent | None = None,
) -> Diagnostic:
    """The diagnostic of rule `code` for an effect: its place, path and entry come from the effect itself.

    `message` is completed with the call path when the sink lies in a helper. `severity` is given only where
    it differs from the rule's own. `fix` holds where the sink is at the site, `path_fix` also where it lies in a
    helper; both in the text of an `async def` alone.
    """
    declared = _RULES[code]
    return Diagnostic(
        code=code,
        rule=declared.name,
        severity=_milder(severity or declared.severity) if effect.once else severity or declared.severity,
        confidence=effect.confidence,
        path=effect.site.path,
        start=effect.site.span.start,
        end=effect.site.span.end,
        message=_with_path(_worded(message, function, effect), effect, function.is_supposed),
        help=_for_awaited(help, effect) if _is_awaited(function, effect) else help,
        entry=function.entry,
        steps=steps_of(effect),
        sink=effect.sink,
        callee=effect.site.text,
        function=function.name,
        fix=_fix(function, effect, path_fix or (fix if effect.via is None else None)),
    )


DATABASE = frozenset({"queries", "evaluates", "loads", "transacts"})
CONVERTING = frozenset({
    "__str__", "__repr__", "__format__", "__bool__", "__len__", "__eq__", "__iter__", "__contains__",
})  # fmt: skip
"""Methods that run because of what stands around a place, not because of what stands there."""
READING_ON = frozenset({"csv.reader", "csv.DictReader", "re.finditer", "pathlib.Path.iterdir"})
"""What works where its result is iterated."""
ANYWHERE = frozenset({"make-sync"})
"""Fixes that write no `await`."""
OF_QUERIES = frozenset({"select-related", "fetch-column"})
"""Fixes of the query that fetched what is read: where it is read `await` need not stand."""
RENDERING = "template"
"""What may ask the database all the same: context processors do, and what a template is given may be lazy."""
OWNED_BY_THREAD = ("sqlite3.", "playwright.sync_api.")
BOUND_TO_THREAD = (*OWNED_BY_THREAD, "threading.RLock.", "threading.Condition.")
"""What only the thread may use that made it; and what else only that may release which took it.
Source: https://docs.python.org/3/library/sqlite3.html#sqlite3.connect, https://docs.python.org/3/library/threading.html,
https://playwright.dev/python/docs/library#threading"""
CONNECTIONS = ("django.db.connection.", "django.db.connections.", "django.db.backends.")
"""Whose methods are looked up in the thread that names them, each of which has a connection of its own: they go to
another thread with all that is done with them. Source: https://docs.djangoproject.com/en/stable/ref/databases/"""
MAKING = frozenset({"sqlite3.connect", "playwright.sync_api.sync_playwright"})
EVALUATING = "Run what evaluates it in a thread: `await sync_to_async(lambda: ...)()`"
MOVE = "Move the block into a function and run that in a thread"
MAY_QUERY = "may use the database"
"""What an advice says of a call that asks the database now and then: of a password, whose hash it may renew."""
OFFLOADABLE = DATABASE | {"blocks", "computes"}
"""The kinds of effect that a thread takes off the event loop, those of the database in the thread of the request."""


def _fix(function: AnalysedFunction, effect: Effect, fix: FixIntent | None) -> FixIntent | None:
    """The rule's own intent, else to run what stands at the site in a thread; only in the text of an `async def`, where
    `await` may be written."""
    if not function.may_await_at(effect.site):
        return fix if fix is not None and (fix.action in ANYWHERE or _is_in_query(function, effect, fix)) else None
    in_thread = _in_thread(function, effect)
    if effect.offered:
        message = f"Replace with `await ...{effect.offered}(...)`"
        fix = FixIntent("use-async-twin", "safe", message, (effect.offered,))
    computes = any(each.kind == "computes" and each.site == effect.site for each in function.effects)
    if fix is None or effect.is_mixed or (computes and effect.kind == "queries"):
        return in_thread  # a twin such as `acreate_user` computes on the loop as before
    return _with_last_resort(fix, in_thread)


def _is_in_query(function: AnalysedFunction, effect: Effect, fix: FixIntent) -> bool:
    """Whether a fix writes nothing where the effect is, but in the query that fetched the instance."""
    return fix.action in OF_QUERIES and effect.fetched is not None and function.may_await_at(effect.fetched.query)


def _with_last_resort(fix: FixIntent, last: FixIntent | None) -> FixIntent:
    otherwise = _with_last_resort(fix.otherwise, last) if fix.otherwise is not None else last
    return replace(fix, otherwise=otherwise)


def _in_thread(function: AnalysedFunction, effect: Effect) -> FixIntent | None:
    """The intent to run what stands at an effect's site in a thread, that of the request where it asks the database."""
    is_borne = effect.via is not None
    if effect.kind not in OFFLOADABLE and not (is_borne and effect.kind == "loops"):
        return None
    if effect.lazily or effect.how == "loop" or (effect.how == "with" and not is_borne):
        return None
    if not is_borne and (effect.twin == "aiterator" or not _is_called(effect)):
        return None
    here = [other for other in function.effects if other.site == effect.site]
    touches = any(other.kind in DATABASE or other.how == RENDERING or MAY_QUERY in other.instead for other in here)
    if touches and any(other.how == "loop" for other in here):
        return None  # a loop of its own in the one thread of the request waits there for that thread
    wrapper = ("asgiref.sync", "sync_to_async") if touches else ("asyncio", "")
    message = f"Run it in a thread: `{offloaded(effect) if touches else to_thread(effect)}`"
    climbing = _climbing(effect)
    told = EVALUATING if climbing == ("evaluated",) else message
    whole = FixIntent("offload-expression", "unsafe", told, (*wrapper, *climbing))
    is_call = effect.site.text.endswith(")") and not climbing
    arguments = (*wrapper, "borne") if is_borne else wrapper
    alone = FixIntent("offload", "unsafe", message, arguments, whole) if is_call else whole
    if is_call and not is_borne and not touches and _is_called_on(function, effect):
        alone = FixIntent("offload-expression", "unsafe", message, (*wrapper, "chained"))
    if not is_borne and effect.sink.startswith(CONNECTIONS):
        return None
    if touches or is_borne:
        return None if _is_left_bound(effect, here) else alone
    otherwise = None if effect.sink.startswith(BOUND_TO_THREAD) else alone
    return FixIntent("move-block", "unsafe", MOVE, otherwise=otherwise)


def _is_left_bound(effect: Effect, here: list[Effect]) -> bool:
    """Whether a helper may hand out, or was given, what only the thread may use that made it."""
    kinds = {each.sink for each in here if each.sink.startswith(OWNED_BY_THREAD)}
    return effect.sink in kinds and not (kinds & MAKING and kinds - MAKING)


def _is_called_on(function: AnalysedFunction, effect: Effect) -> bool:
    """Whether a method of what the call at the site gives blocks as well, in the same expression: `open(path).read()`
    wants one thread and not two."""
    here = effect.site
    return any(
        other.kind == "blocks"
        and other.site.path == here.path
        and other.site.span.start == here.span.start
        and other.site.span.end > here.span.end
        for other in function.effects
    )


def _is_called(effect: Effect) -> bool:
    """Whether it is the call at the site that has the effect, and not what is done with its result: leaving a pool,
    iterating what it maps."""
    done = effect.sink.rpartition(".")[2]
    if (done.startswith("__") and effect.kind == "blocks") or effect.sink in READING_ON:
        return False
    return effect.how != "wait" or called_at(effect).endswith(done) or f".{done}(" in effect.site.text


def _climbing(effect: Effect) -> tuple[str, ...]:
    """How the expression around an effect's site takes part: see the fixer's `offload-expression`."""
    if effect.via is None:
        return ("evaluated",) if effect.kind == "evaluates" else ()
    called = effect.callee.rpartition(".")[2]
    return ("converted",) if called in CONVERTING else ()


def called_at(effect: Effect) -> str:
    """What is called at an effect's site, as far as it is written on one line; empty where that is no call."""
    text = effect.site.text
    return text.removesuffix("(...)").removesuffix("()") if text.endswith(")") else ""


def await_twin(effect: Effect) -> FixIntent | None:
    """The intent to call an effect's async twin instead and await it; none where the call at the site is another one,
    which calls the method that it is given."""
    if f"a{called_at(effect).rpartition('.')[2]}" != effect.twin:
        return None
    return FixIntent("use-async-twin", "safe", f"Replace with `await ...{effect.twin}(...)`", (effect.twin,))


def _worded(message: str, function: AnalysedFunction, effect: Effect) -> str:
    """A message as it holds for the function: of a view that is only taken as asynchronous, what would be."""
    text = _with_guard(message, function, effect)
    return supposed(text, function.entry.kind) if function.is_supposed else text


def supposed(message: str, kind: str = "view") -> str:
    """A message about a view or consumer that is synchronous yet."""
    for phrase, instead in CONDITIONAL.items():
        message = message.replace(phrase, instead)
    return message + SUPPOSED.format(kind)


def _with_guard(message: str, function: AnalysedFunction, effect: Effect) -> str:
    """A message with what becomes of what the guard raises: nothing where it is off, nothing seen where it is taken."""
    if not function.is_guarded:
        return unguarded(message)
    if effect.swallowed and any(phrase in message for phrase in UNGUARDED):
        return f"{message}, which is swallowed: nothing is done"
    return message


def unguarded(message: str) -> str:
    """A message where `DJANGO_ALLOW_ASYNC_UNSAFE` switches the guard off: what would raise blocks."""
    for phrase, instead in UNGUARDED.items():
        message = message.replace(phrase, instead)
    return message


def _milder(severity: Severity) -> Severity:
    """One degree less: for what happens once in a process."""
    return SEVERITIES[max(SEVERITIES.index(severity) - 1, 0)]


def _with_path(message: str, effect: Effect, is_condition: bool) -> str:
    path = path_text(effect)
    return f"{message},{path}" if is_condition and path.startswith(" in the ") else f"{message}{path}"


def path_text(effect: Effect) -> str:
    """The call path of a helper-borne effect, ` via load() > fetch() [shop/io.py:5]`; else nothing."""
    if effect.via is None or not (effect.callee or effect.note):
        return ""
    chain = effect.chain[1:] if effect.note else effect.chain
    names = [f"{link.callee.rpartition('.')[2]}()" for link in chain[:-1] if link.callee]
    path = f" via {' > '.join(_ends(names))}" if names else ""
    sink = effect.last.site
    return f"{f' in the {effect.note}' if effect.note else ''}{path} [{sink.path}:{sink.span.start.line}]"


def _ends(names: list[str]) -> list[str]:
    """The names of a call path; of a very long one those at its ends."""
    if len(names) <= MOST_NAMES:
        return names
    return [*names[:NAMES_AT_AN_END], f"… {len(names) - 2 * NAMES_AT_AN_END:,} more …", *names[-NAMES_AT_AN_END:]]


def short(dotted: str) -> str:
    """A dotted name as a message shows it: without its package, `Post.author`, `QuerySet[Post]`."""
    return re.sub(r"[A-Za-z_][\w.]*\.(?=[A-Z]\w*)", "", dotted)


def offloaded(effect: Effect) -> str:
    """What stands at an effect's site as it looks in a thread: `await sync_to_async(load)(...)`."""
    if called := _called(effect):
        return f"await sync_to_async({called})(...)"
    return f"await sync_to_async(lambda: {effect.site.text})()"


def to_thread(effect: Effect) -> str:
    """The same through `asyncio.to_thread`, for what touches no database."""
    if called := _called(effect):
        return f"await asyncio.to_thread({called}, ...)"
    return f"await asyncio.to_thread(lambda: {effect.site.text})"


def _called(effect: Effect) -> str:
    """The function called at an effect's site where it can be named without a call; else nothing."""
    text = effect.site.text
    return text.partition("(")[0] if text.endswith(")") and text.count("(") == 1 else ""


def _is_awaited(function: AnalysedFunction, effect: Effect) -> bool:
    """Whether the call at an effect's site is of a coroutine function, and awaited."""
    return any(
        each.kind == "awaits" and each.site == effect.site and each.wait is not None and each.wait.form == "await"
        for each in function.effects
    )


def _for_awaited(help: str, effect: Effect) -> str:
    """A help that would run in a thread what is awaited already: what is to run there is what that calls."""
    called = _called(effect)
    if not called or not (offloaded(effect) in help or to_thread(effect) in help):
        return help
    owner, dot, name = called.rpartition(".")
    if effect.via is None or not effect.callee:
        plain = f"{owner}{dot}{name.removeprefix('a')}"
        return f"run the synchronous form in a thread: `await sync_to_async(lambda: {plain}(...))()`"
    helper = effect.chain[-2].callee.rpartition(".")[2]
    if helper != name:
        return f"run `{helper}` in a thread before, `await sync_to_async({helper})(...)`, and give what comes of it"
    _, found, direct = help.partition(MADE_ASYNC)
    return f"in `{helper}` {direct}" if found else help


MADE_ASYNC = " async and there "
NEVER_ASYNC = ("__", "<", "clean", "save", "delete", "get_queryset", "get_context_data", "dispatch", "test_func")
"""How the names of functions begin that Python or Django calls synchronously: made asynchronous they break."""


def way_out(effect: Effect, direct: str) -> str:
    """The help of an effect that rises: `direct` where the sink stands, both ways for a helper-borne one."""
    if effect.via is None or not effect.callee:
        return direct
    if effect.offered:
        return f"use `await ...{effect.offered}(...)`, which runs `{effect.callee.rpartition('.')[2]}` in a thread"
    helper = effect.chain[-2].callee.rpartition(".")[2]
    if effect.site.text.isidentifier():
        offload = "put what runs here into a function and offload that: `await sync_to_async(f)(...)`"
    else:
        offload = f"offload the call: `{offloaded(effect)}`"
    is_special = helper.startswith(NEVER_ASYNC) or not all(link.callee for link in effect.chain[:-1])
    is_special = is_special or effect.is_installed
    return offload if is_special else f"{offload}; or make `{helper}`{MADE_ASYNC}{direct}"
