"""A task is started and nobody keeps it

## What it does
Reports `asyncio.create_task`, `asyncio.ensure_future`, `loop.create_task`, `asyncio.gather` and
`asyncio.shield` whose result is dropped: a statement of its own, or bound to a name that nothing reads. A
task that is stored, returned, awaited, given a callback or started by an `asyncio.TaskGroup` is fine. Reported as
an error is starting one in a synchronous view, a Celery task or whatever else surely runs in a thread.

## Why it matters
The event loop keeps only a weak reference to its tasks: one that nobody holds may be collected before it
has finished. An exception in it reaches nobody: a log line, some time later, is all. The response does not
wait for it either, so a caller that counts on its effect finds it missing. In a synchronous view no loop runs at
all: starting a task there raises RuntimeError, and the coroutine never runs.

## Bad
```python
import asyncio
from django.http import HttpResponse

async def notify(address):
    await asyncio.sleep(1)

async def order(request):
    asyncio.create_task(notify("customer@example.com"))
    return HttpResponse("ordered")
```

## Good
```python
import asyncio
from django.http import HttpResponse

running = set()

async def notify(address):
    await asyncio.sleep(1)

async def order(request):
    task = asyncio.create_task(notify("customer@example.com"))
    running.add(task)
    task.add_done_callback(running.discard)
    return HttpResponse("ordered")
```

## Fix
`await` it where its outcome matters, or start it in an `asyncio.TaskGroup`. What outlives the function is
kept in a set until it is done, as above; what must not be lost belongs into a task queue. In a synchronous view
call `async_to_sync(f)(...)`, which waits, or make the view an `async def`.

## When to ignore
When something else holds what runs in the task, and nobody needs to hear of its failure.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

LOST = {
    "statement": "gives a task that nobody keeps",
    "assigned": "gives a task, and nothing reads the name that it is bound to",
}
ADVICE = "`await` it, or keep it until it is done: `tasks.add(task)` and `task.add_done_callback(tasks.discard)`"
AWAIT = "`await` it, or nobody hears of the results and of what fails"
KEEP = "keep it until it is done: `tasks.add(task)` and `task.add_done_callback(tasks.discard)`"
RUN = "call the coroutine function with `async_to_sync(f)(...)`, which waits for it; or make this an `async def`"
WAITING = ("asyncio.gather", "asyncio.shield")


@rule("DAL306", "task-not-kept", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("drops_task"):
        if not function.is_async:
            advice = KEEP
        else:
            advice = AWAIT if effect.sink in WAITING else ADVICE
        yield at("DAL306", function, effect, f"`{effect.sink}` {LOST.get(effect.how, LOST['statement'])}", advice)
    for effect in function.of_kind("starts_task"):
        message = f"`{effect.sink}` in a synchronous function: no loop runs in its thread, RuntimeError is raised"
        yield at("DAL306", function, effect, message, RUN, "error")
