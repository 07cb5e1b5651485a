"""What makes an instance of a class that it is given, or of the class that it is called on, out of plain data.

Literal tables only.
"""

BASES: frozenset[str] = frozenset({
    "pydantic.BaseModel", "pydantic.v1.BaseModel", "pydantic_settings.BaseSettings", "sqlmodel.SQLModel", "ninja.Schema",
    "ninja.schema.Schema",
})  # fmt: skip
"""Base classes whose heirs have the methods below. Source: https://docs.pydantic.dev/latest/api/base_model/"""

CLASS_METHODS: frozenset[str] = frozenset({
    "model_validate", "model_validate_json", "model_validate_strings", "model_construct", "parse_obj", "parse_raw",
    "from_orm", "construct",
})  # fmt: skip
"""Their class methods that give an instance of the class."""

COPYING_METHODS: frozenset[str] = frozenset({"model_copy", "copy"})
"""Their methods that give another instance of the same class."""

FUNCTIONS: dict[str, tuple[int, str]] = {
    "pydantic.parse_obj_as": (0, "type_"),
    "pydantic.v1.parse_obj_as": (0, "type_"),
    "msgspec.convert": (1, "type"),
    "msgspec.json.decode": (-1, "type"),
    "msgspec.msgpack.decode": (-1, "type"),
    "msgspec.yaml.decode": (-1, "type"),
    "msgspec.toml.decode": (-1, "type"),
    "cattrs.structure": (1, "cl"),
    "dacite.from_dict": (0, "data_class"),
}
"""Functions that give an instance of a declared type, and where that stands.
Source: https://jcristharif.com/msgspec/api.html, https://catt.rs, https://github.com/konradhalas/dacite"""

ADAPTERS: dict[str, tuple[int, str]] = {
    "pydantic.TypeAdapter": (0, "type"),
    "msgspec.json.Decoder": (0, "type"),
    "msgspec.msgpack.Decoder": (0, "type"),
}
"""Classes whose instances make such instances (their methods are in `transparent.HOLDERS`).
Source: https://docs.pydantic.dev/latest/api/type_adapter/"""
