"""The rules: one module each, a page and a few lines over effects. See `registry` for how they are found."""
