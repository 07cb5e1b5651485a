"""Settings: one frozen record of everything a user can set. Floor 0: reads nothing of the project's code."""

from dataclasses import dataclass, field

from django_async_lint.diagnostic import Confidence, Severity


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one project root, after `[tool.django-async-lint]` and the command line were joined."""

    src: tuple[str, ...] = ()
    settings_module: str | None = None
    target_django: str | None = None
    environment: str | None = None
    select: tuple[str, ...] = ("DAL",)
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = (".*", "node_modules", "venv", "__pycache__", "build", "dist", "site-packages")
    extend_exclude: tuple[str, ...] = ()
    scope: str = "listed"
    min_confidence: Confidence = "medium"
    fail_on: Severity = "warning"
    output_format: str = "full"
