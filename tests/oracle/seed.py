"""The rows and files that the oracle's site works on. Call it once, after the tables exist."""

import sqlite3

SESSION = "0rac1e0f0ada0at0the0storefront00"
"""The key of the session of the first user, which every request and every connection carries."""


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


def more_rows() -> None:
    """Fills the tables of the newsroom, the support desk and the warehouse; needs those of `rows`."""
    from django.contrib.auth import get_user_model
    from newsroom.models import Article, Attachment, Comment, Section
    from support.models import Message, Ticket
    from warehouse.models import Bin, Item, Movement

    member = get_user_model().objects.get(username="ada")
    section = Section.objects.create(title="News", slug="news")
    for number in range(1, 4):
        article = Article.objects.create(
            headline=f"Headline {number}", body="Text of it", section=section, writer=member
        )
        Comment.objects.create(target=article, text="Indeed")
        Attachment.objects.create(article=article, upload="attachments/one.txt")
        ticket = Ticket.objects.create(reference=f"T-{number}", subject=f"Pen {number}", opened_by=member)
        Message.objects.create(ticket=ticket, text="Please help")
        shelf = Bin.objects.create(code=f"B{number}")
        for copy in range(2):
            item = Item.objects.create(name=f"Item {number}.{copy}", quantity=4 * number, bin=shelf)
            Movement.objects.create(item=item, change=copy + 1)


def session() -> None:
    """Keeps the session of the signed-in member, with a basket."""
    from datetime import timedelta

    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    member = get_user_model().objects.get(username="ada")
    kept = {
        SESSION_KEY: str(member.pk),
        BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
        HASH_SESSION_KEY: member.get_session_auth_hash(),
        "basket": ["pen"],
    }
    Session.objects.create(
        session_key=SESSION,
        session_data=SessionStore().encode(kept),
        expire_date=timezone.now() + timedelta(days=1),
    )


def handbook() -> None:
    """The handbook's pages, and the session that is always open at its desk."""
    from datetime import timedelta

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone
    from handbook.models import Comment, Layout, Note, Page, Reading, Section

    ada, ben = get_user_model().objects.order_by("pk")
    get_user_model().objects.filter(pk=ada.pk).update(email="ada@example.com")
    parent = None
    for slug in ("welcome", "leave", "travel"):
        parent = Section.objects.create(title=slug.title(), slug=slug, parent=parent, editor=ben)
    for number, slug in enumerate(("welcome", "leave", "notice", "trains", "hotels")):
        page = Page.objects.create(
            title=slug.title(),
            slug=slug,
            body="About leave and other things. " * 3,
            section_id=1 + number // 2,
            author=ada,
            published=slug != "hotels",
            attachment="handbook/map.txt",
        )
        page.reviewers.add(ben)
        Layout.objects.create(page=page, columns=2)
        Comment.objects.create(page=page, writer=ben, text="Seen.")
        Note.objects.create(target=page, text="Check this.")
        Reading.objects.create(page=page, reader=ada)
    data = {
        SESSION_KEY: str(ada.pk),
        BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
        HASH_SESSION_KEY: ada.get_session_auth_hash(),
        "visits": 2,
    }
    Session.objects.create(
        session_key=settings.DESK_SESSION,
        session_data=SessionStore().encode(data),
        expire_date=timezone.now() + timedelta(days=1),
    )


def almanac() -> None:
    """The almanac's stations with what was observed there, its editions and its readers."""
    from datetime import date

    from almanac.models import (
        Annotation,
        Calibration,
        Chapter,
        Edition,
        Observation,
        Region,
        Sponsor,
        Station,
        Subscriber,
    )
    from django.contrib.auth import get_user_model

    ada, ben = get_user_model().objects.order_by("pk")
    sponsors = [Sponsor.objects.create(name=name) for name in ("Mill", "Harbour")]
    for number, name in enumerate(("Coast", "Hills", "Moor"), start=1):
        region = Region.objects.create(name=name)
        station = Station.objects.create(
            name=f"{name} One", slug=f"{name.lower()}-one", region=region, keeper=ada, elevation=100 * number
        )
        station.sponsors.add(sponsors[0])
        Calibration.objects.create(station=station, offset=number)
        Annotation.objects.create(target=station, text="Moved in spring")
        for day in range(1, 4):
            Observation.objects.create(
                station=station, observer=ben, day=date(2026, number, day), low=day, high=10 * number + day
            )
        edition = Edition.objects.create(
            year=2023 + number, title=f"Almanac {number}", editor=ben, cover="handbook/map.txt"
        )
        edition.contributors.add(ada, ben)
        for chapter in range(1, 4):
            Chapter.objects.create(
                edition=edition, number=chapter, title=f"The book of {name} {chapter}", text="Wind and rain."
            )
        Subscriber.objects.create(email=f"reader{number}@example.com", edition=edition)


def files(settings) -> None:
    """Writes the price lists and the older system's database."""
    settings.PRICE_LISTS.mkdir(parents=True)
    (settings.MEDIA_ROOT / "attachments").mkdir(parents=True)
    (settings.MEDIA_ROOT / "handbook").mkdir()
    for name in ("map", "old"):
        (settings.MEDIA_ROOT / "handbook" / f"{name}.txt").write_text("North is up.")
    (settings.MEDIA_ROOT / "attachments" / "one.txt").write_text("one")
    for name in ("north", "south", "west"):
        (settings.PRICE_LISTS / f"{name}.csv").write_text("title,price\nBook,12\n")
    with sqlite3.connect(settings.LEGACY_DATABASE) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
        connection.execute("INSERT INTO customers VALUES ('Carla')")
