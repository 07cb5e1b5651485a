"""Queues of threads that were asked whether they hold something: taking one thing out of them waits for nothing.

Who else takes something out in between is not asked: what asks before it takes reckons with being alone.
"""

import ast

from django_async_lint.inference.frame import Environment, Frame
from django_async_lint.inference.values import constant
from django_async_lint.knowledge import polling

FILLED = ".filled "
"""What the mark of a queue in an environment begins with; the point has it forgotten where only one way knows it."""


def asked(env: Environment, test: ast.expr, outcome: bool) -> Environment:
    """An environment where `queue.empty()` or `queue.qsize()` gave an outcome."""
    match test:
        case ast.Call(func=ast.Attribute(value=owner, attr="empty")) if not outcome:
            return {**env, FILLED + ast.unparse(owner): constant(True)}
        case ast.Call(func=ast.Attribute(value=owner, attr="qsize")) if outcome:
            return {**env, FILLED + ast.unparse(owner): constant(True)}
        case _:
            return env


def after_loop(frame: Frame, test: ast.expr) -> None:
    """After `while queue.empty():` it holds something."""
    if frame.env is not None and isinstance(test, ast.Call):
        frame.env = asked(frame.env, test, False)


def is_filled(frame: Frame, node: ast.expr, name: str) -> bool:
    """Whether a call takes something out of a queue that surely holds it; the next one may wait."""
    if name not in polling.TAKES or frame.env is None:
        return False
    match node:
        case ast.Call(func=ast.Attribute(value=owner)):
            key = FILLED + ast.unparse(owner)
            is_known = key in frame.env
            if is_known and not frame.muted:
                del frame.env[key]
            return is_known
        case _:
            return False
