import hashlib
import itertools
import math
import random


def fibonacci(n):
    if n <= 1:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def is_prime(number):
    if number < 2:
        return False
    for divisor in range(2, int(number**0.5) + 1):
        if number % divisor == 0:
            return False
    return True


def sieve(limit):
    flags = [True] * (limit + 1)
    for number in range(2, int(limit**0.5) + 1):
        if flags[number]:
            for multiple in range(number * number, limit + 1, number):
                flags[multiple] = False
    return [number for number, flag in enumerate(flags) if flag][2:]


def levenshtein(first, second):
    previous = list(range(len(second) + 1))
    for row, left in enumerate(first):
        current = [row + 1]
        for column, right in enumerate(second):
            cost = left != right
            current.append(min(previous[column + 1] + 1, current[column] + 1, previous[column] + cost))
        previous = current
    return previous[-1]


def random_matrix(size):
    return [[random.random() for _ in range(size)] for _ in range(size)]


def multiplied(left, right):
    size = len(left)
    result = [[0] * size for _ in range(size)]
    for row in range(size):
        for column in range(size):
            for step in range(size):
                result[row][column] += left[row][step] * right[step][column]
    return result


def bubble_sorted(numbers):
    numbers = list(numbers)
    count = len(numbers)
    for first in range(count):
        for second in range(0, count - first - 1):
            if numbers[second] > numbers[second + 1]:
                numbers[second], numbers[second + 1] = numbers[second + 1], numbers[second]
    return numbers


def estimate_pi(samples):
    inside = 0
    for _ in range(samples):
        x, y = random.random(), random.random()
        if x * x + y * y <= 1:
            inside += 1
    return 4 * inside / samples


def shortest_tour(cities):
    best = None
    for order in itertools.permutations(range(cities)):
        length = 0
        for place in range(1, cities):
            length += abs(order[place] - order[place - 1])
        if best is None or length < best:
            best = length
    return best


def chained_hash(seed, rounds):
    value = seed
    for number in range(rounds):
        value = hashlib.sha256(f"{value}{number}".encode()).hexdigest()
    return value


def distance_sum(points):
    total = 0.0
    for first in points:
        for second in points:
            total += math.hypot(first[0] - second[0], first[1] - second[1])
    return total


def hanoi(height, source, target, spare):
    if height == 0:
        return 0
    return hanoi(height - 1, source, spare, target) + 1 + hanoi(height - 1, spare, target, source)


class Simulation:
    def __init__(self, particles, steps):
        self.particles = particles
        self.steps = steps

    def run(self):
        positions = [0.0] * self.particles
        for step in range(self.steps):
            for index in range(self.particles):
                positions[index] += math.sin(step) * 0.1
        return sum(positions)
