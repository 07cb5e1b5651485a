"""A small client of the Language Server Protocol: JSON-RPC over the pipes of a server's process."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PATIENCE = 30


class LanguageClient:
    """Speaks with one server; what the server says by itself is kept in `heard`, in order."""

    def __init__(self, folder: Path, capabilities: dict[str, Any] | None = None, options: object = None) -> None:
        command = [sys.executable, "-m", "django_async_lint", "server"]
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.folder = folder
        self.heard: list[dict[str, Any]] = []
        self._unread: list[dict[str, Any]] = []
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        asked = {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities or {}}
        self.initialized = self.request("initialize", {**asked, "initializationOptions": options})
        self.notify("initialized", {})

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for message in _messages(self.process.stdout.readline, self.process.stdout.read):
            self._inbox.put(message)
        self._inbox.put(None)

    def notify(self, method: str, params: object) -> None:
        """Says something that has no answer."""
        self._say({"method": method, "params": params})

    def request(self, method: str, params: object) -> Any:
        """Asks something and waits for the answer."""
        self._number += 1
        number = self._number
        self._say({"id": number, "method": method, "params": params})
        answer = self._await(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer.get("result")

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """The next diagnostics of a document, of a version if one is named."""

        def is_it(message: dict[str, Any]) -> bool:
            params = message.get("params", {})
            published = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
            return published and version in (None, params.get("version"))

        found: list[dict[str, Any]] = self._await(is_it)["params"]["diagnostics"]
        return found

    def said(self, method: str) -> dict[str, Any]:
        """The next notification or request of a kind that comes from the server."""
        return self._await(lambda message: message.get("method") == method)

    def open(self, path: Path, text: str | None = None, version: int = 1) -> str:
        """Opens a file, with what it holds unless told otherwise; its URI."""
        uri = path.as_uri()
        self.open_uri(uri, path.read_text("utf-8") if text is None else text, version)
        return uri

    def open_uri(self, uri: str, text: str, version: int = 1) -> None:
        """Opens a document of any URI."""
        document = {"uri": uri, "languageId": "python", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, text: str, version: int) -> None:
        """Replaces the whole text of a document."""
        changed = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]}
        self.notify("textDocument/didChange", changed)

    def stop(self) -> int:
        """Ends the server as editors do; its exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(PATIENCE)

    def _say(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _await(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        for number, message in enumerate(self._unread):
            if is_it(message):
                del self._unread[number]
                return message
        while (left := end - time.monotonic()) > 0:
            try:
                message = self._inbox.get(timeout=left)
            except queue.Empty:
                break
            assert message is not None, self.process.stderr and self.process.stderr.read().decode()
            if "method" in message and "id" in message:
                self._say({"id": message["id"], "result": None})
            self.heard.append(message)
            if is_it(message):
                return message
            self._unread.append(message)
        raise AssertionError(f"the server did not answer in time; it said {self.heard[-3:]}")


def _messages(readline: Callable[[], bytes], read: Callable[[int], bytes]) -> Iterator[dict[str, Any]]:
    length = 0
    while line := readline():
        name, _, value = line.decode("ascii").partition(":")
        if name.lower() == "content-length":
            length = int(value)
        if line == b"\r\n":
            yield json.loads(read(length))


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text, ASCII on the lines concerned, after edits as the protocol has them."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]

    def offset(place: dict[str, int]) -> int:
        return starts[place["line"]] + place["character"]

    for edit in sorted(edits, key=lambda each: offset(each["range"]["start"]), reverse=True):
        first, last = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:first] + edit["newText"] + text[last:]
    return text
