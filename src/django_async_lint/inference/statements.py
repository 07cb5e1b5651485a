"""Statements: the flow of a body, with one environment per branch, joined where branches meet."""

import ast
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import lru_cache
from typing import Any

from django_async_lint.inference import (
    annotations,
    attributes,
    builtin_calls,
    containers,
    coroutines,
    costs,
    dropped,
    functions,
    iteration,
    memory,
    narrowing,
    records,
    schemas,
    sizes,
    waiting,
)
from django_async_lint.inference.expressions import operate_in_place, truth_test
from django_async_lint.inference.frame import Environment, Frame, access_path, merged
from django_async_lint.inference.values import (
    INT,
    NONE,
    NOTHING,
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Context,
    Descriptor,
    FunctionValue,
    Instance,
    Nothing,
    Outside,
    Row,
    Value,
    constant,
    join,
    members,
    union,
    unsure,
    without_constants,
)
from django_async_lint.knowledge import on_the_loop
from django_async_lint.project.modules import Assignment, Class, Function, Import, all_statements
from django_async_lint.project.trees import all_nodes

LOOP_CALLS = frozenset(name.rpartition(".")[2] for name in on_the_loop.NEVER_FAIL)
TAKES_ALL = frozenset({"Exception", "BaseException", "SynchronousOnlyOperation"})
"""The handlers that take what Django's guard raises."""


def run(frame: Frame, body: list[ast.stmt]) -> None:
    """Runs statements until the flow ends."""
    for statement in body:
        if frame.env is None:
            return
        handler = HANDLERS.get(type(statement))
        if handler is not None:
            handler(frame, statement)


def _expression(frame: Frame, node: ast.Expr) -> None:
    value = frame.evaluator.value_of(frame, node.value)
    dropped.note_statement(frame, node.value, value)


def _assign(frame: Frame, node: ast.Assign) -> None:
    value = frame.evaluator.value_of(frame, node.value)
    for target in node.targets:
        _note_assigned(frame, target, node.value, value)
        assign(frame, target, value, node.value)


def _note_assigned(frame: Frame, target: ast.expr, node: ast.expr, value: Value) -> None:
    """Remembers names bound to coroutines made here, one by one where both sides are written as tuples."""
    if isinstance(target, ast.Name):
        dropped.note_assigned(frame, target.id, node, value)
        return
    if not isinstance(target, (ast.Tuple, ast.List)) or not isinstance(node, (ast.Tuple, ast.List)):
        return
    if isinstance(value, Row) and len(target.elts) == len(node.elts) == len(value.elements):
        for part, part_node, part_value in zip(target.elts, node.elts, value.elements, strict=True):
            _note_assigned(frame, part, part_node, part_value)


def _annotated(frame: Frame, node: ast.AnnAssign) -> None:
    declared = annotations.value_of(frame, node.annotation)
    value = declared
    if node.value is not None:
        given = frame.evaluator.value_of(frame, node.value)
        _note_assigned(frame, node.target, node.value, given)
        value = given if coroutines.is_coroutine(given) else annotations.refined(declared, given)
    elif isinstance(node.target, ast.Name):
        return
    assign(frame, node.target, value)


def _augmented(frame: Frame, node: ast.AugAssign) -> None:
    operation = _as_operation(node)
    left = frame.evaluator.value_of(frame, operation.left)
    right = frame.evaluator.value_of(frame, operation.right)
    assign(frame, node.target, without_constants(operate_in_place(frame, operation, left, right)))


@lru_cache(maxsize=65536)
def _as_operation(node: ast.AugAssign) -> ast.BinOp:
    """`a += b` as `a + b`, at the place of the statement."""
    loaded = ast.copy_location(_as_load(node.target), node.target)
    return ast.copy_location(ast.BinOp(loaded, node.op, node.value), node)


def _as_load(target: ast.Name | ast.Attribute | ast.Subscript) -> ast.expr:
    match target:
        case ast.Name():
            return ast.Name(target.id, ast.Load())
        case ast.Attribute():
            return ast.Attribute(target.value, target.attr, ast.Load())
        case ast.Subscript():
            return ast.Subscript(target.value, target.slice, ast.Load())


def assign(frame: Frame, target: ast.expr, value: Value, value_node: ast.expr | None = None) -> None:
    """Binds a target of any form to a value."""
    match target:
        case ast.Name():
            _set_name(frame, target.id, value)
        case ast.Attribute():
            _set_attribute(frame, target, value)
        case ast.Subscript():
            _set_item(frame, target, value)
        case ast.Starred():
            assign(frame, target.value, Collection("list", without_constants(value)))
        case ast.Tuple() | ast.List():
            _unpack(frame, target, value, value_node)


def _set_name(frame: Frame, name: str, value: Value) -> None:
    """Binds a name; a constant that other functions may replace meanwhile is not sure."""
    function = frame.function
    if function is not None and name in function.facts.outer_names:
        frame.stores[name] = join(frame.stores.get(name, NOTHING), value)
        value = unsure(value)
    elif function is not None and name in function.facts.rebound:
        value = join(value, UNKNOWN)
    frame.bind(name, value)


def _set_attribute(frame: Frame, target: ast.Attribute, value: Value) -> None:
    owner = frame.evaluator.value_of(frame, target.value)
    coroutines.note_use(frame, target, owner, "attribute", target.attr)
    function = frame.function
    path = access_path(target)
    first = function.facts.positional[:1] if function is not None and function.owner is not None else []
    if isinstance(target.value, ast.Name) and target.value.id in first:
        name = "." + target.attr
        frame.stores[name] = join(frame.stores.get(name, NOTHING), value)
    for member in members(owner):
        if isinstance(member, Instance) and not isinstance(member.of, str):
            _call_setter(frame, target, member, value)
            if target.attr in frame.evaluator.declarations.fields(member.of):
                coroutines.note_use(frame, target, value, "store")
    if path is not None and frame.env is not None:
        frame.bind(path, unsure(value))
        memory.note_assigned(frame, path, value)
        if _is_left_to_others(frame, owner, value):
            del frame.env[path]


def _is_left_to_others(frame: Frame, owner: Value, value: Value) -> bool:
    """Whether an attribute set to a constant is better read from what all methods store in it: while this
    function waits, others change it. The fields of a model's instance are its own."""
    is_model = frame.evaluator.declarations.is_model
    return isinstance(value, Constant) and all(
        isinstance(member, Instance) and isinstance(member.of, Class) and not is_model(member.of)
        for member in members(owner)
    )


def _call_setter(frame: Frame, target: ast.Attribute, owner: Instance, value: Value) -> None:
    """What assigning to an attribute runs: `__setattr__`, a property's setter, a descriptor's `__set__`."""
    evaluator = frame.evaluator
    if evaluator.special(frame, target, owner, "__setattr__", (constant(target.attr), value)) is not None:
        return
    found = evaluator.classes.find(owner.of, target.attr)
    if found is None:
        return
    cls, bindings = found
    for binding in bindings:
        member = attributes.member_value(frame, cls, binding)
        if isinstance(member, Descriptor) and member.kind == "property":
            setter = cls.accessor(target.attr, "setter")
            if setter is not None:
                evaluator.call(frame, target, FunctionValue(setter, owner), functions.Arguments((value,)))
        elif isinstance(member, Instance) and isinstance(member.of, Class):
            evaluator.special(frame, target, member, "__set__", (owner, value))


def _is_global(frame: Frame, name: str) -> bool:
    """Whether a name that this function does not bind is one of its module."""
    function = frame.function
    while function is not None and name not in function.facts.bound:
        function = function.parent
    return function is None and frame.function is not None and name in frame.module.bindings


def _set_item(frame: Frame, target: ast.Subscript, value: Value) -> None:
    container = frame.evaluator.value_of(frame, target.value)
    index = UNKNOWN if isinstance(target.slice, ast.Slice) else frame.evaluator.value_of(frame, target.slice)
    coroutines.note_use(frame, target, container, "index")
    for member in members(container):
        if isinstance(member, Instance):
            iteration.call_special(frame, target, member, "__setitem__", (index, value))
    if isinstance(target.value, ast.Name) and _is_global(frame, target.value.id):
        name = f"{target.value.id}[]"
        frame.stores[name] = join(frame.stores.get(name, NOTHING), without_constants(value))
    containers.put_item(frame, target.value, index, value)


def _unpack(frame: Frame, target: ast.Tuple | ast.List, value: Value, value_node: ast.expr | None) -> None:
    parts = target.elts
    if isinstance(value, Instance) and (names := records.fields(frame.evaluator, value.of)):
        value = Row(tuple(frame.evaluator.attribute(frame, value_node or target, value, name) for name in names))
    rows = [member for member in members(value) if isinstance(member, Row)]
    has_star = any(isinstance(part, ast.Starred) for part in parts)
    if rows and len(rows) == len(members(value)) and not has_star:
        fitting = [row for row in rows if len(row.elements) == len(parts)] or rows
        for index, part in enumerate(parts):
            elements = tuple(row.elements[index] for row in fitting if index < len(row.elements))
            assign(frame, part, union(elements) if elements else UNKNOWN)
        return
    coroutines.note_use(frame, value_node or target, value, "index")
    element = frame.evaluator.iterate(frame, value_node or target, value, "unpack")
    for part in parts:
        assign(frame, part, element)


def _return(frame: Frame, node: ast.Return) -> None:
    value = frame.evaluator.value_of(frame, node.value) if node.value is not None else NONE
    if node.value is not None:
        coroutines.note_returned(frame, node.value, value)
        schemas.note_returned(frame, node.value, value)
    frame.returned = join(frame.returned, value)
    if node.value is not None:
        frame.length = max(frame.length, sizes.length(frame, node.value))
        frame.content = max(frame.content, sizes.values_inside(frame, node.value) if frame.length else 0)
    frame.closing = merged(frame.closing, frame.env)
    frame.env = None


def _raise(frame: Frame, node: ast.Raise) -> None:
    for part in (node.exc, node.cause):
        if part is not None:
            frame.evaluator.value_of(frame, part)
    frame.env = None


def _if(frame: Frame, node: ast.If) -> None:
    value = frame.evaluator.value_of(frame, node.test)
    verdict = truth_test(frame, node.test, value)
    before = frame.env
    after: Environment | None = None
    if verdict is not False:
        frame.env = narrowing.narrowed(frame, node.test, True)
        frame.env = dict(frame.env) if frame.env is not None else None
        is_first_time = _asks_for_first_time(frame, node.test)
        frame.once += is_first_time
        with frame.doubt() if narrowing.depends_on_caller(frame, node.test) else nullcontext():
            run(frame, node.body)
        frame.once -= is_first_time
        after = frame.env
    if verdict is not True:
        frame.env = before
        frame.env = narrowing.narrowed(frame, node.test, False)
        frame.env = dict(frame.env) if frame.env is not None else None
        run(frame, node.orelse)
        after = merged(after, frame.env)
    frame.env = after


def _asks_for_first_time(frame: Frame, test: ast.expr) -> bool:
    """`if client is None:` or `if not client:` on a name that this function declares global: a lazy singleton."""
    match test:
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Is()], comparators=[ast.Constant(value=None)]):
            pass
        case ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=name)):
            pass
        case _:
            return False
    return frame.function is not None and name in frame.function.facts.global_names


def _for(frame: Frame, node: ast.For | ast.AsyncFor) -> None:
    iterable = frame.evaluator.value_of(frame, node.iter)
    rounds = 1
    if isinstance(node, ast.AsyncFor):
        element = iteration.element_async(frame, node.iter, iterable)
    else:
        rounds = costs.rounds_of_for(frame, node)
        element = iteration.element(frame, node.iter, iterable, "for")

    def enter() -> None:
        is_telling = isinstance(element, Row) or element == INT
        assign(frame, node.target, element if is_telling else without_constants(element))

    with costs.counted(frame, node, node.iter, rounds):
        _loop(frame, node, enter)
    memory.note_rows(frame, node.target, node.iter)


def _while(frame: Frame, node: ast.While) -> None:
    def enter() -> None:
        value = frame.evaluator.value_of(frame, node.test)
        verdict = truth_test(frame, node.test, value)
        frame.env = narrowing.narrowed(frame, node.test, True) if verdict is not False else None

    is_endless = isinstance(node.test, ast.Constant) and bool(node.test.value)
    waiting.note_busy(frame, node)
    with costs.counted(frame, node, node.test, costs.rounds_of_while(frame, node)):
        _loop(frame, node, enter, is_endless)
    waiting.note_polling(frame, node)


def _loop(
    frame: Frame,
    node: ast.For | ast.AsyncFor | ast.While,
    enter: Callable[[], None],
    is_endless: bool = False,
) -> None:
    """One pass over a loop body, with the constants of the names it assigns forgotten beforehand."""
    outer_breaks, outer_continues = frame.breaks, frame.continues
    frame.breaks, frame.continues = [], []
    if frame.env is not None:
        _forget_constants(frame.env, costs.names_assigned(node))
    before = frame.fork()
    frame.waits.loops.append(node)
    enter()
    run(frame, node.body)
    frame.waits.loops.pop()
    after = frame.env
    for env in frame.continues:
        after = merged(after, env)
    frame.env = merged(before, after) if not is_endless else None
    if frame.env is not None:
        run(frame, node.orelse)
    for env in frame.breaks:
        frame.env = merged(frame.env, env)
    frame.breaks, frame.continues = outer_breaks, outer_continues


def _forget_constants(env: Environment, names: Iterable[str]) -> None:
    """Names that are assigned somewhere inside hold this, or something else by then."""
    for name in names:
        if name in env:
            env[name] = without_constants(env[name])


def _break(frame: Frame, node: ast.Break) -> None:
    if frame.env is not None:
        frame.breaks.append(frame.env)
    frame.env = None


def _continue(frame: Frame, node: ast.Continue) -> None:
    if frame.env is not None:
        frame.continues.append(frame.env)
    frame.env = None


def _with(frame: Frame, node: ast.With | ast.AsyncWith) -> None:
    is_async = isinstance(node, ast.AsyncWith)
    suppresses = False
    for item in node.items:
        value = frame.evaluator.value_of(frame, item.context_expr)
        suppresses = suppresses or any(_may_suppress(frame, member) for member in members(value))
        entered = iteration.entered(frame, item.context_expr, value, is_async)
        if isinstance(node, ast.With):
            iteration.note_held_lock(frame, node, item.context_expr, value)
        if item.optional_vars is not None:
            assign(frame, item.optional_vars, entered if not isinstance(entered, Nothing) else UNKNOWN)
    before = frame.fork() if suppresses else None
    with frame.expect() if any(_expects_guard(frame, item.context_expr) for item in node.items) else nullcontext():
        run(frame, node.body)
    for item in node.items:
        iteration.note_executor_exit(frame, node, item)
    if before is not None:
        _forget_constants(before, costs.names_assigned(node))
        frame.env = merged(frame.env, before)


GUARD = "django.core.exceptions.SynchronousOnlyOperation"
EXPECTING = frozenset({"assertRaises", "assertRaisesMessage", "assertRaisesRegex", "raises"})
"""Methods of unittest and Django, and `pytest.raises`."""


def _expects_guard(frame: Frame, node: ast.expr) -> bool:
    """Whether a test says here that Django's guard raises: `with self.assertRaises(SynchronousOnlyOperation)`."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[error, *_]) if name in EXPECTING:
            with frame.mute():
                value = frame.evaluator.value_of(frame, error)
            written = value.of.dotted if isinstance(value, ClassValue) else getattr(value, "name", "")
            return written == GUARD
    return False


def _may_suppress(frame: Frame, value: Value) -> bool:
    """Whether a context manager may end an exception, so that what follows runs all the same."""
    match value:
        case Instance(of=str() as name):
            return name in builtin_calls.SUPPRESSING
        case Instance():
            found = [frame.evaluator.classes.find(value.of, name) for name in ("__exit__", "__aexit__")]
            functions_found = [b for each in found if each is not None for b in each[1] if isinstance(b, Function)]
            return any(_returns_something(function.node) for function in functions_found)
        case Context():
            return _catches(value.key.function.node)
        case _:
            return False


@lru_cache(maxsize=65536)
def _returns_something(node: ast.AST) -> bool:
    return any(
        isinstance(inner, ast.Return)
        and inner.value is not None
        and not (isinstance(inner.value, ast.Constant) and not inner.value.value)
        for inner in costs.own_nodes(node)
    )


@lru_cache(maxsize=65536)
def _catches(node: ast.AST) -> bool:
    return any(
        (isinstance(inner, (ast.Try, ast.TryStar)) and inner.handlers)
        or (isinstance(inner, (ast.With, ast.AsyncWith)) and _mentions_suppress(inner))
        for inner in costs.own_nodes(node)
    )


def _mentions_suppress(node: ast.With | ast.AsyncWith) -> bool:
    return any("suppress" in ast.dump(item.context_expr) for item in node.items)


def _try(frame: Frame, node: ast.Try) -> None:
    for_no_loop = [each for each in node.handlers if _names_error(each, "RuntimeError")]
    if for_no_loop and not _needs_running_loop(frame, node.body):
        for_no_loop = []
    caught = frame.fork()
    with frame.swallow() if any(map(_swallows, node.handlers)) else nullcontext():
        for statement in node.body:
            run(frame, [statement])
            caught = merged(caught, frame.fork())
    assigned = {name for statement in node.body for name in costs.names_assigned(statement)}
    if caught is not None:
        _forget_constants(caught, assigned)
    run(frame, node.orelse)
    after = frame.env
    for handler in node.handlers:
        if handler in for_no_loop:
            continue
        frame.env = dict(caught) if caught is not None else None
        if handler.type is not None and frame.env is not None:
            frame.evaluator.value_of(frame, handler.type)
            narrowing.forget_what_failed(frame.env, handler.type, node.body)
        if handler.name:
            frame.bind(handler.name, UNKNOWN)
        run(frame, handler.body)
        after = merged(after, frame.env)
    if node.finalbody:
        ended = after is None
        frame.env = after if after is not None else (dict(caught) if caught is not None else None)
        if frame.env is not None:
            _forget_constants(frame.env, assigned)
        run(frame, node.finalbody)
        if ended:
            frame.env = None
    else:
        frame.env = after


def _swallows(handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes any exception and neither raises nor leaves: what follows runs as if all were well."""
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    takes_all = any(name is None or (isinstance(name, ast.Name) and name.id in TAKES_ALL) for name in names)
    return takes_all and not any(isinstance(each, ast.Raise) for each in all_statements(handler.body, inside=False))


def _needs_running_loop(frame: Frame, body: list[ast.stmt]) -> bool:
    """Whether a `try` begins with what fails only without a running loop: on the loop its handler never runs."""
    with frame.mute():
        called = [
            frame.evaluator.value_of(frame, node.func)
            for statement in body[:1]
            for node in all_nodes(statement)
            if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name))
            if getattr(node.func, "attr", getattr(node.func, "id", "")) in LOOP_CALLS
        ]
    return any(isinstance(each, Outside) and each.name in on_the_loop.NEVER_FAIL for each in called)


def _names_error(handler: ast.ExceptHandler, name: str) -> bool:
    return handler.type is not None and any(getattr(part, "id", "") == name for part in all_nodes(handler.type))


def _match(frame: Frame, node: ast.Match) -> None:
    subject = frame.evaluator.value_of(frame, node.subject)
    path = access_path(node.subject)
    before = frame.env
    after: Environment | None = None
    is_exhaustive = False
    for case in node.cases:
        frame.env = dict(before) if before is not None else None
        _bind_pattern(frame, case.pattern, subject, path)
        if case.guard is not None:
            truth_test(frame, case.guard, frame.evaluator.value_of(frame, case.guard))
        run(frame, case.body)
        after = merged(after, frame.env)
        is_exhaustive = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None
    frame.env = after if is_exhaustive else merged(after, before)


def _bind_pattern(frame: Frame, pattern: ast.pattern, value: Value, path: str | None = None) -> Value:
    """Binds what a pattern captures; what the value is where it matches. Class patterns read attributes."""
    match pattern:
        case ast.MatchClass():
            return _bind_class_pattern(frame, pattern, value, path)
        case ast.MatchAs():
            if pattern.pattern is not None:
                value = _bind_pattern(frame, pattern.pattern, value, path)
            if pattern.name:
                frame.bind(pattern.name, value)
        case ast.MatchStar():
            if pattern.name:
                frame.bind(pattern.name, Collection("list", value))
        case ast.MatchOr():
            return union(tuple(_bind_pattern(frame, part, value, path) for part in pattern.patterns))
        case ast.MatchSequence():
            is_plain = not any(isinstance(part, ast.MatchStar) for part in pattern.patterns)
            for index, part in enumerate(pattern.patterns):
                _bind_pattern(frame, part, _element_of(value, index if is_plain else None))
        case ast.MatchMapping():
            for key, part in zip(pattern.keys, pattern.patterns, strict=True):
                item = _item_of(frame, value, key)
                _bind_pattern(frame, part, item)
            if pattern.rest:
                frame.bind(pattern.rest, UNKNOWN)
    return value


def _bind_class_pattern(frame: Frame, pattern: ast.MatchClass, value: Value, path: str | None) -> Value:
    with frame.mute():
        cls = frame.evaluator.value_of(frame, pattern.cls)
    known = _instance_of(cls)
    if known is not None:
        subclass = frame.evaluator.classes.is_subclass
        fitting = [m for m in members(value) if isinstance(m, Instance) and subclass(m.of, known.of)]
        value = union(tuple(fitting)) if fitting else known
        if path is not None and frame.env is not None:
            frame.env[path] = value
    for part in pattern.patterns:
        _bind_pattern(frame, part, UNKNOWN)
    for name, part in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
        read = frame.evaluator.attribute(frame, pattern.cls, value, name) if known is not None else UNKNOWN
        _bind_pattern(frame, part, read)
    return value


def _element_of(value: Value, index: int | None) -> Value:
    """An element of a sequence that a pattern takes apart."""
    match value:
        case Row(elements=elements) if index is not None and index < len(elements):
            return elements[index]
        case Row() | Collection():
            element = union(value.elements) if isinstance(value, Row) else value.element
            return element if not isinstance(element, Nothing) else UNKNOWN
        case _:
            return UNKNOWN


def _item_of(frame: Frame, value: Value, key: ast.expr) -> Value:
    with frame.mute():
        return iteration.item(frame, key, value, frame.evaluator.value_of(frame, key))


def _instance_of(cls: Value) -> Instance | None:
    match cls:
        case ClassValue():
            return Instance(cls.of)
        case Outside() if not cls.name.startswith("builtins."):
            return Instance(cls.name)
        case _:
            return None


def _function(frame: Frame, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    for default in (*node.args.defaults, *node.args.kw_defaults):
        if default is not None:
            frame.evaluator.value_of(frame, default)
    function = frame.module.function(node, None, frame.function)
    env = {**frame.captured, **(frame.env or {})}
    value: Value = functions.plain(function)._replace(captured=functions.captured_by(function, env))
    frame.bind(node.name, functions.apply_decorators(frame, function, value))


def _class(frame: Frame, node: ast.ClassDef) -> None:
    for part in (*node.bases, *(keyword.value for keyword in node.keywords), *node.decorator_list):
        frame.evaluator.value_of(frame, part)
    _run_class_body(frame, node.body)
    frame.bind(node.name, ClassValue(frame.module.class_(node, None, frame.function)))


def _run_class_body(frame: Frame, body: list[ast.stmt]) -> None:
    """What a class body computes, it computes here and now; its methods do not run."""
    before = frame.fork()
    for statement in body:
        if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and frame.env is not None:
            run(frame, [statement])
    frame.env = before


def _import(frame: Frame, node: ast.Import) -> None:
    evaluator = frame.evaluator
    for alias in node.names:
        dotted = alias.name if alias.asname else alias.name.partition(".")[0]
        meanings = evaluator.names.of_import(frame.module, Import(dotted, None, 0))
        frame.bind(alias.asname or dotted, evaluator.value_of_definitions(meanings))


def _import_from(frame: Frame, node: ast.ImportFrom) -> None:
    evaluator = frame.evaluator
    for alias in node.names:
        if alias.name != "*":
            meanings = evaluator.names.of_import(frame.module, Import(node.module or "", alias.name, node.level))
            frame.bind(alias.asname or alias.name, evaluator.value_of_definitions(meanings))


def _delete(frame: Frame, node: ast.Delete) -> None:
    for target in node.targets:
        path = access_path(target)
        if path is not None:
            frame.bind(path, UNKNOWN)
        if isinstance(target, ast.Subscript):
            owner = frame.evaluator.value_of(frame, target.value)
            coroutines.note_use(frame, target, owner, "index")
            index = UNKNOWN if isinstance(target.slice, ast.Slice) else frame.evaluator.value_of(frame, target.slice)
            for member in members(owner):
                if isinstance(member, Instance):
                    iteration.call_special(frame, target, member, "__delitem__", (index,))


def _assert(frame: Frame, node: ast.Assert) -> None:
    truth_test(frame, node.test, frame.evaluator.value_of(frame, node.test))
    frame.env = narrowing.narrowed(frame, node.test, True)


HANDLERS: dict[type[ast.stmt], Callable[[Frame, Any], None]] = {
    ast.Expr: _expression,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.If: _if,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.Break: _break,
    ast.Continue: _continue,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.Match: _match,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Delete: _delete,
    ast.Assert: _assert,
}


def bound_value(frame: Frame, binding: Assignment) -> Value:
    """The value that an assignment of a module or class body gives its name, whatever its form."""
    assert binding.value is not None
    value = frame.evaluator.value_of(frame, binding.value)
    how = binding.how.removeprefix("unpack_")
    if how == "element":
        value = iteration.element(frame, binding.value, value, "for")
    elif how == "enter":
        value = iteration.entered(frame, binding.value, value, is_async=False)
    if not binding.how.startswith("unpack_"):
        return value
    found: Value = NOTHING
    for member in members(value):
        if isinstance(member, Row) and binding.index < len(member.elements):
            found = join(found, member.elements[binding.index])
        else:
            found = join(found, iteration.element(frame, binding.value, member, "unpack"))
    return found
