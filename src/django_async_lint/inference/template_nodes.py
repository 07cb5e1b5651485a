"""What rendering a template does: its variables, tags and filters evaluated with the values of the context.

A template runs in a frame of its own, whose environment is the context; included templates and blocks of others run
in the same frame with their own file. What is read, called, iterated and tested does what the other rooms say.
"""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django_async_lint.inference import coroutines, requests, template_values
from django_async_lint.inference.effects import Effect, Origin, Site
from django_async_lint.inference.frame import Environment, Frame, Summary, merged
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.templates import Rendering
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    Collection,
    Constant,
    Generator,
    Lazy,
    Mapping,
    Nothing,
    QuerySet,
    Row,
    Value,
    constant,
    truth,
)
from django_async_lint.project import template_syntax as syntax
from django_async_lint.project.templates import Engine, Template

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

MOST_NODES = 20_000
"""How many nodes of templates one call is followed through, included ones counted each time."""
DEEPEST_INCLUDE = 20
ANY = "*"
GOING_THROUGH = frozenset({"length", "join", "pluralize", "random", "unordered_list", "yesno"})
"""Filters that do with a list what they do with a queryset."""


@dataclass(slots=True)
class _Run:
    """One template while it runs, with what its heirs put into its blocks, the nearest heir first."""

    frame: Frame
    engine: Engine
    template: Template
    """The one whose file is walked."""
    left: list[int]
    open: tuple[Template, ...] = ()
    blocks: dict[str, list[tuple[Template, syntax.Block]]] = field(default_factory=dict)
    inside: tuple[str, int] = ("", 0)
    """The block that runs, and how many heirs have overridden it."""
    otherwise: set[str] = field(default_factory=set)
    """Variables of the context that are not only gone through; `ANY` where that is not known of any."""


def evaluate(evaluator: "Evaluator", rendering: Rendering) -> Summary:
    """What rendering a template with these values does."""
    frame = Frame(evaluator, rendering.template.module, env=dict(rendering.context))
    frame.aliases = {name: Origin(-1, False, "", name) for name, _ in rendering.context}
    run = _Run(frame, rendering.engine, rendering.template, [MOST_NODES])
    _render(run, rendering.template)
    evaluator.cut += run.left[0] <= 0
    needed = run.otherwise if run.left[0] > 0 else {ANY}
    return Summary(effects=tuple(_as_given(effect, needed) for effect in frame.effects.values()))


def _as_given(effect: Effect, needed: set[str]) -> Effect:
    """An effect without its origin where a list would not do in place of a queryset."""
    if effect.kind != "evaluates" or effect.origin is None:
        return effect
    is_whole = effect.how in ("for", "bool", "len") and needed.isdisjoint((ANY, effect.origin.name))
    return effect if is_whole else replace(effect, origin=None)


def _render(run: _Run, template: Template) -> None:
    """Runs a template: the last one that its `extends` lead to, with the blocks of those before."""
    if template in run.open or len(run.open) >= DEEPEST_INCLUDE:
        run.otherwise.add(ANY)
        return
    run = replace(run, open=(*run.open, template), blocks={}, inside=("", 0))
    chain: list[Template] = []
    following: Template | None = template
    while following is not None and following not in chain:
        chain.append(following)
        for name, block in following.parsed.blocks.items():
            run.blocks.setdefault(name, []).append((following, block))
        parent = following.parsed.parent
        following = _named(replace(run, template=following), parent) if parent is not None else None
        if parent is not None and following is None:
            run.otherwise.add(ANY)
    last = chain[-1]
    nodes = last.parsed.nodes
    if last.parsed.parent is not None:
        nodes = tuple(node for node in nodes if isinstance(node, syntax.Block))
    _run_in(run, last, nodes)


def _named(run: _Run, name: syntax.Expression) -> Template | None:
    """The template that the argument of `extends` or `include` names; None when it is not known."""
    with _file(run.frame, run.template):
        value = _value(run, name)
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    return run.engine.find(value.value, run.template.name)


def _run_in(run: _Run, template: Template, nodes: syntax.Nodes) -> None:
    if not template.parsed.is_whole:
        run.otherwise.add(ANY)
    with _file(run.frame, template):
        _walk(replace(run, template=template), nodes)


@contextmanager
def _file(frame: Frame, template: Template) -> Iterator[None]:
    """The nodes evaluated meanwhile are those of this template."""
    before, frame.module = frame.module, template.module
    sites = template.module.sites
    if len(sites) < len(template.parsed.spans):
        source = template.module.source
        for node, span in template.parsed.spans.items():
            text = source.line(span.start.line)[span.start.column - 1 : span.end.column - 1]
            sites[node] = Site(source.path, span, " ".join(text.split()))
    try:
        yield
    finally:
        frame.module = before


@contextmanager
def _scope(frame: Frame) -> Iterator[None]:
    """Names bound meanwhile are forgotten afterwards."""
    before, aliases = frame.env, frame.aliases
    frame.env, frame.aliases = frame.fork(), dict(aliases)
    try:
        yield
    finally:
        frame.env, frame.aliases = before, aliases


def _name(frame: Frame, name: str, value: Value, stands_for: Origin | None = None) -> None:
    """Binds a name, which may stand for something of the context."""
    frame.bind(name, value)
    frame.aliases.pop(name, None)
    if stands_for is not None:
        frame.aliases[name] = stands_for


def _origin(frame: Frame, expression: syntax.Expression) -> Origin | None:
    """What of the context a variable without filters is, or is read from."""
    if not isinstance(expression.atom, syntax.Lookup) or expression.filters:
        return None
    first, *path = expression.atom.names
    known = frame.aliases.get(first)
    return known._replace(lookup="__".join(filter(None, (known.lookup, *path)))) if known is not None else None


def _walk(run: _Run, nodes: syntax.Nodes) -> None:
    for node in nodes:
        run.left[0] -= 1
        if run.left[0] <= 0:
            return
        match node:
            case syntax.Output():
                value = _value(run, node.expression)
                run.frame.evaluator.format(run.frame, node.expression.node, value)
            case syntax.If():
                _if(run, node)
            case syntax.For():
                _for(run, node)
            case syntax.With():
                with _scope(run.frame):
                    _bind(run, node.bindings)
                    _walk(run, node.body)
            case syntax.Include():
                _include(run, node)
            case syntax.Block():
                _block(run, node.name, 0)
            case syntax.Regroup():
                _regroup(run, node)
            case syntax.Arguments():
                _arguments(run, node)


def _bind(run: _Run, bindings: tuple[tuple[str, syntax.Expression], ...]) -> None:
    values = [(name, _value(run, each, True), _origin(run.frame, each)) for name, each in bindings]
    for name, value, origin in values:
        _name(run.frame, name, value, origin)


def _if(run: _Run, node: syntax.If) -> None:
    frame = run.frame
    after: Environment | None = None
    for condition, body in node.branches:
        verdict = _test(run, condition) if condition is not None else True
        rest = frame.env
        if verdict is not False:
            frame.env = frame.fork()
            _walk(run, body)
            after = merged(after, frame.env)
        frame.env = rest
        if verdict is True:
            break
    else:
        after = merged(after, frame.env)
    frame.env = after


def _test(run: _Run, condition: syntax.Condition) -> bool | None:
    """Tests a condition; says what is sure of the outcome."""
    if isinstance(condition, syntax.Expression):
        value = _value(run, condition, True)
        run.frame.evaluator.test(run.frame, condition.node, value)
        return _truth(value)
    operands = condition.operands
    match condition.operator:
        case "not":
            verdict = _test(run, operands[0])
            return None if verdict is None else not verdict
        case "and" | "or":
            deciding = condition.operator == "or"
            verdicts = []
            for operand in operands:
                verdicts.append(_test(run, operand))
                if verdicts[-1] is deciding:
                    return deciding
            return None if None in verdicts else not deciding
        case "in":
            _plain(run, operands[0])
            container = _plain(run, operands[1])
            if isinstance(operands[1], syntax.Expression):
                _contains(run.frame, operands[1].node, container)
        case _:
            for operand in operands:
                _plain(run, operand)
    return None


def _plain(run: _Run, condition: syntax.Condition) -> Value:
    """The value of an operand that is compared and not tested."""
    if isinstance(condition, syntax.Expression):
        value = requests.used(run.frame, condition.node, _value(run, condition))
        coroutines.note_use(run.frame, condition.node, value, "compare")
        return value
    _test(run, condition)
    return UNKNOWN


def _contains(frame: Frame, node: ast.expr, container: Value) -> None:
    for member in members(container):
        if isinstance(member, (QuerySet, Generator, Lazy)):
            frame.evaluator.iterate(frame, node, member, "in")


def _for(run: _Run, node: syntax.For) -> None:
    frame = run.frame
    sequence = _value(run, node.sequence, True)
    element = frame.evaluator.iterate(frame, node.sequence.node, sequence, "for")
    origin = _origin(frame, node.sequence)
    is_of_rows = origin is not None and not origin.lookup and not origin.of_rows
    with _scope(frame):
        _bind_targets(frame, node.targets, element, origin._replace(of_rows=True) if is_of_rows and origin else None)
        _name(frame, "forloop", UNKNOWN)
        _walk(run, node.body)
    with _scope(frame):
        _walk(run, node.empty)


def _bind_targets(frame: Frame, targets: tuple[str, ...], element: Value, row: Origin | None) -> None:
    if len(targets) == 1:
        _name(frame, targets[0], element if not isinstance(element, Nothing) else UNKNOWN, row)
        return
    rows = [row for row in members(element) if isinstance(row, Row) and len(row.elements) == len(targets)]
    for index, target in enumerate(targets):
        _name(frame, target, union(tuple(row.elements[index] for row in rows)) if rows else UNKNOWN)


def _include(run: _Run, node: syntax.Include) -> None:
    found = _named(run, node.template)
    values = [(name, _value(run, each, True), _origin(run.frame, each)) for name, each in node.bindings]
    if found is None:
        run.otherwise.add(ANY)
        return
    with _scope(run.frame):
        if node.is_only:
            run.frame.env, run.frame.aliases = {}, {}
        for name, value, origin in values:
            _name(run.frame, name, value, origin)
        _render(run, found)


def _block(run: _Run, name: str, overridden: int) -> None:
    """Runs a block as the nearest heir has it, or what that one overrode."""
    parts = run.blocks.get(name, [])
    if overridden < len(parts):
        template, block = parts[overridden]
        with _scope(run.frame):
            _run_in(replace(run, inside=(name, overridden)), template, block.body)


def _regroup(run: _Run, node: syntax.Regroup) -> None:
    frame = run.frame
    sequence = _value(run, node.sequence, True)
    element = frame.evaluator.iterate(frame, node.sequence.node, sequence, "for")
    grouper = template_values.along(frame, node.sequence.node, element, node.path)
    rows = Collection("list", element)
    group = Mapping((("grouper", grouper), ("list", rows)), NOTHING)
    _name(frame, node.target, Collection("list", group))


def _truth(value: Value) -> bool | None:
    """Whether a value is true, where that is sure. Templates await nothing: a coroutine stays what it is."""
    return coroutines.is_coroutine(value) or truth(value)


def _arguments(run: _Run, node: syntax.Arguments) -> None:
    frame = run.frame
    for expression in node.values:
        value = _value(run, expression)
        if node.how == "test":
            frame.evaluator.test(frame, expression.node, value)
            if _truth(value):
                break
        elif node.how == "format":
            frame.evaluator.format(frame, expression.node, value)
    if node.target:
        _name(frame, node.target, UNKNOWN)


# Variables and filters.


def _value(run: _Run, expression: syntax.Expression, is_gone_through: bool = False) -> Value:
    """The value of a variable with its filters; whether nothing but going through it or testing it follows."""
    if not (is_gone_through and not expression.filters) and not _is_filtered(expression):
        _note_use(run, expression.atom)
    value = _atom(run, expression.atom)
    for each in expression.filters:
        _note_use(run, each.argument)
        argument = _atom(run, each.argument)
        value = template_values.filtered(run.frame, expression.node, each.name, value, argument)
    return value


def _is_filtered(expression: syntax.Expression) -> bool:
    """Whether the first filter makes of a list what it makes of a queryset."""
    return any(each.name in GOING_THROUGH for each in expression.filters[:1])


def _note_use(run: _Run, atom: syntax.Atom) -> None:
    """Notes that a variable of the context, not one of its rows, is used for something else than its rows."""
    known = run.frame.aliases.get(atom.names[0]) if isinstance(atom, syntax.Lookup) else None
    if known is not None and not known.of_rows:
        run.otherwise.add(known.name)


def _atom(run: _Run, atom: syntax.Atom) -> Value:
    match atom:
        case syntax.Literal():
            return constant(atom.value)
        case syntax.Lookup():
            return _looked_up(run, atom)
        case None:
            return UNKNOWN


def _looked_up(run: _Run, lookup: syntax.Lookup) -> Value:
    frame = run.frame
    names = lookup.names
    if names[0] == "block" and run.inside[0]:
        if names[1:] == ("super",):
            _block(run, run.inside[0], run.inside[1] + 1)
        return UNKNOWN
    if len(names) > 1:
        _note_use(run, lookup)
    assert frame.env is not None
    value: Value = template_values.called(frame, lookup.nodes[0], frame.env.get(names[0], UNKNOWN))
    for index, node in enumerate(lookup.nodes[1:], 1):
        known = frame.env.get(".".join(names[: index + 1]))
        value = known if known is not None else template_values.member(frame, node, value, names[index])
    return value
