"""What the shop keeps: authors and their books."""

from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    stock = models.IntegerField(default=0)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")

    @property
    def byline(self):
        # Reading `self.author` asks the database, unless the query that loaded the book joined it in.
        return f"{self.title} by {self.author.name}"
