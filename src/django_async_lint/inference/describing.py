"""Values in words, for explanations and messages."""

from django_async_lint.inference.values import (
    AsyncIterator,
    Awaitable,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    FunctionValue,
    Generator,
    Instance,
    Lazy,
    LazyObject,
    Manager,
    Offloaded,
    Outside,
    QuerySet,
    Row,
    Union,
    Value,
)
from django_async_lint.project.classes import ClassLike


def describe(value: Value) -> str:
    """The value in the words of `reveals`: `QuerySet[Post]`, `Post`, `list[Post]`."""
    match value:
        case Instance():
            of = short(value.of) if not isinstance(value.of, str) else value.of.removeprefix("builtins.")
            return f"{of}.{value.path}" if value.path else of
        case QuerySet() | Manager():
            return f"{type(value).__name__}[{short(value.model) if value.model else '?'}]"
        case Collection():
            return f"{value.kind}[{describe(value.element)}]"
        case Row():
            return f"{value.kind}[{', '.join(describe(element) for element in value.elements)}]"
        case Coroutine() | Awaitable():
            return f"{type(value).__name__}[{describe(value.result)}]"
        case AsyncIterator():
            return f"AsyncIterator[{describe(value.element)}]"
        case Union():
            return " | ".join(describe(member) for member in value.members)
        case Constant():
            return repr(value.value)
        case Outside():
            return value.name
        case LazyObject():
            return f"lazy {describe(value.value)}"
        case FunctionValue():
            return value.function.dotted
        case ClassValue():
            return f"type[{value.of.name}]"
        case Generator():
            return "Generator"
        case Lazy():
            return "iterator" if value.kind == "iterate" else f"{value.kind} iterator"
        case Offloaded():
            return f"Offloaded[{describe(value.target)}]"
        case _:
            return value.tag


def short(cls: ClassLike) -> str:
    """The last part of a class's name."""
    return cls.rpartition(".")[2] if isinstance(cls, str) else cls.name


def dotted(cls: ClassLike) -> str:
    """The dotted name of a class."""
    return cls if isinstance(cls, str) else cls.dotted
