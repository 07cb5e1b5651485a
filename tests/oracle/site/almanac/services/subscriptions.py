import secrets

from asgiref.sync import sync_to_async
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage, send_mail

from almanac.models import Delivery, Edition, Subscriber
from almanac.signals import subscribed


class Outcome:
    def __init__(self, subscriber, sent=0):
        self.subscriber = subscriber
        self.sent = sent

    def as_dict(self):
        return {"email": self.subscriber.email, "sent": self.sent}


class SubscriptionService:
    def __init__(self, mailer):
        self.mailer = mailer

    async def welcome(self, pk):
        subscriber = await Subscriber.objects.select_related("edition").aget(pk=pk)
        return Outcome(subscriber, await self.mailer.welcome(subscriber))

    async def cancel(self, pk):
        subscriber = await Subscriber.objects.aget(pk=pk)
        subscriber.deactivate()
        return Outcome(subscriber)

    async def cancel_soon(self, pk):
        subscriber = await Subscriber.objects.aget(pk=pk)
        await sync_to_async(subscriber.deactivate)()
        return Outcome(subscriber)

    async def deliver(self, pk):
        subscriber = await Subscriber.objects.aget(pk=pk)
        await Delivery.objects.acreate(subscriber=subscriber)
        return Outcome(subscriber)


class DirectMailer:
    async def welcome(self, subscriber):
        message = self.message(subscriber)
        return message.send()

    def message(self, subscriber):
        return EmailMessage("Welcome", f"You read {subscriber.edition.title}.", to=[subscriber.email])


class ThreadMailer(DirectMailer):
    async def welcome(self, subscriber):
        message = self.message(subscriber)
        return await sync_to_async(message.send, thread_sensitive=False)()


class PlainMailer:
    async def welcome(self, subscriber):
        return send_mail("Welcome", "You read the almanac.", None, [subscriber.email])


class Outbox:
    def __init__(self):
        self.messages = []

    async def welcome(self, subscriber):
        self.messages.append(("Welcome", subscriber.edition.title, subscriber.email))
        return len(self.messages)


def tell(edition, email):
    subscribed.send(sender=Edition, edition_id=edition.pk, email=email)


async def tell_soon(edition, email):
    await subscribed.asend(sender=Edition, edition_id=edition.pk, email=email)


def tell_quietly(edition, email):
    return len(subscribed.send_robust(sender=Edition, edition_id=edition.pk, email=email))


def access_code():
    return secrets.token_urlsafe(8)


def sealed_code():
    return make_password(access_code())
