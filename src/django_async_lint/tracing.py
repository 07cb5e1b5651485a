"""The recipe of `dal why` and `dal graph`, over that of `check`: a name and settings in, call paths or a graph out.

Who calls whom comes from inference, what blocks from the findings that a check of the whole project reports.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from django_async_lint import settings_below
from django_async_lint.call_graph import Call, Chain, End, Graph, Mark, Node, Why
from django_async_lint.check import garbage_collector_off
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Diagnostic, Step
from django_async_lint.file_findings import analyse, findings_of
from django_async_lint.inference.analyse import with_deep_stack
from django_async_lint.inference.explain import enclosing
from django_async_lint.inference.tracing import Link, Tracer
from django_async_lint.project.discovery import discover
from django_async_lint.project.modules import Function
from django_async_lint.project.project import Project
from django_async_lint.source import SourceError
from django_async_lint.source_readers import sources
from django_async_lint.suppression import is_suppressed

PLACE = re.compile(r"(?P<path>.+?\.pyi?):(?P<line>\d+)(?::\d+)?")
ASIDE = ("DAL0", "DAL6")
"""Families that tell of nothing that blocks or raises: the tool itself, and advice."""
MOST_NODES = 300
"""The most functions of a graph: more of them nobody reads, and no renderer draws."""
MOST_NAMED = 5

T = TypeVar("T")


class CannotTrace(Exception):
    """A name that leads to no function, or to several; one line that says what to do."""


@dataclass(slots=True)
class Traced:
    """A project that was checked with notes of its calls. `ends` are its findings by the function in which they, or a
    step on their way, stand: each with the way from there."""

    tracer: Tracer
    prefix: str
    functions: list[Function] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    ends: dict[Function, list[tuple[Diagnostic, tuple[Step, ...]]]] = field(default_factory=dict)
    reported: set[Function] = field(default_factory=set)
    """The functions in which findings are reported."""
    on_loop: set[Function] = field(default_factory=set)


def why(name: str, sink: str = "", settings: Settings | None = None) -> Why:
    """The shortest call paths to a function, and from it to what blocks or raises. Raises CannotTrace, ConfigError."""
    return _traced(name, settings, lambda projects: _why(projects, name, sink))


def graph(name: str = "", settings: Settings | None = None) -> Graph:
    """The calls around a function, or those between all entry points and findings. Raises CannotTrace, ConfigError."""
    return _traced(name, settings, lambda projects: _graph(projects, name))


def _traced(name: str, settings: Settings | None, work: Callable[[list[Traced]], T]) -> T:
    """What `work` makes of the projects in the working directory, or around the file of a place."""
    place = PLACE.fullmatch(name)
    if place is not None and not os.path.isfile(place["path"]):
        raise CannotTrace(f"{place['path']}: there is no such file")
    base = Path.cwd()
    settings = settings_below.of_run([place["path"] if place is not None else base], settings or Settings())
    config_of = cache(settings.of)
    start = discover([place["path"]], config_of)[0].root if place is not None else base
    roots = sorted({target.root for target in discover([start], config_of)})
    with garbage_collector_off():
        return with_deep_stack(lambda: work([_passing_over(root, base, settings) for root in roots]))


def _passing_over(root: Path, base: Path, settings: Settings) -> Traced:
    return settings_below.passing_over(root, settings, partial(_checked, root, base))[0]


def _checked(root: Path, base: Path, settings: Settings) -> Traced:
    """A project with its findings, as a check of all its files reports them."""
    config_of = cache(settings.of)
    config = config_of(root)
    project = Project(root, config)
    is_inside = base == root or root in base.parents
    below = "" if is_inside else f"{os.path.relpath(root, base).replace(os.sep, '/')}/"
    traced = Traced(Tracer(project), below)
    source_of = sources(project)
    for path in sorted(target.relative for target in discover([root], config_of) if target.root == root):
        found = findings_of(analyse(traced.tracer, path), path, config, source_of)
        loud = (each.diagnostic for each in found if not is_suppressed(each.diagnostic, source_of))
        traced.found += [each for each in loud if not each.code.startswith(ASIDE)]
    tracing = traced.tracer.tracing
    known = dict.fromkeys((*tracing.calls, *(callee for found in tracing.calls.values() for callee in found)))
    traced.functions = sorted(known, key=lambda each: (each.module.path, each.line))
    for diagnostic in traced.found:
        for index, (function, steps) in enumerate(_places(project, diagnostic)):
            traced.ends.setdefault(function, []).append((diagnostic, steps))
            if not index:
                traced.reported.add(function)
    starts = [each for each in (*known, *traced.ends) if traced.tracer.is_on_loop(each)]
    traced.on_loop = set(_ways(starts, lambda each: _here(traced.tracer.below(each))))
    return traced


def _here(links: dict[Function, Link]) -> dict[Function, Link]:
    """Those of the calls that run where their caller runs."""
    return {function: link for function, link in links.items() if link.is_here}


def _places(project: Project, diagnostic: Diagnostic) -> Iterator[tuple[Function, tuple[Step, ...]]]:
    """The functions through which a finding's path leads, each with the way from there to its end."""
    start = diagnostic.start
    last = diagnostic.steps[-1].message if diagnostic.steps else f"`{diagnostic.callee or diagnostic.sink}`"
    first = Step(diagnostic.path, start.line, start.column, f"`{diagnostic.callee}`" if diagnostic.steps else last)
    steps = (first, *diagnostic.steps)
    seen: set[Function] = set()
    for index, step in enumerate(steps):
        function = _enclosing(project, step.path, step.line)
        if function is not None and function not in seen:
            seen.add(function)
            yield function, steps[index:]


def _enclosing(project: Project, path: str, line: int) -> Function | None:
    try:
        return enclosing(project.module(path), line)
    except SourceError:
        return None


Way = tuple[tuple[Function, Link], ...]
"""Calls one after another: at each the function on the other side, seen from where the way begins."""


def _ways(starts: Iterable[Function], links: Callable[[Function], dict[Function, Link]]) -> dict[Function, Way]:
    """The shortest way to each function that is reached from any of these, nearest first."""
    found: dict[Function, Way] = dict.fromkeys(starts, ())
    ring = list(found)
    while ring:
        nearer = []
        for each in ring:
            for function, link in links(each).items():
                if function not in found:
                    found[function] = (*found[each], (function, link))
                    nearer.append(function)
        ring = nearer
    return found


def _found(projects: list[Traced], name: str) -> tuple[Traced, Function]:
    """The function that a name leads to: `PATH:LINE`, a dotted name, or the end of one that no other has."""
    place = PLACE.fullmatch(name)
    for traced in projects if place is not None else ():
        project = traced.tracer.project
        path = project.relative(os.path.abspath(place["path"])) if place is not None else ""
        function = _enclosing(project, path, int(place["line"])) if place is not None else None
        if function is not None:
            return traced, function
    if place is not None:
        raise CannotTrace(f"{name} lies in no function")
    named = [(traced, each) for traced in projects for each in _all_functions(traced, name)]
    exact = [(traced, each) for traced, each in named if each.dotted == name]
    candidates = exact or named
    if not candidates:
        raise CannotTrace(f"there is no function `{name}`; write its dotted name or PATH:LINE")
    if len(candidates) > 1:
        places = [f"{traced.prefix}{each.module.path}:{each.line}" for traced, each in candidates]
        more = f" and {len(places) - MOST_NAMED} more" if len(places) > MOST_NAMED else ""
        raise CannotTrace(f"{len(places)} functions are called `{name}`: {', '.join(places[:MOST_NAMED])}{more}")
    return candidates[0]


def _all_functions(traced: Traced, name: str) -> Iterator[Function]:
    """The functions of a project whose dotted name is or ends with this, evaluated or not."""
    project = traced.tracer.project
    last = name.rpartition(".")[2].encode("utf-8", "surrogateescape")
    for path in sorted(target.relative for target in discover([project.root], lambda _: project.config)):
        try:
            if last not in project.data(project.absolute(path)):
                continue
            module = project.module(path)
        except SourceError:
            continue
        yield from (each for each in module.all_functions if f".{each.dotted}".endswith(f".{name}"))


def _node(traced: Traced, function: Function) -> Node:
    """A function as it is shown."""
    tracer = traced.tracer
    callers = tracer.above(function)
    marks: list[Mark] = []
    if tracer.is_entry(function):
        marks.append("entry")
    if function in traced.on_loop:
        marks.append("loop")
    elif callers and not any(link.is_here for link in callers.values()):
        marks.append("thread")
    if any(len(steps) == 1 for _, steps in traced.ends.get(function, ())):
        marks.append("blocks")
    return Node(
        function.dotted, traced.prefix + function.module.path, function.line,
        tracer.kind(function), tracer.route(function), tuple(marks),
    )  # fmt: skip


def _shown(traced: Traced, steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(replace(step, path=traced.prefix + step.path) for step in steps)


def _call_step(traced: Traced, caller: Function, callee: Function, link: Link) -> Step:
    message = f"calls `{callee.dotted}`" + ("" if link.is_here else " in a thread")
    return Step(traced.prefix + caller.module.path, link.start.line, link.start.column, message)


def _why(projects: list[Traced], name: str, sink: str) -> Why:
    traced, function = _found(projects, name)
    traced.tracer.visit(function)
    below = sorted(
        _below(traced, function, sink), key=lambda each: (len(each.steps), [*map(astuple, each.steps)], each.code)
    )
    if sink and not below:
        raise CannotTrace(f"nothing called `{sink}` blocks or is called below `{function.dotted}`")
    return Why(_node(traced, function), tuple(_above(traced, function)), tuple(below))


def _above(traced: Traced, function: Function) -> Iterator[Chain]:
    """The shortest way from each entry point to a function; from what nothing calls where there is no entry point."""
    tracer = traced.tracer
    ways = _ways([function], tracer.above)
    others = [each for each in ways if each is not function]
    entries = [each for each in others if tracer.is_entry(each)]
    if not entries and not tracer.is_entry(function):
        entries = [each for each in others if not tracer.above(each)]
    for entry in entries:
        down = [function, *(caller for caller, _ in ways[entry])]
        links = [link for _, link in ways[entry]]
        steps = [
            _call_step(traced, caller, callee, link)
            for callee, caller, link in reversed(list(zip(down, down[1:], links, strict=False)))
        ]
        yield Chain(_node(traced, entry), tuple(steps))


def _below(traced: Traced, function: Function, sink: str) -> Iterator[End]:
    """What blocks or raises below a function, each by the shortest way; with `sink` only that."""
    best: dict[tuple[str, str, Step], End] = {}
    for reached, way in _ways([function], lambda each: _here(traced.tracer.below(each))).items():
        callers = [function, *(callee for callee, _ in way)]
        lead = tuple(
            _call_step(traced, caller, callee, link) for caller, (callee, link) in zip(callers, way, strict=False)
        )
        if sink and way and _is_named(reached.dotted, sink):
            yield End("", "info", reached.dotted, f"calls `{reached.dotted}`", lead)
        for diagnostic, steps in traced.ends.get(reached, ()):
            if sink and sink != diagnostic.code and not _is_named(diagnostic.sink, sink):
                continue
            shown = (*lead, *_shown(traced, steps))
            key = (diagnostic.code, diagnostic.sink, shown[-1])
            if key not in best or len(shown) < len(best[key].steps):
                best[key] = End(diagnostic.code, diagnostic.severity, diagnostic.sink, diagnostic.message, shown)
    yield from best.values()


def _is_named(dotted: str, name: str) -> bool:
    return f".{dotted}".endswith(f".{name}")


def _graph(projects: list[Traced], name: str) -> Graph:
    calls: dict[tuple[Node, Node], Call] = {}
    nodes: dict[Node, None] = {}
    left_out = 0
    chosen = [_found(projects, name)] if name else [(traced, None) for traced in projects]
    for traced, function in chosen:
        kept = _around(traced, function) if function is not None else _of_findings(traced)
        shown = {each: _node(traced, each) for each in kept[:MOST_NODES]}
        left_out += len(kept) - len(shown)
        nodes.update(dict.fromkeys(shown.values()))
        for caller, node in shown.items():
            for callee, link in traced.tracer.below(caller).items():
                if callee in shown:
                    at = (node.path, link.start.line)
                    calls[node, shown[callee]] = Call(node, shown[callee], *at, leaves_loop=not link.is_here)
            for call in _sinks(traced, caller, node):
                nodes[call.callee] = None
                calls[call.caller, call.callee] = call
    order = sorted(nodes, key=lambda each: (each.kind == "sink", each.path, each.line, each.name))
    ordered = sorted(calls.values(), key=lambda each: (each.path, each.line, each.callee.name))
    return Graph(tuple(order), tuple(ordered), left_out)


def _sinks(traced: Traced, function: Function, node: Node) -> Iterator[Call]:
    """What blocks or raises in a function itself."""
    codes: dict[tuple[str, int], dict[str, None]] = {}
    for diagnostic, steps in traced.ends.get(function, ()):
        if len(steps) == 1:
            codes.setdefault((diagnostic.sink or diagnostic.callee, steps[0].line), {})[diagnostic.code] = None
    for (name, line), found in codes.items():
        yield Call(node, Node(name, node.path, line, "sink", codes=tuple(sorted(found))), node.path, line)


def _around(traced: Traced, function: Function) -> list[Function]:
    """A function, the shortest ways to it from entry points, and all that it calls, nearest first."""
    tracer = traced.tracer
    tracer.visit(function)
    above = _ways([function], tracer.above)
    entries = [each for each in above if tracer.is_entry(each) or not tracer.above(each)]
    kept = dict.fromkeys([function])
    for entry in entries:
        kept.update(dict.fromkeys(each for each, _ in above[entry]))
    kept.update(dict.fromkeys(_ways([function], tracer.below)))
    return list(kept)


def _of_findings(traced: Traced) -> list[Function]:
    """The functions on the shortest ways from entry points to findings."""
    kept: dict[Function, None] = {}
    for function in sorted(traced.ends, key=lambda each: (each.module.path, each.line)):
        kept[function] = None
        above = _ways([function], traced.tracer.above) if function in traced.reported else {}
        for entry in above:
            if traced.tracer.is_entry(entry):
                kept.update(dict.fromkeys(each for each, _ in above[entry]))
    return list(kept)
