"""Blocks that `--unsafe-fixes` moves into a function, and what only the thread may use that made it."""

from pathlib import Path

import pytest

from tests.test_fixes import mended

HEAD = "import json\n\nasync def view(request, path):\n"
WITH_ASYNCIO = HEAD.replace("import json", "import asyncio\nimport json")

MOVED = {
    "what is read": (
        "    with open(path) as file:\n        data = json.load(file)  # all of it\n    return data\n",
        "    def in_thread():\n        with open(path) as file:\n            data = json.load(file)  # all of it\n"
        "        return data\n\n    data = await asyncio.to_thread(in_thread)\n    return data\n",
    ),
    "what is given back": (
        "    with open(path) as file:\n        lines = [line.strip() for line in file]\n"
        "        return sorted(lines, key=len)\n",
        "    def in_thread():\n        with open(path) as file:\n            lines = [line.strip() for line in file]\n"
        "            return sorted(lines, key=len)\n\n    return await asyncio.to_thread(in_thread)\n",
    ),
    "below a comment of its own": (
        "    size = 3\n    # the first three\n    with open(path) as file:\n        text = file.read(size)\n"
        "    return text\n",
        "    size = 3\n\n    # the first three\n    def in_thread():\n        with open(path) as file:\n"
        "            text = file.read(size)\n        return text\n\n    text = await asyncio.to_thread(in_thread)\n"
        "    return text\n",
    ),
}
CALL_BY_CALL = {
    "something else is called": "    with open(path) as file:\n        tell(path)\n        return file.read()\n",
    "something is awaited": "    with open(path) as file:\n        await tell(path)\n        return file.read()\n",
    "the user may be fetched": "    with open(path) as file:\n        return file.read(), request.user\n",
    "a relation may be fetched": "    with open(path) as file:\n        return file.read(), request.site.name\n",
    "a name is read first": (
        "    text = ''\n    with open(path) as file:\n        text += file.read()\n    return text\n"
    ),
    "a name may stay as it was": (
        "    text = ''\n    with open(path) as file:\n        if path:\n            text = file.read()\n"
        "    return text\n"
    ),
    "a name of the module": (
        "    global text\n    with open(path) as file:\n        text = file.read()\n"
    ),
    "what was opened is asked afterwards": (
        "    with open(path) as file:\n        text = file.read()\n    return text, file.closed\n"
    ),
}
LEFT = {
    "a connection that is handed on": (
        "import sqlite3\n\nasync def view(request, path):\n    connection = sqlite3.connect(path)\n"
        "    tell(connection)\n    return connection.execute('select 1').fetchall()\n"
    ),
    "a helper that hands it out": (
        "import sqlite3\n\ndef opened(path):\n    return sqlite3.connect(path)\n\n"
        "async def view(request, path):\n    return opened(path)\n"
    ),
    "a cursor of a database": (
        "from django.db import connection\n\nasync def view(request):\n    with connection.cursor() as cursor:\n"
        "        cursor.execute('select 1')\n        return cursor.fetchone()\n"
    ),
    "a lock that its thread must release": (
        "import threading\n\nlock = threading.RLock()\n\nasync def view(request):\n    lock.acquire()\n"
        "    lock.release()\n"
    ),
}


@pytest.mark.parametrize("name", MOVED)
def test_a_block_about_one_file_goes_to_a_thread_as_one(name: str, tmp_path: Path) -> None:
    before, after = MOVED[name]
    assert mended(tmp_path, HEAD + before) == HEAD + before
    assert mended(tmp_path, HEAD + before, ("safe", "unsafe")) == WITH_ASYNCIO + after


@pytest.mark.parametrize("name", CALL_BY_CALL)
def test_any_other_block_stays_where_it_is(name: str, tmp_path: Path) -> None:
    after = mended(tmp_path, HEAD + CALL_BY_CALL[name], ("safe", "unsafe"))
    assert "with await asyncio.to_thread(open, path) as file:" in after
    assert "await asyncio.to_thread(file.read)" in after


@pytest.mark.parametrize("name", LEFT)
def test_what_belongs_to_a_thread_is_not_used_in_another(name: str, tmp_path: Path) -> None:
    assert mended(tmp_path, LEFT[name], ("safe", "unsafe")) == LEFT[name]


def test_a_helper_or_block_that_opens_and_closes_a_connection_goes_to_a_thread(tmp_path: Path) -> None:
    head = "import sqlite3\n\ndef rows(path):\n    return sqlite3.connect(path).execute('select 1').fetchall()\n\n"
    view = "async def view(request, path):\n    return rows(path)\n"
    moved = mended(tmp_path / "helper", head + view, ("safe", "unsafe"))
    assert "return await asyncio.to_thread(rows, path)" in moved
    block = (
        "import sqlite3\n\nasync def view(request, path):\n    with sqlite3.connect(path) as connection:\n"
        "        return connection.execute('select 1').fetchall()\n"
    )
    moved = mended(tmp_path / "block", block, ("safe", "unsafe"))
    assert "return await asyncio.to_thread(in_thread)" in moved
    assert moved.count("to_thread") == 1


def test_a_block_may_make_the_response(tmp_path: Path) -> None:
    text = (
        "from django.http import HttpResponse\n\nasync def view(request, path):\n    with open(path) as file:\n"
        "        return HttpResponse(file.read())\n"
    )
    after = mended(tmp_path, text, ("safe", "unsafe"))
    assert "            return HttpResponse(file.read())\n\n    return await asyncio.to_thread(in_thread)\n" in after
