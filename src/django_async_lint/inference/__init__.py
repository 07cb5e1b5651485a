"""The evaluator: walks function bodies with abstract values and yields their effects."""
