"""The read-only face of inference for rules: the functions of a file and what running them does.

Rules import from here and from nowhere else in `inference`. Nothing here decides what is a fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django_async_lint.diagnostic import Entry
from django_async_lint.inference.effects import RISING, WAITING, Effect, EffectKind, Site, steps_of
from django_async_lint.source import Span

__all__ = ["RISING", "WAITING", "AnalysedFunction", "Effect", "EffectKind", "Site", "steps_of"]


@dataclass(frozen=True, slots=True)
class AnalysedFunction:
    """A function and its effects, in source order. `name` is the qualified name with its module's.

    A class statement and a settings module are scopes of this kind too: their effects are how Django wires them, their
    entries of the kinds `class` and `settings`.

    `on_loop` is False for a plain function that was looked at only for the coroutines it makes: it has
    effects of the kinds `drops_coroutine`, `drops_task`, `uses_coroutine`, `offloads_wrongly` and
    `iterates_wrongly` alone.
    """

    name: str
    entry: Entry
    on_loop: bool
    effects: tuple[Effect, ...]
    is_async: bool = False
    """Whether it is an `async def`, in whose own text `await` may be written."""
    is_guarded: bool = True
    """Whether Django's asynchronous guard is on where it runs: a query on the loop raises and is not made."""
    closed: tuple[Span, ...] = ()
    """The stretches of an `async def` in which `await` may not be written all the same: the scopes inside it."""
    operands: tuple[Span, ...] = ()
    """The operands of `and` and `or` whose own value may be the result, where a queryset is tested."""
    is_supposed: bool = False
    """Whether it is a synchronous view that is taken as asynchronous: what it does would block if it were."""

    def may_await_at(self, site: Site) -> bool:
        """Whether `await` may be written at a place of its text."""
        start, end = site.span
        return self.is_async and not any(span.start <= start and end <= span.end for span in self.closed)

    def is_only_tested(self, site: Site) -> bool:
        """Whether nothing but the truth of what stands there is used."""
        return site.span not in self.operands

    def of_kind(self, kind: EffectKind) -> Iterator[Effect]:
        """The effects of one kind."""
        return (effect for effect in self.effects if effect.kind == kind)

    def blocking(self, *categories: str) -> Iterator[Effect]:
        """The blocking calls of these categories."""
        return (effect for effect in self.effects if effect.kind == "blocks" and effect.how in categories)
