"""Pure computing: no I/O at all, and still the event loop stands still while it runs."""


def heavy_calculation(limit=5_000_000):
    total = 0
    for number in range(limit):
        total += number * number % 7
    return total
