import asyncio
import base64
import collections
import copy
import csv
import functools
import hashlib
import io
import json
import operator
import random
import re
import time
import zipfile

from django.http import HttpResponse, JsonResponse

from . import algorithms

ROUNDS = 4_000_000


async def fibonacci(request):
    return JsonResponse({"fibonacci": algorithms.fibonacci(30)})


async def fibonacci_small(request):
    return JsonResponse({"fibonacci": algorithms.fibonacci(10)})


async def primes(request):
    return JsonResponse({"count": len([n for n in range(200_000) if algorithms.is_prime(n)])})


async def primes_small(request):
    return JsonResponse({"count": len([n for n in range(500) if algorithms.is_prime(n)])})


async def sieve(request):
    return JsonResponse({"count": len(algorithms.sieve(3_000_000))})


async def sieve_small(request):
    return JsonResponse({"count": len(algorithms.sieve(1_000))})


async def distance(request):
    return JsonResponse({"distance": algorithms.levenshtein("kitten" * 200, "sitting" * 200)})


async def distance_small(request):
    return JsonResponse({"distance": algorithms.levenshtein("kitten", "sitting")})


async def matrices(request):
    left, right = algorithms.random_matrix(150), algorithms.random_matrix(150)
    return JsonResponse({"rows": len(algorithms.multiplied(left, right))})


async def matrices_named(request):
    left = algorithms.random_matrix(150)
    return JsonResponse({"rows": len(algorithms.multiplied(left, left))})


async def matrices_small(request):
    left = algorithms.random_matrix(4)
    return JsonResponse({"rows": len(algorithms.multiplied(left, left))})


async def bubbles(request):
    return JsonResponse({"first": algorithms.bubble_sorted(range(2_500, 0, -1))[0]})


async def bubbles_small(request):
    return JsonResponse({"first": algorithms.bubble_sorted(range(25, 0, -1))[0]})


async def dumped(request):
    rows = [{"id": number, "name": f"item {number}", "price": number * 1.5} for number in range(100_000)]
    return HttpResponse(json.dumps(rows))


async def dumped_small(request):
    rows = [{"id": number, "name": f"item {number}", "price": number * 1.5} for number in range(100)]
    return HttpResponse(json.dumps(rows))


async def parsed_small(request):
    rows = json.loads(request.body or b"[]")
    return JsonResponse({"rows": len(rows)})


async def sorted_large(request):
    numbers = [random.random() for _ in range(1_000_000)]
    return JsonResponse({"median": sorted(numbers)[500_000]})


async def sorted_small(request):
    numbers = [random.random() for _ in range(1_000)]
    return JsonResponse({"median": sorted(numbers)[500]})


async def hashed(request):
    return HttpResponse(algorithms.chained_hash("seed", 200_000))


async def hashed_small(request):
    return HttpResponse(algorithms.chained_hash("seed", 1_000))


async def encoded(request):
    return JsonResponse({"size": len(base64.b64encode(b"x" * 200_000_000))})


async def encoded_small(request):
    return JsonResponse({"size": len(base64.b64encode(b"x" * 20_000))})


async def zipped(request):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("log.txt", "hello world, this is a line\n" * 4_000_000)
    return JsonResponse({"size": len(buffer.getvalue())})


async def zipped_small(request):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("log.txt", "hello world, this is a line\n" * 400)
    return JsonResponse({"size": len(buffer.getvalue())})


async def table(request):
    text = "isbn,title,price,stock\n" * 300_000
    return JsonResponse({"rows": len(list(csv.reader(io.StringIO(text))))})


async def table_small(request):
    text = "isbn,title,price,stock\n" * 300
    return JsonResponse({"rows": len(list(csv.reader(io.StringIO(text))))})


async def table_written(request):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for number in range(300_000):
        writer.writerow([number, f"title {number}", number * 2])
    return JsonResponse({"size": len(buffer.getvalue())})


async def table_written_small(request):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for number in range(300):
        writer.writerow([number, f"title {number}", number * 2])
    return JsonResponse({"size": len(buffer.getvalue())})


async def tour(request):
    return JsonResponse({"length": algorithms.shortest_tour(9)})


async def tour_small(request):
    return JsonResponse({"length": algorithms.shortest_tour(4)})


async def squares(request):
    return JsonResponse({"total": sum([number * number for number in range(4 * 10**6)])})


async def squares_small(request):
    return JsonResponse({"total": sum([number * number for number in range(10**3)])})


async def counted(request):
    number = 0
    while number < ROUNDS:
        number += 1
    return JsonResponse({"number": number})


async def counted_until(request):
    number = 0
    while True:
        number += 1
        if number >= ROUNDS:
            break
    return JsonResponse({"number": number})


async def counted_small(request):
    number = 0
    while True:
        number += 1
        if number >= 1_000:
            break
    return JsonResponse({"number": number})


async def text_built(request):
    parts = []
    for number in range(1_500_000):
        parts.append(str(number))
    return JsonResponse({"length": len("".join(parts))})


async def text_built_small(request):
    parts = []
    for number in range(1_500):
        parts.append(str(number))
    return JsonResponse({"length": len("".join(parts))})


async def pi(request):
    return JsonResponse({"pi": algorithms.estimate_pi(1_000_000)})


async def pi_small(request):
    return JsonResponse({"pi": algorithms.estimate_pi(1_000)})


async def derived(request):
    return HttpResponse(hashlib.pbkdf2_hmac("sha256", b"secret", b"salt", 1_000_000).hex())


async def derived_small(request):
    return HttpResponse(hashlib.pbkdf2_hmac("sha256", b"secret", b"salt", 1_000).hex())


async def points(request):
    positions = [(random.random(), random.random()) for _ in range(1_500)]
    return JsonResponse({"total": algorithms.distance_sum(positions)})


async def points_small(request):
    positions = [(random.random(), random.random()) for _ in range(15)]
    return JsonResponse({"total": algorithms.distance_sum(positions)})


async def towers(request):
    return JsonResponse({"moves": algorithms.hanoi(20, "a", "b", "c")})


async def towers_small(request):
    return JsonResponse({"moves": algorithms.hanoi(6, "a", "b", "c")})


async def simulated(request):
    return JsonResponse({"sum": algorithms.Simulation(1_000, 2_000).run()})


async def simulated_small(request):
    return JsonResponse({"sum": algorithms.Simulation(10, 20).run()})


async def copied(request):
    rows = [[number, str(number)] for number in range(200_000)]
    return JsonResponse({"rows": len(copy.deepcopy(rows))})


async def copied_small(request):
    rows = [[number, str(number)] for number in range(200)]
    return JsonResponse({"rows": len(copy.deepcopy(rows))})


async def reduced(request):
    return JsonResponse({"sum": functools.reduce(operator.xor, range(6_000_000))})


async def reduced_small(request):
    return JsonResponse({"sum": functools.reduce(operator.xor, range(6_000))})


async def words(request):
    text = "the quick brown fox jumps over the lazy dog " * 300_000
    return JsonResponse(dict(collections.Counter(re.findall(r"\w+", text))))


async def words_small(request):
    text = "the quick brown fox jumps over the lazy dog " * 30
    return JsonResponse(dict(collections.Counter(re.findall(r"\w+", text))))


async def pairs(request):
    total = 0
    for first in range(1_500):
        for second in range(1_500):
            total += first * second
    return JsonResponse({"total": total})


async def pairs_small(request):
    total = 0
    for first in range(15):
        for second in range(15):
            total += first * second
    return JsonResponse({"total": total})


async def asked(request, limit: int):
    return JsonResponse({"total": sum(number * number for number in range(min(limit, 1_000)))})


async def chunked(request):
    total = 0
    for start in range(0, 400_000, 5_000):
        total += sum(number * number for number in range(start, start + 5_000))
        await asyncio.sleep(0)
    return JsonResponse({"total": total})


async def chunked_large(request):
    total = 0.0
    for _ in range(2):
        total += algorithms.estimate_pi(1_000_000)
        await asyncio.sleep(0)
    return JsonResponse({"total": total})


async def in_thread(request):
    return JsonResponse({"fibonacci": await asyncio.to_thread(algorithms.fibonacci, 27)})


async def spun(request):
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        pass
    return JsonResponse({"waited": True})


async def polled(request):
    started = time.monotonic()
    while time.monotonic() - started < 0.4:
        time.sleep(0.05)
    return JsonResponse({"waited": True})


async def polled_async(request):
    started = time.monotonic()
    while time.monotonic() - started < 0.2:
        await asyncio.sleep(0.05)
    return JsonResponse({"waited": True})
