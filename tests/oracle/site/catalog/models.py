from django.db import models

from .managers import BookManager


class Author(models.Model):
    name = models.CharField(max_length=100)

    def __str__(self):
        return self.name


class Publisher(models.Model):
    name = models.CharField(max_length=100)

    def __str__(self):
        return self.name


class Tag(models.Model):
    label = models.CharField(max_length=40)


class Catalogued(models.Model):
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Book(Catalogued):
    title = models.CharField(max_length=200)
    isbn = models.CharField(max_length=13, unique=True)
    summary = models.TextField(blank=True)
    stock = models.IntegerField(default=0)
    price = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    publisher = models.ForeignKey(Publisher, models.PROTECT, null=True, related_name="books")
    tags = models.ManyToManyField(Tag, related_name="books")

    objects = BookManager()

    def __str__(self):
        return self.title

    @property
    def imprint(self):
        return self.publisher.name if self.publisher_id else "self-published"

    @property
    def label(self):
        return f"{self.title} [{self.isbn}]"

    def restock(self, amount):
        self.stock += amount
        self.save(update_fields=["stock"])


class Review(models.Model):
    book = models.ForeignKey(Book, models.CASCADE, related_name="reviews")
    stars = models.IntegerField()
    text = models.TextField(blank=True)

    def __str__(self):
        return f"{self.stars} stars for {self.book.title}"
