"""The JSON schemas of the outputs that are JSON of our own, as files that are shipped, published and tested."""

from importlib.resources import files

SCHEMAS = {"graph": "graph", "json": "check", "views": "views"}
"""What `dal schema --output` takes -> the file that describes it."""


def text(name: str) -> str:
    """The schema of an output, as it stands in its file."""
    return (files(__name__) / f"{SCHEMAS[name]}.json").read_text("utf-8")
