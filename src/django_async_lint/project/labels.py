"""Labels of apps: what an app's configuration calls it where that is not the name of its folder.

Read off the bytes of the files; no configuration is imported, and a label that is computed is none.
"""

import os
import re
from collections.abc import Iterable

from django_async_lint.project.modules import Class

APP_LABEL = re.compile(rb"^[ \t]+label[ \t]*(?::[^=\n]+)?=[ \t]*[\"'](\w+)[\"']", re.MULTILINE)


def folders(files: Iterable[tuple[str, bytes]]) -> dict[str, list[str]]:
    """The folders of the apps that have a label of their own, by label."""
    found: dict[str, list[str]] = {}
    for path, data in files:
        if b"AppConfig" in data:
            for label in APP_LABEL.findall(data):
                found.setdefault(label.decode("ascii", "replace"), []).append(os.path.dirname(path))
    return found


def is_inside(path: str, apps: Iterable[str]) -> bool:
    """Whether a file lies in the folder of one of some apps."""
    return any(path.startswith(app + os.sep) for app in apps)


def of_model(cls: Class) -> str:
    """The label of the app that a model is in: the package that holds `models`."""
    parts = cls.module.name.split(".")
    before = parts[: parts.index("models")] if "models" in parts else parts[:-1]
    return before[-1] if before else ""
