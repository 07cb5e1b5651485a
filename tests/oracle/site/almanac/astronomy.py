"""Positions and phases, as far as an almanac needs them."""

import asyncio
import difflib
import hashlib
import itertools
import lzma
import math
from dataclasses import dataclass
from datetime import date, timedelta

SYNODIC_MONTH = 29.530588853
EPOCH = date(2000, 1, 6)


def phase(day):
    return ((day - EPOCH).days % SYNODIC_MONTH) / SYNODIC_MONTH


def days_from(start, count):
    return (start + timedelta(days=number) for number in range(count))


def full_moons(start, count):
    return [day.isoformat() for day in days_from(start, count) if abs(phase(day) - 0.5) < 1 / 60]


def declination(day_of_year, minute):
    angle = 2 * math.pi * (day_of_year - 1 + minute / 1440) / 365
    return 0.006918 - 0.399912 * math.cos(angle) + 0.070257 * math.sin(angle)


def ephemeris():
    table = {}
    for day in range(365):
        for minute in range(1440):
            table[day, minute] = declination(day, minute)
    return table


def noon_table():
    return {day: round(declination(day, 720), 4) for day in range(365)}


@dataclass
class Tide:
    hour: int
    height: float


class TideTable:
    def __init__(self, amplitudes):
        self.amplitudes = amplitudes

    def height(self, hour):
        return sum(size * math.cos(hour * number / 6) for number, size in enumerate(self.amplitudes, start=1))

    def year(self):
        return [Tide(tenth, self.height(tenth / 10)) for tenth in range(240 * 366)]

    def day(self):
        return [Tide(hour, self.height(hour)) for hour in range(24)]

    def highest(self):
        return max(self.year(), key=lambda tide: tide.height)

    async def year_in_turns(self):
        tides = []
        for start in range(0, 240 * 366, 120):
            tides.extend(Tide(tenth, self.height(tenth / 10)) for tenth in range(start, start + 120))
            await asyncio.sleep(0)
        return tides


def smoothed(values, width):
    return [sum(values[max(0, at - width) : at + 1]) / width for at in range(len(values))]


def hourly_rows(years):
    return [
        {"hour": hour, "low": hour % 17, "high": hour % 31, "place": f"P{hour % 9}"}
        for hour in range(years * 8766)
    ]


def changed_lines(old, new):
    return sum(1 for line in difflib.ndiff(old, new) if line.startswith(("+", "-")))


def shortest_round(places):
    """The shortest way to visit all places, by trying all of them."""

    def length(order):
        return sum(math.dist(places[a], places[b]) for a, b in itertools.pairwise(order))

    return min(itertools.permutations(range(len(places))), key=length)


def packed(text):
    return lzma.compress(text.encode(), preset=9)


def fingerprint(text, rounds=600_000):
    return hashlib.pbkdf2_hmac("sha256", text.encode(), b"almanac", rounds).hex()


def checksum(text):
    return hashlib.sha256(text.encode()).hexdigest()
