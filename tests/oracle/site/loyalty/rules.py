import asyncio
import time

RULES = {}


def rule(name):
    def register(function):
        RULES[name] = function
        return function

    return register


@rule("double")
def double(points):
    return points * 2


@rule("audit")
def audit(points):
    time.sleep(0.15)
    return points


def flat(points):
    return points + 5


def settle(points):
    time.sleep(0.15)
    return points + 1


def apply(points, function):
    return function(points)


async def apply_async(points, function):
    return await asyncio.to_thread(function, points)


HANDLERS = {"flat": flat, "settle": settle}


class Rule:
    def __call__(self, points):
        return self.compute(points)

    def compute(self, points):
        return points


class SlowRule(Rule):
    def compute(self, points):
        settle(points)
        return super().compute(points)


class QuickRule(Rule):
    def compute(self, points):
        return super().compute(points) + 1
