"""Fixes where names are taken, files begin oddly, or are large: what is written means what it should, and soon."""

import time
from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.fixing import fix
from tests.projects import write_project
from tests.test_fixes import LOAD, MODELS, POST, mended

SLEEP = "import time\n\nasync def view(request):\n    time.sleep(1)\n"
LOCAL = "import time\n\nasync def view(request):\n{}    time.sleep(1)\n    return asyncio\n"

NAMES = {
    "a parameter": (
        "import time\n\nasync def view(request, asyncio):\n    time.sleep(asyncio)\n",
        "import asyncio as _asyncio\n\nasync def view(request, asyncio):\n    await _asyncio.sleep(asyncio)\n",
    ),
    "a variable": (
        LOCAL.format("    asyncio = 1\n"),
        LOCAL.format("    asyncio = 1\n")
        .replace("time.", "await _asyncio.")
        .replace("import time", "import asyncio as _asyncio"),
    ),
    "a variable of the function around": (
        "import time\n\ndef view(asyncio):\n    async def inner():\n        time.sleep(1)\n    return inner\n",
        "import asyncio as _asyncio\n\ndef view(asyncio):\n    async def inner():\n        await _asyncio.sleep(1)\n"
        "    return inner\n",
    ),
    "a variable of the module": (
        SLEEP + "\nasyncio = 1\n",
        SLEEP.replace("import time", "import asyncio as _asyncio").replace("time.", "await _asyncio.")
        + "\nasyncio = 1\n",
    ),
    "an import that may fail": (
        "import time\n\ntry:\n    import asyncio\nexcept ImportError:\n    asyncio = None\n\n"
        "async def view(request):\n    time.sleep(1)\n",
        "import asyncio as _asyncio\n\ntry:\n    import asyncio\nexcept ImportError:\n    asyncio = None\n\n"
        "async def view(request):\n    await _asyncio.sleep(1)\n",
    ),
    "the other name taken too": (
        "import time\n\nasync def view(request, asyncio, _asyncio):\n    time.sleep(1)\n",
        "import asyncio as __asyncio\n\nasync def view(request, asyncio, _asyncio):\n    await __asyncio.sleep(1)\n",
    ),
    "imported in the function before": (
        LOCAL.format("    import asyncio\n"),
        LOCAL.format("    import asyncio\n").replace("time.", "await asyncio.").replace("import time\n\n", "\n"),
    ),
    "imported in the function behind": (
        SLEEP + "    import asyncio\n    return asyncio\n",
        "import asyncio as _asyncio\n\nasync def view(request):\n    await _asyncio.sleep(1)\n"
        "    import asyncio\n    return asyncio\n",
    ),
    "imported for types alone": (
        "from __future__ import annotations\n\nimport time\nfrom typing import TYPE_CHECKING\n\n"
        "if TYPE_CHECKING:\n    import asyncio\n\nasync def view(request):\n    time.sleep(1)\n",
        "from __future__ import annotations\n\nimport asyncio\nfrom typing import TYPE_CHECKING\n\n"
        "if TYPE_CHECKING:\n    import asyncio\n\nasync def view(request):\n    await asyncio.sleep(1)\n",
    ),
    "a model called like a keyword": (
        "from django.db import models\n\nclass Return(models.Model):\n    pass\n\n"
        "async def view(request):\n    return list(Return.objects.all())\n",
        "from django.db import models\n\nclass Return(models.Model):\n    pass\n\n"
        "async def view(request):\n    return [row async for row in Return.objects.all()]\n",
    ),
}
HEADS = {
    "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n": "",
    "#!/usr/bin/env python\n# About the view.\n": "# About the view.\n",
    "# Copyright\n# Licence\n\n": "",
    '"""Views."""\n': "",
    '"""Views."""; one = 1\n': "",
    "": "",
}


LEFT_OVER = {
    "the first of a line": ("import time; import os", "import asyncio\nimport os"),
    "the last of a line": ("import os; import time", "import asyncio\nimport os"),
    "in the middle, with a comment": (
        "import os; import time; import re  # a b",
        "import asyncio\nimport os; import re  # a b",
    ),
    "with a semicolon": ("import os\nimport time;", "import asyncio\nimport os"),
    "with a comment of its own": ("import os\nimport time  # waits", "import asyncio\nimport os"),
    "beside one that is used": ("import os, time  # both", "import asyncio\nimport os  # both"),
}


@pytest.mark.parametrize("name", LEFT_OVER)
def test_an_import_that_is_left_over_goes(name: str, tmp_path: Path) -> None:
    before, after = LEFT_OVER[name]
    used = "os, re" if "re  #" in before else "os"
    view = "\n\nasync def view(request):\n    {}.sleep(1)\n    return " + used + "\n"
    assert mended(tmp_path, before + view.format("time")) == after + view.format("await asyncio")


@pytest.mark.parametrize("name", NAMES)
def test_an_import_is_not_taken_for_what_else_has_its_name(name: str, tmp_path: Path) -> None:
    before, after = NAMES[name]
    assert mended(tmp_path, before) == after


def test_a_name_of_a_module_that_something_else_has(tmp_path: Path) -> None:
    before = f"from models import Post\n\n{LOAD}\nasync def view(request, sync_to_async):\n    return load(1)\n"
    after = "from asgiref.sync import sync_to_async as _sync_to_async\n" + before.replace("load(1)", "{}(load)(1)")
    assert mended(tmp_path, before, ("safe", "unsafe")) == after.format("await _sync_to_async")


@pytest.mark.parametrize("head", HEADS)
def test_an_import_stands_behind_what_begins_a_file(head: str, tmp_path: Path) -> None:
    view = "async def view(request):\n    {}.sleep(1)\n"
    before = head + view.format("import time\n    time")
    made = mended(tmp_path, before)
    assert made.startswith(head.removesuffix(HEADS[head]))
    assert made.endswith(f"import asyncio\n\n{HEADS[head]}{view.format('await asyncio')}")


def test_what_else_a_statement_is_kept(tmp_path: Path) -> None:
    before = '"""Views."""; import time\n\nasync def view(request): time.sleep(1); time.sleep(2)\n'
    after = (
        '"""Views."""\nimport asyncio\n\n'
        "async def view(request): await asyncio.sleep(1); await asyncio.sleep(2)\n"
    )
    assert mended(tmp_path, before) == after


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_lines_that_begin_with_a_form_feed(end: str, tmp_path: Path) -> None:
    text = "import time\n\f\nasync def view(request):\n\f    time.sleep(1)\n \f\f    time.sleep(2)\n"
    project = write_project(tmp_path, {})
    (project / "views.py").write_bytes(text.replace("\n", end).encode())
    (change,) = fix([project], Settings(), ("safe",)).changes
    after = text.replace("import time", "import asyncio").replace("time.sleep", "await asyncio.sleep")
    assert change.after == after.replace("\n", end).encode()


def test_text_that_shows_its_own_source_stays(tmp_path: Path) -> None:
    text = POST + "    return f'{Post.objects.count()=}, {Post.objects.first() = !r:>3}'\n"
    assert mended(tmp_path, text, ("safe", "unsafe")) == text


def test_an_operand_that_may_be_the_result_is_no_condition(tmp_path: Path) -> None:
    before = POST + "    rows = Post.objects.all()\n    one = rows and 1\n    return one\n"
    assert mended(tmp_path, before) == before
    wrapped = "await sync_to_async(lambda: rows and 1)()"
    after = "from asgiref.sync import sync_to_async\n" + before.replace("rows and 1", wrapped)
    assert mended(tmp_path, before, ("safe", "unsafe")) == after
    before = POST + "    rows = Post.objects.all()\n    return 1 if not (rows and request) else 2\n"
    assert mended(tmp_path, before) == before.replace("(rows", "(await rows.aexists()")


ATOMIC = "from django.db import transaction\nfrom models import Post\n\nasync def view(request):\n{}"
MOVED = "from asgiref.sync import sync_to_async\n" + ATOMIC


def test_transactions_in_other_forms(tmp_path: Path) -> None:
    before = ATOMIC.format("    with transaction.atomic(): post = Post.objects.get(pk=1)\n    return post\n")
    after = MOVED.format(
        "    def in_transaction():\n        with transaction.atomic(): post = Post.objects.get(pk=1)\n"
        "        return post\n\n    post = await sync_to_async(in_transaction)()\n    return post\n"
    )
    assert mended(tmp_path, before, ("safe", "unsafe")) == after
    before = ATOMIC.format("    with transaction.atomic(), open('a') as file:\n        return file.read()\n")
    after = MOVED.format(
        "    def in_transaction():\n        with transaction.atomic(), open('a') as file:\n"
        "            return file.read()\n\n    return await sync_to_async(in_transaction)()\n"
    )
    assert mended(tmp_path, before, ("safe", "unsafe")) == after


LEAVING = {
    "a block that returns in its midst, at the end of the function": (
        "    with transaction.atomic():\n        post = Post.objects.get(pk=1)\n        if not post.title:\n"
        "            return None  # nothing\n        post.save()\n\n    title = post.title\n    post.delete()\n"
        "    return title\n",
        "    def in_transaction():\n        with transaction.atomic():\n            post = Post.objects.get(pk=1)\n"
        "            if not post.title:\n                return None  # nothing\n            post.save()\n\n"
        "        title = post.title\n        post.delete()\n        return title\n\n"
        "    return await sync_to_async(in_transaction)()\n",
    ),
    "in a branch that always returns": (
        "    count = 0\n    if request:\n        with transaction.atomic():\n"
        "            post = Post.objects.get(pk=1)\n"
        "            if post.title:\n                return count\n            count += 1\n            post.save()\n"
        "        return count\n    return None\n",
        "    count = 0\n    if request:\n        def in_transaction():\n            nonlocal count\n"
        "            with transaction.atomic():\n                post = Post.objects.get(pk=1)\n"
        "                if post.title:\n                    return count\n                count += 1\n"
        "                post.save()\n            return count\n\n"
        "        return await sync_to_async(in_transaction)()\n    return None\n",
    ),
    "a name that a comprehension has too": (
        "    rows = [post async for post in Post.objects.all()]\n    with transaction.atomic():\n"
        "        post = Post.objects.get(pk=1)\n        if post.title:\n            return rows\n        post.save()\n"
        "    return post\n",
        "    rows = [post async for post in Post.objects.all()]\n\n    def in_transaction():\n"
        "        with transaction.atomic():\n            post = Post.objects.get(pk=1)\n"
        "            if post.title:\n                return rows\n            post.save()\n        return post\n\n"
        "    return await sync_to_async(in_transaction)()\n",
    ),
    "in a branch after which more is done": (
        "    if request:\n        with transaction.atomic():\n            post = Post.objects.get(pk=1)\n"
        "            if post.title:\n                return None\n            post.save()\n    return 1\n",
        "",
    ),
    "something is awaited afterwards": (
        "    with transaction.atomic():\n        post = Post.objects.get(pk=1)\n        if post.title:\n"
        "            return None\n    await tell(post)\n    return post\n",
        "",
    ),
    "a task is begun afterwards": (
        "    with transaction.atomic():\n        post = Post.objects.get(pk=1)\n        if post.title:\n"
        "            return None\n    create_task(post)\n    return post\n",
        "",
    ),
    "an exception that is raised again": (
        "    try:\n        tell()\n    except ValueError:\n        with transaction.atomic():\n"
        "            Post.objects.get(pk=1).save()\n            raise\n",
        "",
    ),
}


@pytest.mark.parametrize("name", LEAVING)
def test_a_transaction_that_is_left_early(name: str, tmp_path: Path) -> None:
    before, after = LEAVING[name]
    made = mended(tmp_path, ATOMIC.format(before), ("safe", "unsafe"))
    assert made == (MOVED.format(after) if after else ATOMIC.format(before))


LONG = {
    "a chain": "    return Post.objects{}.get()\n".format(".filter(pk=1)" * 1000),
    "a chain in a chain": "    return list(Post.objects{}.filter(pk=Post.objects.count()){})\n".format(
        ".filter(pk=1)" * 400, ".filter(pk=1)" * 400
    ),
    "a literal": f"    data = [Post.objects.count(), {', '.join(map(str, range(20_000)))}]\n    return data\n",
    "a table": "    data = {" + ", ".join(f"{n}: ({n}, 'é')" for n in range(9_000)) + ", 'c': Post.objects.count()}\n",
    "a tuple over lines": "    data = 0, \\\n{}        Post.objects.count()\n".format("        1, 2, \\\n" * 90),
    "beside data": f"    data = [{', '.join(map(str, range(20_000)))}]\n    return data, Post.objects.count()\n",
    "many statements": "".join(f"    a{n} = Post.objects.get(pk={n})\n" for n in range(300)),
}


@pytest.mark.parametrize("name", LONG)
def test_long_code_is_mended_in_time_that_grows_with_it(name: str, tmp_path: Path) -> None:
    project = write_project(tmp_path, {"models.py": MODELS, "views.py": POST + LONG[name]})
    started = time.process_time()
    (change,) = fix([project / "views.py"], Settings(), ("safe",)).changes
    assert time.process_time() - started < 15
    made, before = change.after.decode(), POST + LONG[name]
    for sync in (".get(", ".count("):
        assert made.count(f".a{sync[1:]}") == before.count(sync)
    plain = made.replace("await ", "").replace(".aget(", ".get(").replace(".acount(", ".count(")
    assert plain.replace("[post async for post in ", "list(").replace(")]\n", "))\n") == before
