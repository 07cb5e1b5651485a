import csv
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

PRICES = Path(settings.PRICE_LISTS)


def read_all():
    contents = {}
    for path in sorted(PRICES.glob("*.csv")):
        with open(path) as handle:
            contents[path.name] = handle.read()
    return contents


def read_one(name):
    return (PRICES / name).read_text()


def rows(name):
    with open(PRICES / name, newline="") as handle:
        yield from csv.reader(handle)


def parse(text):
    return list(csv.reader(text.splitlines()))


def names():
    return sorted(os.listdir(PRICES))


def target(name):
    return (PRICES / name).with_suffix(".bak").name


def known(name):
    return (PRICES / name).exists()


def backup(name):
    folder = tempfile.mkdtemp()
    shutil.copy(PRICES / name, folder)
    copied = len(os.listdir(folder))
    shutil.rmtree(folder)
    return copied


class PriceList:
    def __init__(self, name):
        self.path = PRICES / name

    def __enter__(self):
        self.handle = self.path.open()
        return self

    def __exit__(self, kind, error, traceback):
        self.handle.close()

    def header(self):
        return self.handle.readline().strip()
