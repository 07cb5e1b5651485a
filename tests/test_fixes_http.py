"""Requests sent with `httpx.AsyncClient` instead of `requests`: what is written, when, and what comes back."""

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.fixing import fix
from tests.projects import write_project

REQUIRED = '[project]\nname = "site"\nversion = "1"\ndependencies = ["django>=5.2", "httpx[http2]>=0.27"]\n'
HEAD = "import httpx\nimport requests\n\nURL = 'https://a.com'\n\nasync def view(request):\n"
ONLY_HTTPX = HEAD.replace("import requests\n", "")
OPENED = "    async with httpx.AsyncClient(follow_redirects=True, timeout=None) as client:\n"

WRITTEN = {
    "its answer read at once": (
        "    return requests.get(URL).json()\n",
        OPENED + "        return (await client.get(URL)).json()\n",
    ),
    "its answer kept": (
        "    answer = requests.post(URL, json={'a': 1}, timeout=5)  # told\n    answer.raise_for_status()\n"
        "    return answer.text\n",
        OPENED.replace(", timeout=None", "")
        + "        answer = await client.post(URL, json={'a': 1}, timeout=5)  # told\n    answer.raise_for_status()\n"
        "    return answer.text\n",
    ),
    "over several lines, deeper, beside a name that is taken": (
        "    client = 1\n    if client:\n        answer = requests.put(\n            URL,\n            data={'a': 1},\n"
        "        )\n        return answer.status_code\n",
        "    client = 1\n    if client:\n"
        "        async with httpx.AsyncClient(follow_redirects=True, timeout=None) as client_2:\n"
        "            answer = await client_2.put(\n                URL,\n"
        "                data={'a': 1},\n            )\n"
        "        return answer.status_code\n",
    ),
    "where a client is open": (
        OPENED + "        return requests.get(URL, params={'a': 1}).text\n",
        OPENED + "        return (await client.get(URL, params={'a': 1})).text\n",
    ),
    "its answer dropped": (
        "    requests.head(URL)\n",
        OPENED.replace("follow_redirects=True, ", "") + "        await client.head(URL)\n",
    ),
    "any error caught": (
        "    try:\n        return requests.get(URL).text\n    except Exception:\n        return ''\n",
        "    try:\n        async with httpx.AsyncClient(follow_redirects=True, timeout=None) as client:\n"
        "            return (await client.get(URL)).text\n    except Exception:\n        return ''\n",
    ),
}
IN_THREAD = {
    "an attribute that the other lacks": "    return requests.get(URL).ok\n",
    "an answer that is handed on": "    answer = requests.get(URL)\n    return str(answer), answer.text\n",
    "an argument that the other lacks": "    return requests.get(URL, stream=True).text\n",
    "an argument without its name": "    return requests.get(URL, {'a': 1}).text\n",
    "a time limit in two parts": "    return requests.get(URL, timeout=(1, 2)).text\n",
    "an error caught by its type": "    try:\n        return requests.get(URL).text\n"
    "    except requests.RequestException:\n        return ''\n",
    "a text over several lines": "    return requests.post(URL, data='''a\nb''').text\n",
    "two statements on a line": "    a = 1; return requests.get(URL).text\n",
    "in a condition": "    if requests.get(URL).text:\n        return 1\n",
}


def mended(root: Path, body: str, required: str = REQUIRED) -> str:
    """The text of a view after unsafe fixes, which a second run leaves as it is."""
    project = write_project(root, {"pyproject.toml": required, "views.py": HEAD + body})
    (change,) = fix([project / "views.py"], Settings(), ("safe", "unsafe")).changes
    (project / "views.py").write_bytes(change.after)
    assert not fix([project / "views.py"], Settings(), ("safe", "unsafe")).changes
    return change.after.decode()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_request_is_sent_asynchronously(name: str, tmp_path: Path) -> None:
    before, after = WRITTEN[name]
    assert mended(tmp_path, before) == ONLY_HTTPX + after


@pytest.mark.parametrize("name", IN_THREAD)
def test_a_request_stays_in_a_thread_where_the_libraries_differ(name: str, tmp_path: Path) -> None:
    text = mended(tmp_path, IN_THREAD[name])
    assert "asyncio.to_thread(" in text and "AsyncClient" not in text


@pytest.mark.parametrize("required", ["", '[project]\nname = "httpx-site"\ndependencies = ["pytest-httpx"]\n'])
def test_a_project_without_the_library_gets_a_thread(required: str, tmp_path: Path) -> None:
    assert "to_thread(requests.get" in mended(tmp_path, "    return requests.get(URL).text\n", required)


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was asked, `/moved` with a redirect."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/here")
            self.end_headers()
            return
        length = int(self.headers.get("Content-Length", 0))
        told = {"path": self.path, "method": self.command, "body": self.rfile.read(length).decode()}
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(json.dumps(told).encode())

    do_HEAD = do_POST = do_PUT = do_GET

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    "body",
    [
        "    answer = requests.get(URL + '/moved', params={'a': 'é'})\n    return answer.status_code, answer.json()\n",
        "    answer = requests.post(URL, data={'a': 'b c'}, timeout=5)\n    return answer.json(), answer.encoding\n",
        "    return requests.put(URL, data={'a': 1}, headers={'X-A': 'b'}).text\n",
        "    answer = requests.head(URL + '/moved')\n    return answer.status_code, answer.headers['location']\n",
    ],
)
def test_the_answer_is_the_same(body: str, tmp_path: Path, address: str) -> None:
    told = []
    for text in (HEAD + body, mended(tmp_path, body)):
        names: dict = {}
        exec(text, names)
        names["URL"] = address
        told.append(asyncio.run(names["view"](None)))
    assert "AsyncClient" in text and told[0] == told[1]
