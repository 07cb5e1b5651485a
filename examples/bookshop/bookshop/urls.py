"""Where each view of the shop answers."""

from django.urls import path
from shop import views

urlpatterns = [
    path("slow/", views.slow),
    path("sleepless/", views.sleepless),
    path("user/", views.user_name),
    path("numbers/", views.numbers),
    path("catalogue/", views.catalogue),
    path("about/", views.about),
    path("books/", views.books),
    path("books/<int:pk>/", views.book),
    path("books/<int:pk>/gift/", views.wrap_as_gift),
    path("good/slow/", views.slow_and_polite),
    path("good/user/", views.user_name_awaited),
    path("good/numbers/", views.numbers_in_a_thread),
    path("good/catalogue/", views.catalogue_in_a_thread),
    path("good/about/", views.about_lazily),
    path("good/books/", views.books_one_by_one),
    path("good/books/<int:pk>/", views.book_with_author),
]
