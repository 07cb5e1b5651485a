import hashlib
import json
import zlib


def heavy_calculation(limit=3_000_000):
    total = 0
    for number in range(limit):
        total += number * number % 7
        total ^= number
    return total


def small_sum(limit=10):
    total = 0
    for number in range(limit):
        total += number
    return total


def primes(limit):
    found = []
    candidate = 2
    while len(found) < limit:
        for prime in found:
            if candidate % prime == 0:
                break
        else:
            found.append(candidate)
        candidate += 1
    return found


def derive(secret):
    return hashlib.pbkdf2_hmac("sha256", secret, b"salt", 800_000).hex()


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def pack(rows):
    return zlib.compress(b"".join(rows), 9)


def dump(rows):
    return json.dumps({"rows": rows})


def grid(size):
    return [[row * column % 11 for column in range(size)] for row in range(size)]


class Forecast:
    def __init__(self, days):
        self.days = days

    def run(self):
        return [self.step(day) for day in range(self.days)]

    def step(self, day):
        value = day
        for _ in range(10_000):
            value = (value * 31 + 7) % 10_007
        return value
