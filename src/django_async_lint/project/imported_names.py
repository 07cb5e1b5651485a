"""What names stand for that imports bind and nothing else does: as tools read a file that follow no values."""

import ast
from collections.abc import Iterator

from django_async_lint.project.modules import Module


def of(module: Module) -> dict[str, str]:
    """The dotted name behind each name that an import binds, wherever it is written; empty text for one that something
    else binds too."""
    others = {name for node in ast.walk(module.tree) for name in _bound(node)}
    return {**dict(_imported(module)), **dict.fromkeys(sorted(others), "")}


def _bound(node: ast.AST) -> Iterator[str]:
    """The names that a node binds without importing them."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.ExceptHandler(name=str(name)):
            yield name


def _imported(module: Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                for each in names:
                    top = each.name.partition(".")[0]
                    yield (each.asname, each.name) if each.asname else (top, top)
            case ast.ImportFrom(module=str(origin), names=names, level=0):
                yield from ((each.asname or each.name, f"{origin}.{each.name}") for each in names)
