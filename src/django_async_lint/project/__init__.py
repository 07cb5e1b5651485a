"""What the project's text says without evaluating anything: files, modules, names, classes, declarations."""
