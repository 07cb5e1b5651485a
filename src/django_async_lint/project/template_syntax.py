"""Django's template language: the nodes that the text of a template stands for.

A variable's path is kept as the Python expression that it stands for, so that whoever evaluates it needs no second
notion of an access path; where it is written is kept apart, in `spans`. Data only; `template_parser` makes it.
"""

import ast
from dataclasses import dataclass, field

from django_async_lint.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """A text, number or one of True, False and None as written."""

    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """A variable and what is read of it: `post.author.name` as three nodes, each an expression of its own."""

    nodes: tuple[ast.Name | ast.Attribute, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The variable's name and the names read of it, one after the other."""
        return tuple(node.id if isinstance(node, ast.Name) else node.attr for node in self.nodes)


Atom = Literal | Lookup | None
"""None for what is neither: nothing is known of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Filter:
    """`|name:argument`."""

    name: str
    argument: Atom


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A value with its filters; `node` stands for the whole."""

    atom: Atom
    filters: tuple[Filter, ...]
    node: ast.expr


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """An operator of `{% if %}`: and, or, not, in, compare."""

    operator: str
    operands: "tuple[Condition, ...]"


Condition = Expression | Operation


@dataclass(frozen=True, slots=True, eq=False)
class Output:
    """`{{ expression }}`."""

    expression: Expression


@dataclass(frozen=True, slots=True, eq=False)
class If:
    """`{% if %}` with its branches; the condition of `{% else %}` is None."""

    branches: "tuple[tuple[Condition | None, Nodes], ...]"


@dataclass(frozen=True, slots=True, eq=False)
class For:
    """`{% for a, b in sequence %}`."""

    targets: tuple[str, ...]
    sequence: Expression
    body: "Nodes"
    empty: "Nodes"


@dataclass(frozen=True, slots=True, eq=False)
class With:
    """Names bound for a body."""

    bindings: tuple[tuple[str, Expression], ...]
    body: "Nodes"


@dataclass(frozen=True, slots=True, eq=False)
class Include:
    """`{% include template with a=b only %}`."""

    template: Expression
    bindings: tuple[tuple[str, Expression], ...]
    is_only: bool


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """`{% block name %}`."""

    name: str
    body: "Nodes"


@dataclass(frozen=True, slots=True, eq=False)
class Regroup:
    """`{% regroup sequence by path as target %}`."""

    sequence: Expression
    path: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True, eq=False)
class Arguments:
    """A tag that looks up its arguments, does `how` with their values and may bind a name."""

    values: tuple[Expression, ...]
    how: str
    target: str


Node = Output | If | For | With | Include | Block | Regroup | Arguments
Nodes = tuple[Node, ...]


@dataclass(slots=True)
class Parsed:
    """What a template holds. `parent` is what `{% extends %}` names; `blocks` are all, nested ones too."""

    nodes: Nodes = ()
    parent: Expression | None = None
    blocks: dict[str, Block] = field(default_factory=dict)
    spans: dict[ast.expr, Span] = field(default_factory=dict)
    is_whole: bool = True
    """Whether it holds no tag of which nothing is known."""
