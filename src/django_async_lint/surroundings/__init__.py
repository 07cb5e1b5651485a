"""Files of other tools that stand beside a project: what they say of this one, and how it is written into them.

Text in, text or data out. Knows nothing of findings or of inference, and runs no tool.
"""
