import contextlib

from django.db import connection, transaction

from .models import Book, Review


def newest_books():
    return Book.objects.newest()


def shelf(word=""):
    books = Book.objects.order_by("title")
    if word:
        books = books.filter(title__icontains=word)
    return books


def is_available(books):
    return bool(books)


def headline(books):
    return ", ".join(sorted(book.title for book in books))


def describe(book):
    return f"{book.title} by {book.author.name}"


def describe_short(book):
    return f"{book.title} #{book.author_id}"


def titles_of(author):
    return [book.title for book in author.books.all()]


def table_size(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        return cursor.fetchone()[0]


def average_stars(book_id):
    stars = [review.stars for review in Review.objects.filter(book_id=book_id)]
    return sum(stars) / len(stars) if stars else None


@transaction.atomic
def transfer(source_id, target_id, amount):
    Book.objects.get(pk=source_id).restock(-amount)
    Book.objects.get(pk=target_id).restock(amount)


@contextlib.contextmanager
def price_lock(book_id):
    book = Book.objects.select_for_update().filter(pk=book_id)
    yield book


async def discount(book_id, percent):
    with transaction.atomic():
        return percent


class Basket:
    def __init__(self, isbns):
        self.isbns = isbns

    @property
    def books(self):
        return Book.objects.filter(isbn__in=self.isbns)

    def __len__(self):
        return len(self.isbns)

    def __iter__(self):
        return iter(self.books)

    def __aiter__(self):
        return self.books.__aiter__()

    def __contains__(self, isbn):
        return isbn in self.isbns
