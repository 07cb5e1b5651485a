"""Literal tables about code outside the project, each with its source. No logic and no imports of ours."""
