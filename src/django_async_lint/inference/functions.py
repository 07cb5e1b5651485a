"""Functions: how arguments become a key, how a body becomes a summary, what decorators leave of a function.

Knows nothing of single expressions or statements; those rooms are called through the evaluator.
"""

import ast
from typing import TYPE_CHECKING, NamedTuple

from django_async_lint.inference import annotations, costs, inheritance, injection
from django_async_lint.inference.coarsening import coarsened, telling
from django_async_lint.inference.effects import Waited
from django_async_lint.inference.frame import Environment, Frame, Summary, merged
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    Atomic,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Decorated,
    FunctionValue,
    Instance,
    Key,
    Mapping,
    Nothing,
    Offloaded,
    Partial,
    QuerySet,
    Row,
    Union,
    Unknown,
    Value,
    constant,
    exact,
    is_exact,
    is_none,
    kept_marks,
)
from django_async_lint.knowledge import on_the_loop
from django_async_lint.project.function_facts import FunctionFacts
from django_async_lint.project.modules import Class, Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


ANY_TUPLE = Collection("tuple", UNKNOWN)
ANY_DICT = Mapping((), UNKNOWN)
MOST_KEYWORDS = 6
_SAYING_NOTHING = (UNKNOWN, ANY_TUPLE, ANY_DICT)


class Arguments(NamedTuple):
    """The arguments of a call. `rest` is True when a star or double star hides more of them, `by_place` when only stars
    do: then none of them is a keyword."""

    positional: tuple[Value, ...] = ()
    keywords: tuple[tuple[str, Value], ...] = ()
    rest: bool = False
    by_place: bool = False

    def get(self, index: int, name: str = "") -> Value | None:
        """The argument at a position or under a keyword, None when it is not given."""
        if 0 <= index < len(self.positional):
            return self.positional[index]
        return dict(self.keywords).get(name) if name else None

    @property
    def all_values(self) -> tuple[Value, ...]:
        """Every argument given."""
        return (*self.positional, *(value for _, value in self.keywords))


def plain(function: Function) -> FunctionValue:
    """A function without its decorators, nothing bound."""
    return FunctionValue(function)


def receiver_of(evaluator: "Evaluator", function: Function) -> Value | None:
    """The value of the first parameter of a method that nobody has called; None for what takes no receiver."""
    if function.owner is None or not function.facts.positional:
        return None
    kinds = {decorator_name(decorator) for decorator in function.decorators}
    if "staticmethod" in kinds:
        return None
    if "classmethod" in kinds or function.name in ("__new__", "__init_subclass__", "__class_getitem__"):
        return ClassValue(function.owner)
    return annotations.instance_of(evaluator, function.owner)


def decorator_name(node: ast.expr) -> str:
    """The last part of a decorator's name, whether it is called or not."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def generic_key(evaluator: "Evaluator", function: Function, receiver: Value | None = None) -> Key:
    """The key of a function of which no caller is known, optionally for another receiver."""
    captured: tuple[tuple[str, Value], ...] = ()
    if function.parent is not None:
        outer = evaluator.summary(generic_key(evaluator, function.parent), "closing")
        captured = captured_by(function, dict(outer.closing))
    bound = receiver if receiver is not None else receiver_of(evaluator, function)
    value = FunctionValue(function, bound, captured)
    given = evaluator.given_by_framework(function)
    return key_of(evaluator, value, Arguments(keywords=given, rest=True))


def captured_by(function: Function, env: Environment) -> tuple[tuple[str, Value], ...]:
    """The values of a function's free names in the environment where it is made."""
    facts = function.facts
    free = sorted(name for name in facts.loaded if name in env and name not in facts.bound)
    return tuple((name, coarsened(env[name], 2)) for name in free if name != function.name)


def key_of(evaluator: "Evaluator", value: FunctionValue, arguments: Arguments) -> Key:
    """The key of a call: argument values normalised, so that callers that differ in nothing share a summary."""
    function = value.function
    facts = function.facts
    if value.bound is not None:
        receiver = _shared_receiver(evaluator, function, value.bound)
        arguments = arguments._replace(positional=(receiver, *arguments.positional))
    bound = _bound_arguments(evaluator, function, arguments)
    normal = [(name, _normalised(evaluator, facts, name, item)) for name, item in bound.items()]
    known = tuple([each for each in normal if each[1] not in _SAYING_NOTHING])
    key = Key(function, known, value.captured)
    admitted = evaluator.admitted_keys.get(key)
    if admitted is None:
        first = facts.positional[:1]
        least = tuple((name, _least(item)) for name, item in known if name in first)
        admitted = key if evaluator.count_context(function) else Key(function, least)
        evaluator.admitted_keys[key] = admitted
    return admitted


def is_refused(value: FunctionValue, arguments: Arguments) -> bool:
    """Whether a call surely raises TypeError before anything runs: an argument too many, an unknown one, or one that is
    missing."""
    function, facts = value.function, value.function.facts
    kinds = {decorator_name(decorator) for decorator in function.decorators}
    is_unbound = function.owner is not None and value.bound is None and "staticmethod" not in kinds
    if is_unbound or kinds - {"staticmethod", "classmethod"}:
        return False
    parameters = facts.positional[1:] if value.bound is not None else facts.positional
    names = [name for name, _ in arguments.keywords]
    if len(arguments.positional) > len(parameters) and not facts.star:
        return True
    if not facts.double_star and not {*parameters, *facts.keyword_only}.issuperset(names):
        return True
    needed = {*parameters[len(arguments.positional) :], *facts.keyword_only}.difference(facts.defaults)
    return not arguments.rest and not needed.issubset(names)


def _least(value: Value) -> Value:
    """A receiver in a function of which too much is asked: of an instance its class, and nothing that is in memory."""
    return Instance(value.of, None, value.path) if isinstance(value, Instance) else value


def _shared_receiver(evaluator: "Evaluator", function: Function, receiver: Value) -> Value:
    """A receiver as an instance of the ancestor for which the method does the same."""
    if not isinstance(receiver, Instance) or not isinstance(receiver.of, Class):
        return receiver
    receiver = _without_unasked(evaluator, function, receiver, receiver.of)
    if receiver.loaded is not None or not isinstance(receiver.of, Class):
        return receiver
    if function.owner is None or evaluator.declarations.is_model(receiver.of):
        return receiver
    reached = inheritance.reached(evaluator, receiver.of, function) if receiver.state else None
    kept = (item for item in receiver.state or () if reached is None or item[0] in reached)
    of = inheritance.equivalent_class(evaluator, receiver.of, function)
    return Instance(of, None, receiver.path, tuple(kept) or None)


def _without_unasked(evaluator: "Evaluator", function: Function, receiver: Instance, cls: Class) -> Instance:
    """A receiver without what it keeps of attributes that the method does not come to ask for."""
    kept = kept_marks(receiver)
    if not kept or function.owner is None:
        return receiver
    reached = inheritance.reached(evaluator, cls, function)
    if reached is None:
        return receiver
    asked = frozenset(mark for mark in kept if mark.lstrip("#.") in reached)
    loaded = ((receiver.loaded or frozenset()) - kept) | asked
    return receiver._replace(loaded=loaded if loaded or evaluator.declarations.is_model(cls) else None)


def _normalised(evaluator: "Evaluator", facts: FunctionFacts, name: str, value: Value) -> Value:
    if type(value) is Unknown or name not in facts.loaded:  # which holds a receiver where `super` is called
        return UNKNOWN
    value = coarsened(value)
    if name == facts.double_star and is_exact(value):
        return _keywords(evaluator, value)
    is_flag = name in facts.passed and isinstance(value, Constant) and value.value in (True, False, None)
    return value if is_flag or _is_virtual(value) or name in facts.tested else telling(value, evaluator.tells)


def _is_virtual(value: Value) -> bool:
    """Whether a value names what the kernel makes up, `/proc/self/statm`: whoever is given it opens no file."""
    texts = [each.value if isinstance(each, Constant) else None for each in members(value)]
    return all(isinstance(text, str) and text.startswith(on_the_loop.VIRTUAL_FILES) for text in texts)


def _keywords(evaluator: "Evaluator", given: Value) -> Value:
    """What `**kwargs` was given, each by its name, where that is all; too many are just a dict."""
    if not isinstance(given, Mapping) or len(given.items) > MOST_KEYWORDS:
        return telling(given, evaluator.tells)
    return exact(
        {
            name: item
            if isinstance(item, Constant) and item.value in (True, False, None)
            else telling(item, evaluator.tells)
            for name, item in given.items
        }
    )


def _bound_arguments(evaluator: "Evaluator", function: Function, arguments: Arguments) -> Environment:
    facts = function.facts
    given: Environment = dict(zip(facts.positional, arguments.positional, strict=False))
    extra = arguments.positional[len(facts.positional) :]
    others: dict[str, Value] = {}
    for name, value in arguments.keywords:
        if name in facts.positional or name in facts.keyword_only:
            given.setdefault(name, value)
        else:
            others[name] = value
    bound: Environment = {}
    defaults = facts.defaults
    for name in (*facts.positional, *facts.keyword_only):
        declared = annotations.of_parameter(evaluator, function, name) if name in facts.annotations else UNKNOWN
        if name in given:
            bound[name] = annotations.refined(declared, given[name])
        elif name in defaults and (not arguments.rest or (arguments.by_place and name in facts.keyword_only)):
            bound[name] = annotations.refined(declared, _default(evaluator, function, defaults[name]))
        else:
            bound[name] = injection.given(evaluator, function, name, declared)
        if type(given.get(name, UNKNOWN)) is Unknown and facts.may_be_left_out(name):
            bound[name] = join(bound[name], NONE)
    if facts.star:
        bound[facts.star] = ANY_TUPLE if arguments.rest else Row(extra)
    if facts.double_star:
        hides_keywords = arguments.rest and not arguments.by_place
        bound[facts.double_star] = Mapping(tuple(others.items()), UNKNOWN) if hides_keywords else exact(others)
    return bound


def _default(evaluator: "Evaluator", function: Function, written: ast.expr) -> Value:
    if isinstance(written, ast.Constant):
        return constant(written.value)
    return evaluator.value_of(Frame(evaluator, function.module, function.parent, function.owner, muted=1), written)


def evaluate(evaluator: "Evaluator", key: Key) -> Summary:
    """What running a function body for the argument values of its key gives."""
    frame = run(evaluator, key)
    return _summary(frame, merged(frame.closing, frame.env), key)


def run(evaluator: "Evaluator", key: Key) -> Frame:
    """The frame of a function after its body has run for the argument values of its key."""
    function = key.function
    facts = function.facts
    parameters = (*facts.positional, *facts.keyword_only, *filter(None, (facts.star, facts.double_star)))
    env: Environment = dict.fromkeys(parameters, UNKNOWN)
    if facts.star:
        env[facts.star] = ANY_TUPLE
    if facts.double_star:
        env[facts.double_star] = ANY_DICT
    env.update(key.arguments)
    frame = Frame(evaluator, function.module, function, function.owner, env, dict(key.captured))
    node = function.node
    if isinstance(node, ast.Lambda):
        frame.returned = evaluator.value_of(frame, node.body)
        return frame
    evaluator.run(frame, node.body)
    if frame.env is not None:
        frame.returned = join(frame.returned, NONE)
        frame.has_other_result |= frame.before_coroutine is not None
    evaluator.finish(frame)
    return frame


def _with_annotation(frame: Frame, function: Function) -> tuple[Value, Value]:
    """What a function returns and yields, its annotation asked where the body does not tell. A body that only
    raises or does nothing is a declaration: what overrides it may give something else, or None."""
    declared = annotations.of_result(frame, function)
    if not annotations.tells(declared):
        is_open = is_none(frame.returned) and not is_none(declared) and frame.evaluator.is_declaration(function)
        return UNKNOWN if is_open else frame.returned, frame.yielded
    if function.facts.is_generator:
        return frame.returned, annotations.refined(declared, frame.yielded)
    if type(frame.returned) is Nothing or is_none(frame.returned):
        return join(declared, NONE), frame.yielded
    return annotations.refined(declared, frame.returned), frame.yielded


def _summary(frame: Frame, closing: Environment | None, key: Key) -> Summary:
    function = frame.function
    returned, yielded = _with_annotation(frame, function) if function is not None else (NOTHING, NOTHING)
    kept = function is not None and function.facts.has_nested and closing is not None
    return Summary(
        coarsened(returned, 3),
        tuple(frame.effects.values()),
        coarsened(yielded, 3),
        tuple((name, coarsened(value, 3)) for name, value in frame.stores.items()),
        tuple((name, coarsened(value, 2)) for name, value in (closing or {}).items() if "." not in name)
        if kept
        else (),
        _left(closing or {}, {**dict(key.captured), **dict(key.arguments)}),
        steps=frame.steps + (costs.weight_of_body(function.node) if function is not None else 0),
        length=frame.length,
        content=frame.content,
        handed_on=_handed_on(frame),
        given_back=tuple(frame.given_back.values()),
        if_async=tuple(frame.if_async.values()),
        sure_if_awaited=frame.before_coroutine if frame.has_other_result else None,
    )


def _handed_on(frame: Frame) -> Waited | None:
    """What the coroutine waits for that a plain function returns, where that is one, or those of a list."""
    returned = members(frame.returned)
    given = (part for each in returned for part in (members(each.element) if isinstance(each, Collection) else (each,)))
    made = [each.made for each in given if isinstance(each, Coroutine)]
    return frame.waits.awaitables.get(made[0]) if len(made) == 1 and not frame.is_async else None


def _left(closing: Environment, given: Environment) -> tuple[tuple[str, Value], ...]:
    """The model instances and querysets given of which more is in memory at the end."""
    return tuple(
        (name, left)
        for name, before in given.items()
        if (after := closing.get(name)) is not None and after != before and (left := _in_memory(before, after))
    )


def _in_memory(before: Value, after: Value) -> Value | None:
    """What a caller may know of a value at the end; of an instance of unknown origin only its cached properties."""
    match after:
        case Instance() if isinstance(before, Instance) and before.loaded is None:
            kept = kept_marks(after)
            return after._replace(loaded=kept) if kept else None
        case Instance():
            return after if after.loaded is not None else None
        case Union() if isinstance(before, Instance):  # a way on which nothing is asked mostly needs nothing
            same = [each for each in after.members if isinstance(each, Instance) and each.of == before.of]
            kept = frozenset().union(*map(kept_marks, same))
            return before._replace(loaded=kept) if kept else None
        case QuerySet():
            return after if after.evaluated else None
        case _:
            return None


def decorated(evaluator: "Evaluator", function: Function) -> Value:
    """A function of a module or class body with its decorators applied, the innermost first."""
    frame = Frame(evaluator, function.module, function.parent, function.owner)
    with frame.mute():
        return apply_decorators(frame, function, plain(function))


def apply_decorators(frame: Frame, function: Function, value: Value) -> Value:
    """What the decorators of a function make of `value`, evaluated in the frame where the function is made."""
    for node in reversed(function.decorators):
        value = frame.evaluator.decorate(frame, node, value)
    return value


def bound_to(value: Value, receiver: Value) -> Value:
    """A function found on a class, bound to the receiver through which it was read."""
    match value:
        case FunctionValue():
            return FunctionValue(value.function, receiver, value.captured) if value.bound is None else value
        case Offloaded() | Decorated():
            return value._replace(target=bound_to(value.target, receiver))
        case Atomic() if value.target is not None:
            return value._replace(target=bound_to(value.target, receiver))
        case _:
            return value


def inner_function(value: Value) -> FunctionValue | None:
    """The function under wrappers of every kind, None when there is none."""
    while not isinstance(value, FunctionValue):
        match value:
            case Offloaded() | Decorated() | Partial():
                value = value.target
            case Atomic() if value.target is not None:
                value = value.target
            case _:
                return None
    return value
