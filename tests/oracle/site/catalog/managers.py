from django.db import models


class BookQuerySet(models.QuerySet):
    def in_stock(self):
        return self.filter(stock__gt=0)

    def by(self, author):
        return self.filter(author=author)

    def cheapest(self):
        return self.order_by("price").first()


class BookManager(models.Manager.from_queryset(BookQuerySet)):
    def bestseller(self):
        return self.get_queryset().order_by("-stock").first()

    def newest(self, limit=10):
        return self.get_queryset().order_by("-added")[:limit]
