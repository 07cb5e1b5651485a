"""The rows and files that the oracle's site works on. Call it once, after the tables exist."""

import sqlite3


def rows() -> None:
    """Fills the database through the site's own models."""
    from accounts.models import Profile
    from catalog.models import Author, Book, Publisher, Review, Tag
    from django.contrib.auth import get_user_model
    from loyalty.models import Card, Level, Reward
    from orders.models import Order, OrderLine

    user_model = get_user_model()
    for username, city in (("ada", "Ghent"), ("ben", "Bruges")):
        user = user_model.objects.create_user(username, password="secret")
        Profile.objects.create(user=user, city=city, newsletter=True)
        order = Order.objects.create(customer=user)
        OrderLine.objects.create(order=order, title="A Book", quantity=2)
        card = Card.objects.create(owner=user, level=Level.GOLD, points=100 * user.pk)
        Card.objects.update(sponsor=card)
        Reward.objects.create(card=card, label="pen")
    publisher = Publisher.objects.create(name="Lantern")
    Tag.objects.create(label="new")
    for number in range(1, 4):
        author = Author.objects.create(name=f"Author {number}")
        for copy in range(2):
            book = Book.objects.create(
                title=f"Book {number}.{copy}",
                isbn=f"978000000000{number * 2 + copy - 1}",
                stock=number,
                author=author,
                publisher=publisher,
            )
            Review.objects.create(book=book, stars=number)


def files(settings) -> None:
    """Writes the price lists and the older system's database."""
    settings.PRICE_LISTS.mkdir(parents=True)
    settings.MEDIA_ROOT.mkdir()
    for name in ("north", "south", "west"):
        (settings.PRICE_LISTS / f"{name}.csv").write_text("title,price\nBook,12\n")
    with sqlite3.connect(settings.LEGACY_DATABASE) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
        connection.execute("INSERT INTO customers VALUES ('Carla')")
