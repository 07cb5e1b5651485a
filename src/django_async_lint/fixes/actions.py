"""What each intent of a rule writes: one function per action, from a place in a file to edits.

A function gives None where the code there cannot be written as intended; the next intent is tried then, and nothing is
changed when there is none. An edit covers as little as it can, so comments and formatting stay.
"""

from collections.abc import Callable, Iterator

from django_async_lint.diagnostic import Diagnostic, Edit, FixIntent
from django_async_lint.fixes import (
    awaiting,
    blocks,
    definitions,
    http_clients,
    iterating,
    mismatches,
    offloading,
    places,
    selecting,
    transactions,
)
from django_async_lint.fixes.edits import loses_comment
from django_async_lint.fixes.places import Place
from django_async_lint.fixes.suppressions import remove_code
from django_async_lint.fixes.tree import Tree, may_await
from django_async_lint.source import Position, Span

Action = Callable[[Place], list[Edit] | None]

ACTIONS: dict[str, Action] = {
    "add-await": places.add_await,
    "replace-sleep": awaiting.replace_sleep,
    "use-async-twin": awaiting.use_async_twin,
    "use-async-function": awaiting.use_async_function,
    "iterate-async": iterating.iterate_async,
    "list-async": iterating.list_async,
    "list-rows": iterating.list_rows,
    "list-given": iterating.list_given,
    "next-async": iterating.next_async,
    "first-rows": iterating.first_rows,
    "count-rows": iterating.count_rows,
    "ask-for-rows": iterating.ask_for_rows,
    "remove-await": awaiting.remove_await,
    "set-item": awaiting.set_item,
    "ask-for-key": awaiting.ask_for_key,
    "delete-item": awaiting.delete_item,
    "offload": offloading.offload,
    "offload-expression": offloading.offload_expression,
    "iterate-sync": mismatches.iterate_sync,
    "append-all": mismatches.append_all,
    "rename-call": mismatches.rename_call,
    "enter-async": mismatches.enter_async,
    "enter-sync": mismatches.enter_sync,
    "call-wrapper": mismatches.call_wrapper,
    "unwrap-function": mismatches.unwrap_function,
    "await-inside": mismatches.await_inside,
    "wrap-future": mismatches.wrap_future,
    "ask-for-user": mismatches.ask_for_user,
    "use-own-twin": mismatches.use_own_twin,
    "move-to-function": transactions.move_to_function,
    "move-block": blocks.move_block,
    "make-sync": definitions.make_sync,
    "gather": definitions.gather,
    "send-async": http_clients.send_async,
    "select-related": selecting.select_related,
    "fetch-column": selecting.fetch_column,
    "pass-the-function": offloading.pass_the_function,
}
REMOVE_SUPPRESSION = "remove-suppression"
"""The one action on a comment, which no expression holds."""
PLACES = {"select-related": 2, "fetch-column": 2, "gather": 0, "list-given": 1}
"""Actions that look at further places, and how many arguments stand before these."""
AWAITS_NOTHING = frozenset({"select-related", "fetch-column", "make-sync"})


def places_of(diagnostic: Diagnostic) -> Iterator[Span]:
    """Every place that a finding's intents look at."""
    intent = diagnostic.fix
    while intent is not None:
        yield Span(diagnostic.start, diagnostic.end)
        numbers = [int(each) for each in intent.arguments[PLACES[intent.action] :]] if intent.action in PLACES else []
        for index in range(0, len(numbers), 4):
            line, column, last_line, last_column = numbers[index : index + 4]
            yield Span(Position(line, column), Position(last_line, last_column))
        intent = intent.otherwise


def edits_of(tree: Tree, diagnostic: Diagnostic) -> tuple[FixIntent, list[Edit]] | None:
    """The first of a finding's intents that can be carried out, with its edits, without their path."""
    intent = diagnostic.fix
    if intent is not None and intent.action == REMOVE_SUPPRESSION:
        removal = remove_code(tree.text.splitlines(keepends=True), diagnostic)
        return (intent, removal) if removal is not None else None
    node = tree.expression(diagnostic.start, diagnostic.end)
    if node is None:
        return None
    awaits = may_await(tree, node)
    while intent is not None:
        if not awaits and intent.action not in AWAITS_NOTHING:
            intent = intent.otherwise
            continue
        edits = ACTIONS[intent.action](Place(tree, node, intent.arguments))
        if edits is not None and not loses_comment(tree.text, edits):
            return intent, edits
        intent = intent.otherwise
    return None
