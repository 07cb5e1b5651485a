"""From what a rule intends to edits of the text, and the text with its edits. The only rooms that import libcst."""
