"""A second evaluator that looks a few calls deep: for functions of which only what is near is told.

A synchronous view of a large site may save a model and so reach thousands of functions; what it waits for itself lies
one or two calls deep. Whatever lies deeper is unknown here, and unknown is silent. Nothing that is learned so may come
to the evaluator that looks at everything.
"""

from django_async_lint.inference.evaluate import Evaluator, Target
from django_async_lint.inference.frame import Summary
from django_async_lint.inference.values import UNKNOWN, Key

STEP = 2
"""How much less far is looked in a function than where it is called; half of it in what binds a name or attribute."""
REACH = 6 * STEP
"""The view, two calls that are told of, and what makes and keeps the client that is called there."""
BEYOND = Summary(UNKNOWN, yields=UNKNOWN)


class Glancing(Evaluator):
    """An evaluator to which what lies beyond its reach is unknown."""

    def __init__(self, plain: Evaluator) -> None:
        super().__init__(plain.project, plain.names, plain.classes, plain.declarations)
        self.routes = plain.routes
        self._reach = REACH
        self._known: dict[tuple[Target, int], Summary] = {}

    def summary(self, target: Target, part: str = "") -> Summary:
        """The summary of a target as far as is looked from here. There are no circles: whatever a target asks for is
        looked at less far than itself."""
        reach = self._reach
        left = reach - (STEP if isinstance(target, Key) else STEP // 2)
        if left < 0:
            return BEYOND
        known = self._known.get((target, left))
        if known is None:
            self._reach = left
            try:
                known = self._known[target, left] = self.evaluated(target)
            finally:
                self._reach = reach
        return known


def of(evaluator: Evaluator) -> Evaluator:
    """The evaluator that glances, beside one that looks at everything; that one itself where it takes notes of all."""
    if type(evaluator) is not Evaluator:
        return evaluator
    if evaluator.glancing is None:
        evaluator.glancing = Glancing(evaluator)
    return evaluator.glancing
