"""Statements: the flow of a body, with one environment per branch, joined where branches meet."""

import ast
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import Any

from django_async_lint.inference import (
    assignments,
    conditions,
    coroutines,
    costs,
    dropped,
    entering,
    first_use,
    functions,
    held_locks,
    indexing,
    iteration,
    memory,
    narrowing,
    operators,
    patterns,
    queues,
    schemas,
    sizes,
    suppressing,
    waiting,
    worker_options,
    written_texts,
)
from django_async_lint.inference.frame import Environment, Frame, access_path, merged
from django_async_lint.inference.joining import join, members, one_element, without_constants
from django_async_lint.inference.values import (
    INT,
    NONE,
    UNKNOWN,
    Awaitable,
    ClassValue,
    Constant,
    Coroutine,
    Instance,
    Nothing,
    Row,
    Value,
    constant,
)
from django_async_lint.project.imports import Import


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


def _return(frame: Frame, node: ast.Return) -> None:
    value = frame.evaluator.value_of(frame, node.value) if node.value is not None else NONE
    if node.value is not None:
        coroutines.note_returned(frame, node.value, value)
        schemas.note_returned(frame, node.value, value)
    _note_mode(frame, value)
    frame.returned = join(frame.returned, value)
    if node.value is not None:
        frame.length = max(frame.length, sizes.length(frame, node.value))
        frame.content = max(frame.content, sizes.values_inside(frame, node.value) if frame.length else 0)
    frame.closing = merged(frame.closing, frame.env)
    frame.env = None


def _note_mode(frame: Frame, value: Value) -> None:
    """A plain function that returns a coroutine first and something else later works in two modes."""
    if frame.is_async or frame.env is None:
        return
    gives_coroutine = any(isinstance(member, (Coroutine, Awaitable)) for member in members(value))
    if frame.before_coroutine is None:
        frame.before_coroutine = len(frame.effects) if gives_coroutine else None
    elif not gives_coroutine:
        frame.has_other_result = True


def _raise(frame: Frame, node: ast.Raise) -> None:
    for part in (node.exc, node.cause):
        if part is not None:
            frame.evaluator.value_of(frame, part)
    frame.env = None


def _if(frame: Frame, node: ast.If) -> None:
    value = frame.evaluator.value_of(frame, node.test)
    verdict = operators.truth_test(frame, node.test, value)
    if verdict is None:
        verdict = first_use.verdict(frame, node.test)
    at_once = worker_options.at_once(frame, node) if verdict is None else None
    before = frame.env
    after: Environment | None = None
    if verdict is not False:
        frame.env = narrowing.narrowed(frame, node.test, True)
        frame.env = dict(frame.env) if frame.env is not None else None
        is_first_time = _asks_for_first_time(frame, node.test)
        frame.once += is_first_time
        is_doubtful = (at_once is not None and at_once.outcome) or conditions.depends_on_caller(frame, node.test)
        with frame.doubt() if is_doubtful else nullcontext():
            run(frame, node.body)
        frame.once -= is_first_time
        after = frame.env
    if verdict is not True:
        frame.env = before
        frame.env = narrowing.narrowed(frame, node.test, False)
        frame.env = dict(frame.env) if frame.env is not None else None
        with frame.doubt() if at_once is not None and not at_once.outcome else nullcontext():
            run(frame, node.orelse)
        after = merged(after, frame.env)
        frame.doubted += verdict is None and _is_filled_elsewhere(frame, node)
        frame.doubted += at_once is not None and at_once.follows
    frame.env = after


def _is_filled_elsewhere(frame: Frame, node: ast.If) -> bool:
    """`if site is not None: return site` on a global that another function sets, which this one does not call: what
    follows runs where nobody has done so yet."""
    match node.test:
        case ast.Compare(left=ast.Name(id=name), ops=[ast.IsNot()], comparators=[ast.Constant(value=None)]):
            pass
        case ast.Name(id=name):
            pass
        case _:
            return False
    function = frame.function
    if function is None or isinstance(function.node, ast.Lambda) or node not in function.node.body:
        return False
    facts = function.facts
    if not isinstance(node.body[-1], ast.Return) or name in facts.bound | facts.global_names | set(facts.positional):
        return False
    setters = [each for each in frame.module.global_stores(name) if _sets(each.node, name)]
    called = facts.loaded | facts.attributes
    return bool(setters) and not any(each.name in called for each in setters)


def _sets(root: ast.AST, name: str) -> bool:
    """Whether a function assigns anything but None to a name."""
    return any(
        isinstance(part, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in part.targets)
        and not (isinstance(part.value, ast.Constant) and part.value.value is None)
        for part in ast.walk(root)
    )


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
        only = _only_round(frame, node.iter)
        element = iteration.element(frame, node.iter, iterable, "for") if only is None else only

    def enter() -> None:
        is_telling = isinstance(element, (Row, Constant)) or element == INT
        assignments.assign(frame, node.target, element if is_telling else one_element(element))

    with costs.counted(frame, node, node.iter, rounds):
        _loop(frame, node, enter)
    memory.note_rows(frame, node.target, node.iter)


def _only_round(frame: Frame, iterable: ast.expr) -> Value | None:
    """The number of the one round that `range(retries + 1)` surely gives, as where no retries are asked for."""
    match iterable:
        case ast.Call(func=ast.Name(id="range"), args=[ast.Constant() | ast.Name() | ast.BinOp() as stop], keywords=[]):
            pass
        case _:
            return None
    with frame.mute():
        value = frame.evaluator.value_of(frame, stop)
    return constant(0) if isinstance(value, Constant) and value.sure and value.value == 1 else None


def _while(frame: Frame, node: ast.While) -> None:
    def enter() -> None:
        value = frame.evaluator.value_of(frame, node.test)
        verdict = operators.truth_test(frame, node.test, value)
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
    after = _rounds(frame, node, enter)
    frame.waits.loops.pop()
    frame.env = merged(before, after) if not is_endless else None
    if isinstance(node, ast.While):
        queues.after_loop(frame, node.test)
    if frame.env is not None:
        run(frame, node.orelse)
    for env in frame.breaks:
        frame.env = merged(frame.env, env)
    frame.breaks, frame.continues = outer_breaks, outer_continues


def _rounds(frame: Frame, node: ast.For | ast.AsyncFor | ast.While, enter: Callable[[], None]) -> Environment | None:
    """One round of a loop, and another where it goes on to a row of which less is in memory; the environment at the end
    of either. Who has fetched two steps of a relation has counted how many there are."""
    before = frame.fork()
    after = _round(frame, node, enter)
    if before is not None and after is not None and _goes_on(before, after, costs.names_assigned(node)):
        steps, frame.env = frame.steps, dict(after)
        after = merged(after, _round(frame, node, enter))
        frame.steps = steps
    return after


def _round(frame: Frame, node: ast.For | ast.AsyncFor | ast.While, enter: Callable[[], None]) -> Environment | None:
    """One round of a loop, and the environment at its end."""
    frame.continues = []
    enter()
    run(frame, node.body)
    after = frame.env
    for env in frame.continues:
        after = merged(after, env)
    return after


def _goes_on(before: Environment, after: Environment, names: Iterable[str]) -> bool:
    """Whether a round has left another instance of the same model under a name, of which less is in memory: the next
    round may load what this one did not, as one that goes from row to row by a relation."""
    return any(
        isinstance(one, Instance) and isinstance(other, Instance) and one.of == other.of and one.loaded != other.loaded
        for name in names
        if (one := before.get(name)) is not None and (other := after.get(name)) is not None
    )


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
        suppresses = suppresses or any(suppressing.may_suppress(frame, member) for member in members(value))
        entered = entering.entered(frame, item.context_expr, value, is_async)
        if isinstance(node, ast.With):
            held_locks.note_held_across_await(frame, node, item.context_expr, value)
            held_locks.note_held_by_thread(frame, item.context_expr, value)
        if item.optional_vars is not None:
            assignments.assign(frame, item.optional_vars, entered if not isinstance(entered, Nothing) else UNKNOWN)
    before = frame.fork() if suppresses else None
    expects_guard = any(suppressing.expects_guard(frame, item.context_expr) for item in node.items)
    with frame.expect() if expects_guard else nullcontext():
        run(frame, node.body)
    for item in node.items:
        entering.note_executor_exit(frame, node, item)
    if before is not None:
        _forget_constants(before, costs.names_assigned(node))
        frame.env = merged(frame.env, before)


def _try(frame: Frame, node: ast.Try) -> None:
    for_no_loop = [each for each in node.handlers if suppressing.takes_no_loop(each, node.body)]
    if for_no_loop and not suppressing.needs_running_loop(frame, node.body):
        for_no_loop = []
    caught = frame.fork()
    with frame.swallow() if any(map(suppressing.swallows, node.handlers)) else nullcontext():
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


def _match(frame: Frame, node: ast.Match) -> None:
    subject = frame.evaluator.value_of(frame, node.subject)
    path = access_path(node.subject)
    before = frame.env
    after: Environment | None = None
    is_exhaustive = False
    for case in node.cases:
        texts = written_texts.matched(case.pattern)
        frame.env = dict(before) if before is not None else None
        if texts is not None and frame.env is not None:
            frame.env = written_texts.applied(frame.env, path, texts, True)
        patterns.bind(frame, case.pattern, subject, path)
        if case.guard is not None:
            operators.truth_test(frame, case.guard, frame.evaluator.value_of(frame, case.guard))
        run(frame, case.body)
        after = merged(after, frame.env)
        if texts is not None and before is not None and case.guard is None:
            before = written_texts.applied(before, path, texts, False)
        is_exhaustive = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None
    frame.env = after if is_exhaustive else merged(after, before)


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
                    indexing.call_special(frame, target, member, "__delitem__", (index,))


def _assert(frame: Frame, node: ast.Assert) -> None:
    operators.truth_test(frame, node.test, frame.evaluator.value_of(frame, node.test))
    frame.env = narrowing.narrowed(frame, node.test, True)


HANDLERS: dict[type[ast.stmt], Callable[[Frame, Any], None]] = {
    ast.Expr: _expression,
    ast.Assign: assignments.plain,
    ast.AnnAssign: assignments.annotated,
    ast.AugAssign: assignments.augmented,
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
