from asgiref.sync import sync_to_async

from .models import Author, Book


class Repository:
    model = None

    def all(self):
        return self.model.objects.all()

    def find(self, pk):
        return self.model.objects.get(pk=pk)

    async def afind(self, pk):
        return await self.model.objects.aget(pk=pk)


class BookRepository(Repository):
    model = Book

    def all(self):
        return super().all().select_related("author")

    def matching(self, word):
        return self.all().filter(title__icontains=word)

    def store(self, book):
        self._write(book)
        return book.pk

    def _write(self, book):
        book.save()

    @sync_to_async
    def titles(self):
        return [book.title for book in self.all()]


class AuthorRepository(Repository):
    model = Author

    def with_books(self):
        return self.all().prefetch_related("books")
