from asgiref.sync import sync_to_async
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse

from . import services
from .models import Author, Book, Review, Tag
from .repositories import AuthorRepository, BookRepository

books = BookRepository()
authors = AuthorRepository()


async def book_detail(request, pk):
    book = books.find(pk)
    return HttpResponse(book.label)


async def book_page(request, pk):
    book = await books.afind(pk)
    return HttpResponse(book.label)


async def book_byline(request, pk):
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(services.describe(book))


async def book_reference(request, pk):
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(services.describe_short(book))


async def book_credit(request, pk):
    book = await books.all().aget(pk=pk)
    return HttpResponse(services.describe(book))


async def book_author(request, pk):
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(book.author.name)


async def book_imprint(request, pk):
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(book.imprint)


async def book_published(request, pk):
    book = await Book.objects.select_related("publisher").aget(pk=pk)
    return HttpResponse(book.imprint)


async def latest(request):
    titles = []
    for book in services.newest_books():
        titles.append(book.title)
    return JsonResponse({"titles": titles})


async def latest_titles(request):
    titles = []
    async for book in services.newest_books():
        titles.append(book.title)
    return JsonResponse({"titles": titles})


async def latest_list(request):
    rows = await sync_to_async(list)(services.newest_books())
    return JsonResponse({"titles": [book.title for book in rows]})


async def latest_bylines(request):
    return JsonResponse({"lines": [services.describe(book) async for book in services.newest_books()]})


async def latest_credits(request):
    rows = services.newest_books().select_related("author")
    return JsonResponse({"lines": [services.describe(book) async for book in rows]})


async def shelf_page(request):
    return render(request, "catalog/books.html", {"books": services.shelf()})


async def shelf_view(request):
    return TemplateResponse(request, "catalog/books.html", {"books": services.shelf()})


async def about(request):
    return render(request, "catalog/about.html", {"title": "About us"})


async def about_view(request):
    return TemplateResponse(request, "catalog/about.html", {"title": "About us"})


async def availability(request, word):
    found = services.is_available(services.shelf(word))
    return JsonResponse({"available": found})


async def availability_checked(request, word):
    return JsonResponse({"available": await services.shelf(word).aexists()})


async def banner(request):
    return HttpResponse(services.headline(services.shelf()))


async def banner_text(request):
    rows = [book async for book in services.shelf()]
    return HttpResponse(services.headline(rows))


async def sql(request):
    query = services.shelf("a") | services.shelf("b")
    return HttpResponse(str(query[:5].query))


async def shelf_size(request):
    books_on_shelf = services.shelf()
    return HttpResponse(f"{len(books_on_shelf)} books")


async def shelf_dump(request):
    return HttpResponse(f"{services.shelf()}")


async def review_line(request, pk):
    review = await Review.objects.aget(pk=pk)
    return HttpResponse(str(review))


async def review_summary(request, pk):
    review = await Review.objects.select_related("book").aget(pk=pk)
    return HttpResponse(str(review))


async def review_create(request, pk):
    book = await Book.objects.aget(pk=pk)
    review = Review(book=book, stars=5)
    await review.asave()
    return HttpResponse(str(review))


async def review_average(request, pk):
    return JsonResponse({"stars": services.average_stars(pk)})


async def bestseller(request):
    book = Book.objects.bestseller()
    return HttpResponse(book.title)


async def cheapest(request):
    book = Book.objects.in_stock().cheapest()
    return HttpResponse(book.title)


async def stock_count(request):
    return JsonResponse({"books": await Book.objects.in_stock().acount()})


async def author_titles(request, pk):
    author = await authors.afind(pk)
    return JsonResponse({"titles": services.titles_of(author)})


async def author_shelf(request, pk):
    author = await authors.with_books().aget(pk=pk)
    return JsonResponse({"titles": services.titles_of(author)})


async def author_reviews(request, pk):
    reviewed = Prefetch("books", Book.objects.prefetch_related("reviews"))
    author = await Author.objects.prefetch_related(reviewed).aget(pk=pk)
    stars = [review.stars for book in author.books.all() for review in book.reviews.all()]
    return JsonResponse({"stars": stars})


async def book_rename(request, pk):
    book = await Book.objects.aget(pk=pk)
    book.title = book.title.title()
    return JsonResponse({"id": books.store(book)})


async def book_retitle(request, pk):
    book = await Book.objects.aget(pk=pk)
    book.title = book.title.title()
    await book.asave()
    return JsonResponse({"id": book.pk})


async def restock(request, pk):
    book = await Book.objects.aget(pk=pk)
    book.restock(3)
    return JsonResponse({"stock": book.stock})


async def restock_later(request, pk):
    book = await Book.objects.aget(pk=pk)
    await sync_to_async(book.restock)(3)
    return JsonResponse({"stock": book.stock})


async def transfer(request, source, target):
    services.transfer(source, target, 1)
    return HttpResponse("moved")


async def transfer_stock(request, source, target):
    await sync_to_async(services.transfer)(source, target, 1)
    return HttpResponse("moved")


async def discount(request, pk):
    return JsonResponse({"percent": await services.discount(pk, 10)})


async def reprice(request, pk):
    @sync_to_async
    def apply():
        with transaction.atomic():
            book = Book.objects.select_for_update().get(pk=pk)
            book.price += 1
            book.save()
        return book.price

    return JsonResponse({"price": str(await apply())})


async def lookup(request, isbn):
    def known():
        return Book.objects.filter(isbn=isbn).exists()

    return JsonResponse({"known": known()})


async def lookup_known(request, isbn):
    def known():
        return Book.objects.filter(isbn=isbn).exists()

    return JsonResponse({"known": await sync_to_async(known)()})


async def isbn_taken(request, isbn):
    taken = isbn in Book.objects.values_list("isbn", flat=True)
    return JsonResponse({"taken": taken})


async def isbn_free(request, isbn):
    taken = {row async for row in Book.objects.values_list("isbn", flat=True)}
    return JsonResponse({"taken": isbn in taken})


async def teaser(request, pk):
    book = await Book.objects.only("title").aget(pk=pk)
    return HttpResponse(f"{book.title}: {book.summary}")


async def teaser_title(request, pk):
    book = await Book.objects.only("title").aget(pk=pk)
    return HttpResponse(f"{book.title} {book.pk}")


async def podium(request):
    first, *others = Book.objects.order_by("-stock")
    return JsonResponse({"first": first.title, "others": len(others)})


async def runner_up(request):
    ranked = await sync_to_async(Book.objects.order_by)("-stock")
    return HttpResponse(ranked[1].title)


async def champion(request):
    ranked = Book.objects.order_by("-stock")
    winner = await ranked.afirst()
    return HttpResponse(winner.title)


async def tag_book(request, pk):
    book = await Book.objects.aget(pk=pk)
    tag = await Tag.objects.afirst()
    book.tags.add(tag)
    return HttpResponse("tagged")


async def label_book(request, pk):
    book = await Book.objects.aget(pk=pk)
    tag = await Tag.objects.afirst()
    await book.tags.aadd(tag)
    return HttpResponse("tagged")


async def row_count(request):
    return JsonResponse({"rows": services.table_size("catalog_book")})


async def title_index(request):
    return JsonResponse({"titles": await books.titles()})


async def search(request, word):
    return JsonResponse({"ids": [book.pk async for book in books.matching(word)]})


async def search_titles(request, word):
    return JsonResponse({"titles": [book.title for book in books.matching(word)]})


async def basket(request):
    chosen = services.Basket(["9780000000001", "9780000000002"])
    return JsonResponse({"titles": [book.title for book in chosen]})


async def basket_size(request):
    chosen = services.Basket(["9780000000001", "9780000000002"])
    has_first = "9780000000001" in chosen
    return JsonResponse({"size": len(chosen), "first": has_first})


async def basket_titles(request):
    chosen = services.Basket(["9780000000001", "9780000000002"])
    return JsonResponse({"titles": [book.title async for book in chosen]})


async def hold_price(request, pk):
    with services.price_lock(pk) as held:
        title = await held.values_list("title", flat=True).afirst()
    return HttpResponse(title)


async def compose(request):
    draft = Book(title="Draft", isbn="0", author=Author(name="Nobody"))
    return HttpResponse(services.describe(draft))
