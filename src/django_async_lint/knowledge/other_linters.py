"""What other linters report by themselves, so that it can be left to them: ruff's rules of flake8-async.

Literal tables only. Names are those that ruff resolves through imports, with builtins as `builtins.open`; calls of
methods on objects (`Path(...).read_text`, `httpx.Client`) are not listed, because ruff sees them in few shapes alone.
Each name was called in an `async def` under the ruff of `RUFF_VERSION`; a test does that again with the ruff at hand.
"""

SOURCES: dict[str, str] = {
    "ruff": "https://docs.astral.sh/ruff/rules/#flake8-async-async",
}
"""Where each linter tells of its rules."""

RUFF_VERSION = "0.17"

RUFF: dict[str, str] = {
    "ASYNC210": """httpx.delete httpx.get httpx.head httpx.options httpx.patch httpx.post httpx.put httpx.request
        requests.delete requests.get requests.head requests.options requests.patch requests.post requests.put
        requests.request urllib.request.urlopen urllib3.request""",
    "ASYNC220": """os.popen os.spawnl os.spawnle os.spawnlp os.spawnlpe os.spawnv os.spawnve os.spawnvp os.spawnvpe
        subprocess.Popen""",
    "ASYNC221": """os.posix_spawn os.posix_spawnp os.system subprocess.call subprocess.check_call
        subprocess.check_output subprocess.getoutput subprocess.getstatusoutput subprocess.run""",
    "ASYNC222": "os.wait os.wait3 os.wait4 os.waitid os.waitpid",
    "ASYNC230": "builtins.open io.open io.open_code",
    "ASYNC240": """os.path.abspath os.path.exists os.path.expanduser os.path.getatime os.path.getctime
        os.path.getmtime os.path.getsize os.path.isdir os.path.isfile os.path.islink os.path.ismount os.path.lexists
        os.path.normpath os.path.realpath os.path.relpath os.path.samefile os.path.sameopenfile os.path.stat""",
    "ASYNC250": "builtins.input",
    "ASYNC251": "time.sleep",
}
"""Rule -> the calls that it reports in an `async def`. A call of `os.spawn...` that waits is ASYNC221 instead."""

RUFF_DEFAULT: frozenset[str] = frozenset({"ASYNC210", "ASYNC220", "ASYNC221", "ASYNC222", "ASYNC230", "ASYNC251"})
"""What ruff reports of these where its settings name no `select`."""
