"""What a condition shows of the values in it: the environment of the branch where it holds, and where it does not."""

import ast
from collections.abc import Callable

from django_async_lint.inference import (
    annotations,
    coroutine_kinds,
    kept_questions,
    loading,
    querysets,
    queues,
    twins,
    written_texts,
)
from django_async_lint.inference.frame import Environment, Frame, access_path, merged
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import (
    BOOL,
    UNKNOWN,
    AsyncIterator,
    ClassValue,
    Collection,
    Constant,
    Decorated,
    FunctionValue,
    Generator,
    Instance,
    Mapping,
    Outside,
    QuerySet,
    Row,
    Union,
    Unknown,
    Value,
    constant,
)
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Assignment, Class, Function
from django_async_lint.project.trees import all_nodes

ROWS_IN_MEMORY = "._result_cache"
"""The attribute of a queryset that is None until its rows are fetched."""

ITERATING = frozenset({"__iter__", "__next__", "__aiter__", "__anext__"})
TELLING = frozenset({
    ast.UnaryOp, ast.BoolOp, ast.NamedExpr, ast.Name, ast.Attribute, ast.Compare, ast.Call,
})  # fmt: skip
"""The kinds of condition that show anything."""


def narrowed(frame: Frame, test: ast.expr, outcome: bool) -> Environment | None:
    """The frame's environment where `test` gave `outcome`."""
    return applied(frame, frame.env, test, outcome) if frame.env is not None else None


def applied(frame: Frame, env: Environment, test: ast.expr, outcome: bool) -> Environment:
    """An environment where `test` gave `outcome`; the one given is left as it is."""
    if type(test) not in TELLING:
        return env
    match test:
        case ast.UnaryOp(op=ast.Not()):
            return applied(frame, env, test.operand, not outcome)
        case ast.BoolOp(op=ast.And()) if outcome:
            return _all(frame, env, test.values, True)
        case ast.BoolOp(op=ast.Or()) if not outcome:
            return _all(frame, env, test.values, False)
        case ast.BoolOp():
            return _any(frame, env, test.values, outcome)
        case ast.NamedExpr():
            return _where(env, test.target.id, lambda value: _of_truth(frame, value, outcome))
        case ast.Name() | ast.Attribute():
            env = _with_stored(frame, env, test) if outcome else env
            env = _where(env, access_path(test), lambda value: _of_truth(frame, value, outcome))
            kept = kept_questions.asked(frame, env, test)
            return env if kept is None else applied(frame, env, kept, outcome)
        case ast.Compare(ops=[operator], comparators=[right]):
            return _of_compare(frame, env, test.left, operator, right, outcome)
        case ast.Call(func=ast.Name(id="getattr")) if outcome:
            return _with_stored(frame, env, _as_attribute(test))
        case ast.Call(func=ast.Name(id="hasattr"), args=[subject, ast.Constant(value=str() as name)]):
            env = _with_subject(frame, env, subject)
            if outcome:
                env = _with_stored(frame, env, ast.copy_location(ast.Attribute(subject, name, ast.Load()), subject))
            return _where(env, access_path(subject), lambda value: _of_attribute(value, name, outcome))
        case ast.Call(
            func=ast.Name(id="iscoroutinefunction") | ast.Attribute(attr="iscoroutinefunction"), args=[subject]
        ):
            asked = _as_attribute(subject)
            path = access_path(asked)
            if path is not None and path not in env and isinstance(asked, ast.Attribute):
                return coroutine_kinds.of_method(frame, env, asked, outcome)
            return _where(env, path, lambda value: coroutine_kinds.of_function(value, outcome))
        case ast.Call(
            func=ast.Name(id="iscoroutine" | "isawaitable") | ast.Attribute(attr="iscoroutine" | "isawaitable"),
            args=[subject],
        ):
            return _where(env, access_path(subject), lambda value: coroutine_kinds.of_awaitable(value, outcome))
        case ast.Call(func=ast.Attribute(attr="empty" | "qsize"), args=[], keywords=[]):
            return queues.asked(env, test, outcome)
        case ast.Call(func=ast.Attribute(attr="is_cached"), args=[subject]) if outcome:
            return _where(env, access_path(subject), _with_all_loaded)
        case ast.Call(func=ast.Name(id="isinstance"), args=[subject, classes]):
            return _of_isinstance(frame, env, subject, classes, outcome)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=receiver), attr=name), args=[], keywords=[]):
            question = _asked_by(frame, env.get(receiver, UNKNOWN), receiver, name)
            return env if question is None else _of_isinstance(frame, env, *question, outcome)
        case _:
            return env


def _all(frame: Frame, env: Environment, tests: list[ast.expr], outcome: bool) -> Environment:
    for test in tests:
        env = applied(frame, env, test, outcome)
    return env


def _any(frame: Frame, env: Environment, tests: list[ast.expr], outcome: bool) -> Environment:
    """An environment where one of several tests gave `outcome` and those before it did not."""
    branches = []
    before = env
    for test in tests:
        if not _contradicts(frame, before, test, outcome):
            branches.append(applied(frame, before, test, outcome))
        before = applied(frame, before, test, not outcome)
    if all(branch is env for branch in branches):
        return env
    found: Environment | None = None
    for branch in branches:
        found = merged(found, branch)
    return found if found is not None else env


def _contradicts(frame: Frame, env: Environment, test: ast.expr, outcome: bool) -> bool:
    """Whether `isinstance(x, C)` cannot have given `outcome`, because x surely is an instance of C."""
    match test:
        case ast.Call(func=ast.Name(id="isinstance"), args=[subject, classes]) if not outcome:
            value = env.get(access_path(subject) or "")
            with frame.mute():
                wanted = _classes(frame.evaluator.value_of(frame, classes)) if value is not None else ()
            return bool(wanted) and all(_is_instance(frame, each, wanted) for each in members(value or UNKNOWN))
        case _:
            return False


def _where(env: Environment, path: str | None, keep: Callable[[Value], Value]) -> Environment:
    if path is None or path not in env:
        return env
    value = keep(env[path])
    return env if value == env[path] else {**env, path: value}


def _with_subject(frame: Frame, env: Environment, subject: ast.expr) -> Environment:
    """An environment that knows an attribute about which a question is asked."""
    path = access_path(subject)
    if path is None or path in env or not isinstance(subject, ast.Attribute):
        return env
    with frame.mute():
        return {**env, path: frame.evaluator.value_of(frame, subject)}


def _with_stored(frame: Frame, env: Environment, subject: ast.expr) -> Environment:
    """An environment that knows what an attribute holds that methods fill on its first use: where it is filled
    already that is joined with what is stored in it here."""
    path = access_path(subject)
    if path is None or path in env or not isinstance(subject, ast.Attribute):
        return env
    owner = env.get(access_path(subject.value) or "")
    if not isinstance(owner, Instance) or not _is_stored(frame, owner, subject.attr):
        return env
    with frame.mute():
        return {**env, path: frame.evaluator.attribute(frame, subject, owner, subject.attr)}


def _as_attribute(node: ast.expr) -> ast.expr:
    """`getattr(self, "client", None)` as `self.client`; any other expression as it is."""
    match node:
        case ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Constant(value=str() as name), *_]):
            return ast.copy_location(ast.Attribute(_as_attribute(owner), name, ast.Load()), node)
        case _:
            return node


def _is_stored(frame: Frame, owner: Instance, name: str) -> bool:
    """Whether an attribute is nothing but what methods of the project store in it: reading it runs nothing."""
    evaluator = frame.evaluator
    if isinstance(owner.of, str) or owner.path or evaluator.declarations.is_model(owner.of):
        return False
    found = evaluator.classes.find(owner.of, name)
    is_plain = found is None or all(isinstance(each, Assignment) for each in found[1])
    bases = (base for base in evaluator.classes.mro(owner.of) if isinstance(base, Class))
    return is_plain and any(base.stores_of(name) for base in bases)


def _of_truth(frame: Frame, value: Value, outcome: bool) -> Value:
    def possible(member: Value) -> bool:
        if isinstance(member, Constant):
            return bool(member.value) is outcome or (not member.sure and member.value is not None)
        return outcome or not is_always_true(frame, member)

    exact = (constant(outcome) if member == BOOL else member for member in members(value))
    return _filtered(union(tuple(exact)), possible)


def is_always_true(frame: Frame, member: Value) -> bool:
    """Whether a value is an instance of a class of the project that nothing lets be false."""
    if not isinstance(member, Instance) or isinstance(member.of, str):
        return False
    classes = frame.evaluator.classes
    return all(classes.find(member.of, name) is None for name in ("__bool__", "__len__"))


def _filtered(value: Value, possible: Callable[[Value], bool]) -> Value:
    kept = tuple(member for member in members(value) if possible(member))
    return union(kept) if kept else value


def _of_attribute(value: Value, name: str, outcome: bool) -> Value:
    """The members of a value that have, or have not, an attribute; unknown when none is left."""
    kept = tuple(member for member in members(value) if _has_attribute(member, name) in (None, outcome))
    return union(kept) if kept else UNKNOWN


def _has_attribute(member: Value, name: str) -> bool | None:
    """Whether a value has an attribute; None when that is not told."""
    is_asynchronous = name in ("__aiter__", "__anext__", "__aenter__", "__await__") or name in twins.NAMES
    match member:
        case QuerySet():
            return True if name in ("__aiter__", "__iter__") or name in twins.NAMES else None
        case AsyncIterator() if name in ITERATING:
            return name.startswith("__a")
        case Generator() if name in ITERATING:
            return not name.startswith("__a")
        case Collection() | Row() | Mapping() | Constant():
            return False if is_asynchronous else None
        case _:
            return None


def forget_what_failed(env: Environment, caught: ast.expr, body: list[ast.stmt]) -> None:
    """In a handler of AttributeError or TypeError, what the `try` took attributes of is not what it seemed."""
    names = {getattr(part, "id", "") for part in all_nodes(caught)}
    if names.isdisjoint(("AttributeError", "TypeError")):
        return
    for statement in body:
        for part in all_nodes(statement):
            if isinstance(part, ast.Attribute) and (path := access_path(part.value)) in env:
                env[path or ""] = UNKNOWN


def _with_all_loaded(value: Value) -> Value:
    """A model's instance of which a field was asked whether it is in memory: `field.is_cached(post)`."""
    return loading.with_marks(value, loading.ANYTHING)


def _of_compare(
    frame: Frame, env: Environment, left: ast.expr, operator: ast.cmpop, right: ast.expr, outcome: bool
) -> Environment:
    if isinstance(left, ast.NamedExpr):
        left = left.target
    left = _as_attribute(left)
    if (texts := written_texts.compared(operator, right)) is not None:
        return written_texts.applied(env, access_path(left), texts[0], texts[1] is outcome)
    is_none_test = isinstance(right, ast.Constant) and right.value is None
    if isinstance(operator, (ast.Is, ast.Eq)) and is_none_test:
        wanted = outcome
    elif isinstance(operator, (ast.IsNot, ast.NotEq)) and is_none_test:
        wanted = not outcome
    else:
        return _of_identity(frame, env, left, operator, right, outcome)
    path = access_path(left)
    env = env if wanted else _with_stored(frame, env, left)
    if path is not None and path.endswith(ROWS_IN_MEMORY) and not wanted:
        return _where(env, path.removesuffix(ROWS_IN_MEMORY), querysets.join_evaluated)
    return _where(env, path, lambda value: _filtered(value, lambda m: may_be_none(m) is wanted))


def may_be_none(member: Value) -> bool:
    return isinstance(member, Constant) and member.value is None


def _of_identity(
    frame: Frame, env: Environment, left: ast.expr, operator: ast.cmpop, right: ast.expr, outcome: bool
) -> Environment:
    """Where `generator is gen_related` was asked of one of several functions: that one, or the others."""
    path = access_path(left)
    value = env.get(path or "")
    if not isinstance(operator, (ast.Is, ast.IsNot)) or not isinstance(value, Union):
        return env
    with frame.mute():
        wanted = frame.evaluator.value_of(frame, right)
    if not isinstance(wanted, FunctionValue):
        return env
    is_same = outcome is isinstance(operator, ast.Is)
    function = wanted.function
    return _where(
        env,
        path,
        lambda value: _filtered(value, lambda m: (isinstance(m, FunctionValue) and m.function is function) is is_same),
    )


def _of_isinstance(frame: Frame, env: Environment, subject: ast.expr, classes: ast.expr, outcome: bool) -> Environment:
    env = _with_subject(frame, env, subject)
    path = access_path(subject)
    if path is None or path not in env:
        return env
    with frame.mute():
        wanted = _classes(frame.evaluator.value_of(frame, classes))
    if not wanted:
        return env

    def keep(value: Value) -> Value:
        kept = []
        for member in members(value):
            if isinstance(member, Unknown) or (outcome and _is_widely_declared(member, wanted)):
                kept.append(_instance(frame, wanted) if outcome else member)
                continue
            match = _is_instance(frame, member, wanted)
            if match is None and outcome:
                kept.append(_narrower(frame, member, wanted))
            elif match is None or match is outcome:
                kept.append(member)
        if not kept:
            return _instance(frame, wanted) if outcome else UNKNOWN  # a shape has swallowed what else it may be
        return union(tuple(kept))

    return {**env, path: keep(env[path])}


def _asked_by(frame: Frame, receiver: Value, written: str, name: str) -> tuple[ast.expr, ast.expr] | None:
    """What a method asks of its receiver that does nothing but `return isinstance(self.transport, Classes)`."""
    if not isinstance(receiver, Instance) or not isinstance(receiver.of, Class):
        return None
    found = frame.evaluator.classes.find(receiver.of, name)
    method = found[1][-1] if found is not None else None
    if not isinstance(method, Function) or method.facts.positional != [written] or method.module is not frame.module:
        return None
    match method.node:
        case ast.FunctionDef(body=[*_, ast.Return(value=ast.Call(func=ast.Name(id="isinstance"), args=[what, of]))]):
            is_all = all(isinstance(each, ast.Expr) for each in method.node.body[:-1])
            return (what, of) if is_all else None
        case _:
            return None


def _classes(value: Value) -> tuple[ClassLike, ...]:
    found: list[ClassLike] = []
    for member in members(value):
        match member:
            case ClassValue():
                found.append(member.of)
            case Outside():
                found.append(member.name)
            case Row():
                found.extend(cls for element in member.elements for cls in _classes(element))
    return tuple(found)


def _is_widely_declared(member: Value, wanted: tuple[ClassLike, ...]) -> bool:
    """Whether a value is only known as something to go through, which the classes may be too."""
    return isinstance(member, Collection) and not any(
        isinstance(cls, str) and cls.startswith("builtins.") for cls in wanted
    )


def _instance(frame: Frame, classes: tuple[ClassLike, ...]) -> Value:
    plain = {
        "builtins.str",
        "builtins.int",
        "builtins.bool",
        "builtins.list",
        "builtins.dict",
        "builtins.tuple",
    }
    if any(cls in plain for cls in classes):
        return UNKNOWN
    return union(tuple(annotations.instance_of(frame.evaluator, cls) for cls in classes))


def _is_instance(frame: Frame, member: Value, wanted: tuple[ClassLike, ...]) -> bool | None:
    """Whether a value is an instance of one of some classes, None when that cannot be told."""
    hierarchy = frame.evaluator.classes
    match member:
        case Instance() if not member.path:
            if any(hierarchy.is_subclass(member.of, cls) for cls in wanted):
                return True
            return False if hierarchy.is_known(member.of) and not _is_wider(frame, member.of, wanted) else None
        case Constant():
            names = {f"builtins.{member.type}"}
            return any(cls in names for cls in wanted)
        case QuerySet():
            return any("QuerySet" in (cls if isinstance(cls, str) else cls.name) for cls in wanted)
        case Collection() | Row():
            return True if f"builtins.{member.kind}" in wanted else None
        case Mapping():
            return True if "builtins.dict" in wanted else None
        case Decorated():
            return True if _is_made_by(member.decorator, wanted) else None
        case _:
            return None


def _narrower(frame: Frame, member: Value, wanted: tuple[ClassLike, ...]) -> Value:
    """An instance known by a class alone as one of the classes of the project that inherit from that."""
    if not isinstance(member, Instance) or member.loaded is not None or member.state is not None:
        return member
    known = all(isinstance(cls, Class) and frame.evaluator.classes.is_subclass(cls, member.of) for cls in wanted)
    return _instance(frame, wanted) if known else member


def _is_made_by(decorator: str, classes: tuple[ClassLike, ...]) -> bool:
    """Whether a decorator that nothing is known of and a class are of one package: `@tool` makes a `Tool` there."""
    package = decorator.partition(".")[0]
    return any(isinstance(cls, str) and cls.partition(".")[0] == package for cls in classes)


def _is_wider(frame: Frame, cls: ClassLike, wanted: tuple[ClassLike, ...]) -> bool:
    """Whether one of the classes inherits from `cls`: the instance may be one of those."""
    return any(frame.evaluator.classes.is_subclass(other, cls) for other in wanted)
