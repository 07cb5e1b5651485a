"""A call graph as Mermaid, DOT or JSON: each one function from a graph to text.

What is written in labels comes from a checkout, so whatever could end a label or begin a command is escaped.
"""

import json
import re
from collections.abc import Iterator

from django_async_lint.call_graph import MARKS, Graph, Node
from django_async_lint.output.plain import plain, plain_json

SCHEMA = 1
MERMAID = re.compile(r"[\"#&<>`\\;]")
"""What Mermaid would not take literally in a quoted label; it is written as `#34;`, Mermaid's numeric escape."""
CLASSES = {
    "entry": "fill:#dbeafe,stroke:#1d4ed8,color:#111",
    "loop": "fill:#ecfdf5,stroke:#047857,color:#111",
    "blocks": "fill:#fef3c7,stroke:#b45309,color:#111",
    "thread": "fill:#f3f4f6,stroke:#6b7280,color:#111",
    "sink": "fill:#fee2e2,stroke:#b91c1c,color:#111",
}
"""The looks of a node by its mark, of several the last of this order that it has apart from `entry`'s shape."""
SHAPES = {"entry": ("([", "])"), "sink": ("[[", "]]"), "": ("[", "]")}
"""What stands around a label in Mermaid."""
ORDER = ("loop", "entry", "thread", "blocks", "sink")


def mermaid(graph: Graph) -> str:
    """The graph as a Mermaid flowchart, with a line end."""
    names = _names(graph)
    lines = ["flowchart LR"]
    for node, name in names.items():
        label = "<br/>".join(_mermaid_text(part) for part in _label(node))
        opening, closing = SHAPES["entry" if "entry" in node.marks else node.kind if node.kind == "sink" else ""]
        lines.append(f'    {name}{opening}"{label}"{closing}:::{_look(node)}')
    for call in graph.calls:
        arrow = "-. thread .->" if call.leaves_loop else "-->"
        lines.append(f"    {names[call.caller]} {arrow} {names[call.callee]}")
    lines += [f"    classDef {name} {style}" for name, style in {**CLASSES, "plain": "fill:#fff,stroke:#333"}.items()]
    return "\n".join(lines) + "\n"


def dot(graph: Graph) -> str:
    """The graph in the language of Graphviz, with a line end."""
    names = _names(graph)
    lines = ["digraph calls {", "    rankdir=LR;", '    node [shape=box, style=filled, fontname="sans-serif"];']
    for node, name in names.items():
        fill = re.search(r"fill:(#\w+)", CLASSES.get(_look(node), "fill:#ffffff"))
        label = "\\n".join(_dot_text(part) for part in _label(node))
        shape = "ellipse" if "entry" in node.marks else "octagon" if node.kind == "sink" else "box"
        lines.append(f'    {name} [label="{label}", shape={shape}, fillcolor="{fill[1] if fill else ""}"];')
    for call in graph.calls:
        looks = ' [style=dashed, label="thread"]' if call.leaves_loop else ""
        lines.append(f"    {names[call.caller]} -> {names[call.callee]}{looks};")
    return "\n".join([*lines, "}"]) + "\n"


def as_json(graph: Graph) -> str:
    """The graph as JSON text in ASCII, with a line end; `docs/schema/graph.json` is its schema."""
    names = _names(graph)
    document = {
        "schema": SCHEMA,
        "marks": dict(MARKS),
        "nodes": [
            {
                "id": name, "name": node.name, "path": node.path, "line": node.line, "kind": node.kind,
                "route": node.route, "marks": list(node.marks), "codes": list(node.codes),
            }
            for node, name in names.items()
        ],
        "calls": [
            {
                "from": names[call.caller], "to": names[call.callee], "path": call.path, "line": call.line,
                "leaves_loop": call.leaves_loop,
            }
            for call in graph.calls
        ],
    }  # fmt: skip
    return plain_json(json.dumps(document, indent=2)) + "\n"


def _names(graph: Graph) -> dict[Node, str]:
    return {node: f"n{number}" for number, node in enumerate(graph.nodes)}


def _label(node: Node) -> Iterator[str]:
    """The lines of a node's label."""
    yield plain(node.name)
    if node.kind == "sink":
        yield " ".join(node.codes)
    elif node.route:
        yield f"{node.kind} {plain(node.route)}"
    elif node.kind != "function":
        yield node.kind
    yield f"{plain(node.path)}:{node.line}"


def _look(node: Node) -> str:
    if node.kind == "sink":
        return "sink"
    return next((mark for mark in reversed(ORDER) if mark in node.marks), "plain")


def _mermaid_text(text: str) -> str:
    return MERMAID.sub(lambda match: f"#{ord(match[0])};", text)


def _dot_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
