"""What stands behind a method that is only declared, of an abstract class or a protocol: the one implementation that
the project has, its tests left out, or several of which every one blocks. Else nothing is known."""

import ast
from typing import TYPE_CHECKING

from django_async_lint.inference import functions
from django_async_lint.inference.effects import RISING
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import union
from django_async_lint.inference.values import FunctionValue, Instance, Value
from django_async_lint.project.modules import Class, Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

PROTOCOLS = ("typing.Protocol", "typing_extensions.Protocol")
MOST_FOLLOWED = 6


def of_method(frame: Frame, receiver: Value, declared: Function) -> Value | None:
    """What implements a declared method, bound to an instance of its class; None where the method does something,
    where a class of the same family asks for it, or where implementations differ in whether they block."""
    if not isinstance(receiver, Instance) or not isinstance(receiver.of, Class) or receiver.state:
        return None
    evaluator = frame.evaluator
    if not is_declaration(evaluator, declared) or _is_of_family(frame, receiver.of):
        return None
    found = _implementations(evaluator, receiver.of, declared)
    if not found or any(method.is_async is not declared.is_async for _, method in found):
        return None
    if len(found) > 1:
        found = [each for each in found if not _does_nothing(each[1])]
        if len(found) > MOST_FOLLOWED or declared.is_async or not all(_blocks(evaluator, *each) for each in found):
            return None
    bound = [functions.bound_to(evaluator.decorated(method), Instance(cls)) for cls, method in found]
    return union(tuple(bound)) if bound else None


def is_coroutine_of_an_heir(frame: Frame, value: FunctionValue) -> bool:
    """Whether a plain method, awaited on an instance that is only known by a class it inherits from, is a coroutine
    function in an heir of that class: the instance is one of those."""
    receiver, function = value.bound, value.function
    if function.is_async or not isinstance(receiver, Instance) or not isinstance(receiver.of, Class) or receiver.state:
        return False
    evaluator = frame.evaluator
    return any(
        isinstance(own, Function) and own.is_async
        for heir in evaluator.declarations.heirs(receiver.of)
        for own in heir.members.get(function.name, ())
        if not evaluator.declarations.is_in_tests(heir.module.path)
    )


def _does_nothing(function: Function) -> bool:
    """Whether an implementation only stands in for one: it has no statement, or gives a constant."""
    return isinstance(function.node, ast.FunctionDef) and all(
        isinstance(each, ast.Pass)
        or (isinstance(each, (ast.Expr, ast.Return)) and isinstance(each.value, (ast.Constant, type(None))))
        for each in function.node.body
    )


def _blocks(evaluator: "Evaluator", cls: Class, method: Function) -> bool:
    """Whether an implementation blocks whatever it is given."""
    if not isinstance(evaluator.decorated(method), FunctionValue):
        return False
    effects = evaluator.summary(functions.generic_key(evaluator, method, Instance(cls))).effects
    return any(effect.kind in RISING and effect.confidence != "low" for effect in effects)


def is_declaration(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a method is there to be overridden: it raises NotImplementedError or shows dots, or has no body at all
    in a protocol or under `abstractmethod`."""
    if isinstance(function.node, ast.Lambda) or function.owner is None:
        return False
    if not all(isinstance(each, (ast.Expr, ast.Pass, ast.Raise)) for each in function.node.body):
        return False
    if any(isinstance(each, ast.Expr) and not isinstance(each.value, ast.Constant) for each in function.node.body):
        return False
    raised = {part.id for part in ast.walk(function.node) if isinstance(part, ast.Name)}
    shows_dots = any(isinstance(each, ast.Expr) and _is_dots(each.value) for each in function.node.body)
    is_marked = any(functions.decorator_name(each) == "abstractmethod" for each in function.decorators)
    is_protocol = any(base in PROTOCOLS for base in evaluator.classes.mro(function.owner))
    return "NotImplementedError" in raised or shows_dots or is_marked or is_protocol


def _is_dots(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _is_of_family(frame: Frame, cls: Class) -> bool:
    """Whether the code that asks is a method of the class or of its kin: there `self` is any heir."""
    function = frame.function
    while function is not None and function.owner is None:
        function = function.parent
    owner = function.owner if function is not None else None
    is_subclass = frame.evaluator.classes.is_subclass
    return owner is not None and (is_subclass(owner, cls) or is_subclass(cls, owner))


def _implementations(evaluator: "Evaluator", cls: Class, declared: Function) -> list[tuple[Class, Function]]:
    """The methods that implement a declared one, each with the class that has it."""
    name = declared.name
    declarations, classes = evaluator.declarations, evaluator.classes
    candidates = list(declarations.heirs(cls))
    if any(base in PROTOCOLS for base in classes.bases(cls)):
        wanted = [method.name for method in cls.methods]
        candidates.extend(each for each in declarations.classes_with_method(name) if _has_all(evaluator, each, wanted))
    found: dict[Function, tuple[Class, Function]] = {}
    for heir in candidates:
        member = classes.find(heir, name)
        own = member[1][-1] if member is not None else None
        is_test = declarations.is_in_tests(heir.module.path)
        if isinstance(own, Function) and not is_declaration(evaluator, own) and not is_test:
            found.setdefault(own, (heir, own))
    return list(found.values())


def _has_all(evaluator: "Evaluator", cls: Class, names: list[str]) -> bool:
    """Whether a class that is no protocol itself has every method of one."""
    classes = evaluator.classes
    is_protocol = any(base in PROTOCOLS for base in classes.bases(cls))
    return not is_protocol and all(classes.find(cls, name) is not None for name in names)
