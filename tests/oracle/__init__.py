"""The oracle: a Django site that is run for real, and the linter scored against what happened."""
