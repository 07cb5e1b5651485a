"""What the views need done. Nothing here looks asynchronous, and that is the point: the views call it."""

import time

from django.conf import settings

from .models import Book


def in_stock():
    # Lazy: no query runs until somebody goes through the books.
    return Book.objects.filter(stock__gt=0).order_by("title")


def read_catalogue():
    pages = {}
    for path in sorted(settings.CATALOGUE.glob("*.txt")):
        with open(path) as page:
            pages[path.stem] = page.read()
    return pages


class GiftWrapper:
    """Wraps books; the paper comes from a slow machine."""

    def wrap(self, book):
        self.wait_for_paper()
        return f"{book.title}, wrapped"

    def wait_for_paper(self):
        time.sleep(0.5)
