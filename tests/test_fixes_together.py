"""Neighbouring statements that `--unsafe-fixes` moves into one function, run in one thread."""

from pathlib import Path

import pytest

from tests.test_fixes import mended

HEAD = "import io\nimport json\nimport sqlite3\n\nfrom PIL import Image\n\nasync def view(request, path):\n"
AFTER = HEAD.replace("import io", "import asyncio\nimport io")

MOVED = {
    "a file is opened, read and closed": (
        "    file = open(path)\n    text = file.read()  # all of it\n    file.close()\n    return json.loads(text)\n",
        "    def in_thread():\n        file = open(path)\n        text = file.read()  # all of it\n"
        "        file.close()\n        return text\n\n    text = await asyncio.to_thread(in_thread)\n"
        "    return json.loads(text)\n",
    ),
    "an image is opened, made smaller and saved": (
        "    size = (8, 8)\n    # a small one\n    image = Image.open(path)\n    image = image.resize(size)\n\n"
        "    buffer = io.BytesIO()\n    image.save(buffer, format='PNG')\n    return buffer.getvalue()\n",
        "    size = (8, 8)\n\n    # a small one\n    def in_thread():\n        image = Image.open(path)\n"
        "        image = image.resize(size)\n\n        buffer = io.BytesIO()\n"
        "        image.save(buffer, format='PNG')\n        return buffer\n\n"
        "    buffer = await asyncio.to_thread(in_thread)\n    return buffer.getvalue()\n",
    ),
    "one file is read and another written": (
        "    with open(path) as file:\n        text = file.read()\n"
        "    with open(path, 'w') as file:\n        file.write(text)\n",
        "    def in_thread():\n        with open(path) as file:\n            text = file.read()\n"
        "        with open(path, 'w') as file:\n            file.write(text)\n\n"
        "    await asyncio.to_thread(in_thread)\n",
    ),
    "an upload is written": (
        "    upload = request.FILES['file']\n    with open(path, 'wb') as file:\n"
        "        for chunk in upload.chunks():\n            file.write(chunk)\n    return upload.name\n",
        "    upload = request.FILES['file']\n\n    def in_thread():\n        with open(path, 'wb') as file:\n"
        "            for chunk in upload.chunks():\n                file.write(chunk)\n\n"
        "    await asyncio.to_thread(in_thread)\n    return upload.name\n",
    ),
    "what is returned is the last thing done": (
        "    if path:\n        file = open(path)\n        return file.read()\n",
        "    if path:\n        def in_thread():\n            file = open(path)\n            return file.read()\n\n"
        "        return await asyncio.to_thread(in_thread)\n",
    ),
    "in a `try`": (
        "    try:\n        file = open(path)\n        text = file.read()\n    except OSError:\n        text = ''\n"
        "    return text\n",
        "    try:\n        def in_thread():\n            file = open(path)\n            text = file.read()\n"
        "            return text\n\n        text = await asyncio.to_thread(in_thread)\n    except OSError:\n"
        "        text = ''\n    return text\n",
    ),
    "a connection that stays in its thread": (
        "    connection = sqlite3.connect(path)\n    rows = connection.execute('select 1').fetchall()\n"
        "    connection.close()\n    return rows\n",
        "    def in_thread():\n        connection = sqlite3.connect(path)\n"
        "        rows = connection.execute('select 1').fetchall()\n        connection.close()\n        return rows\n\n"
        "    rows = await asyncio.to_thread(in_thread)\n    return rows\n",
    ),
    "two things that have nothing to do with each other": (
        "    file = open(path)\n    text = file.read()\n    tell(text)\n    file = open('log', 'a')\n"
        "    file.write(text)\n",
        "    def in_thread():\n        file = open(path)\n        text = file.read()\n        return text\n\n"
        "    text = await asyncio.to_thread(in_thread)\n    tell(text)\n\n    def in_thread_2():\n"
        "        file = open('log', 'a')\n        file.write(text)\n\n    await asyncio.to_thread(in_thread_2)\n",
    ),
}
ONE_BY_ONE = {
    "something else is called": "    file = open(path)\n    tell(path)\n    return file.read()\n",
    "something is awaited": "    file = open(path)\n    await tell(path)\n    return file.read()\n",
    "the user may be fetched": "    file = open(path)\n    return file.read(), request.user\n",
    "a relation may be fetched": "    file = open(path)\n    return file.read(), request.site.name\n",
    "a name is read first": "    text = ''\n    file = open(path)\n    text = text + file.read()\n    return text\n",
    "a name is added to": "    text = ''\n    file = open(path)\n    text += file.read()\n    return text\n",
    "a name of the module": "    global text\n    file = open(path)\n    text = file.read()\n",
    "a literal over several lines": '    file = open(path)\n    file.write("""a\nb""")\n    return file.read()\n',
    "an exception that is raised again": (
        "    try:\n        tell(path)\n    except OSError:\n        with open(path) as file:\n            file.read()\n"
        "            raise\n"
    ),
    "a method of the class above": "    file = open(path)\n    file.write(super().get())\n    return file.read()\n",
    "statements on one line": "    file = open(path); text = file.read()\n    return text\n",
}
APART = (
    "import requests\n\nasync def view(request):\n    first = requests.get('http://a')\n"
    "    other = requests.get('http://b')\n    return first, other\n"
)


@pytest.mark.parametrize("name", MOVED)
def test_what_belongs_together_goes_to_one_thread(name: str, tmp_path: Path) -> None:
    before, after = MOVED[name]
    assert mended(tmp_path, HEAD + before) == HEAD + before
    assert mended(tmp_path, HEAD + before, ("safe", "unsafe")) == AFTER + after


@pytest.mark.parametrize("name", ONE_BY_ONE)
def test_what_may_mean_something_else_there_stays(name: str, tmp_path: Path) -> None:
    after = mended(tmp_path, HEAD + ONE_BY_ONE[name], ("safe", "unsafe"))
    assert "def in_thread" not in after
    assert after.count("await asyncio.to_thread(") > 1


def test_requests_that_need_nothing_of_each_other_stay_apart(tmp_path: Path) -> None:
    assert mended(tmp_path, APART, ("safe", "unsafe")).count("await asyncio.to_thread(requests.get, ") == 2
