from django.http import JsonResponse
from django.views import View

from .models import Author, Book


class TitlesMixin:
    def title_of(self, row):
        return str(row)


class ListEndpoint(TitlesMixin, View):
    async def get(self, request):
        rows = self.rows()
        return JsonResponse({"rows": [self.title_of(row) for row in rows]})

    def rows(self):
        return []


class AuthorEndpoint(ListEndpoint):
    def rows(self):
        return list(Author.objects.order_by("name"))


class GenreEndpoint(ListEndpoint):
    def rows(self):
        return ["fiction", "history", "science"]


class StreamEndpoint(TitlesMixin, View):
    async def get(self, request):
        return JsonResponse({"rows": [self.title_of(row) async for row in self.rows()]})

    def rows(self):
        return Book.objects.all()


class RecentEndpoint(StreamEndpoint):
    def rows(self):
        return Book.objects.newest(3)


class ReviewedEndpoint(StreamEndpoint):
    def title_of(self, row):
        return f"{row.title}: {row.reviews.count()}"
