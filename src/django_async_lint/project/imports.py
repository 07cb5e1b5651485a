"""What an import statement says, unresolved."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Import:
    """A name bound by an import. `attribute` is None for `import a.b as c`; `level` counts leading dots."""

    module: str
    attribute: str | None
    level: int
