import asyncio
import hashlib
import json
import math
import zlib


def sum_squares(limit):
    total = 0
    for number in range(limit):
        total += number * number % 13
    return total


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        length = 1
        number = start
        while number != 1:
            number = number // 2 if number % 2 == 0 else 3 * number + 1
            length += 1
        longest = max(longest, length)
    return longest


def matrix(size):
    left = [[row + column for column in range(size)] for row in range(size)]
    return [
        [sum(left[row][step] * left[step][column] for step in range(size)) for column in range(size)]
        for row in range(size)
    ]


def fibonacci(number):
    return number if number < 2 else fibonacci(number - 1) + fibonacci(number - 2)


def fingerprint(text, rounds):
    return hashlib.pbkdf2_hmac("sha256", text.encode(), b"salt", rounds).hex()


def squeeze(size):
    return len(zlib.compress(bytes(number % 251 for number in range(256)) * size, 9))


def document(rows):
    return json.dumps([{"number": number, "text": str(number)} for number in range(rows)])


def digits(number):
    return math.factorial(number) % 1_000_000_007


async def sum_in_chunks(limit, size):
    total = 0
    for start in range(0, limit, size):
        total += sum_squares(size) + start
        await asyncio.sleep(0)
    return total


async def sum_without_pause(limit, size):
    total = 0
    for start in range(0, limit, size):
        total += sum_squares(size) + start
    return total


async def sum_pausing_late(limit):
    total = 0
    for number in range(limit):
        total += number * number % 13
    await asyncio.sleep(0)
    return total


async def sum_pausing_often(limit):
    total = 0
    for number in range(limit):
        total += number * number % 13
        if number % 10_000 == 0:
            await asyncio.sleep(0)
    return total


def batches(rows, size):
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


async def sum_batches(rows):
    total = 0
    for batch in batches(rows, 10_000):
        total += sum(number * number % 13 for number in batch)
        await asyncio.sleep(0)
    return total
