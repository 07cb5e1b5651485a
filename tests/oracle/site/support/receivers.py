from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import Delivery, Message
from .signals import ticket_closed, ticket_opened, ticket_viewed

viewed = []


@receiver(ticket_opened)
def record_opening(sender, ticket, **kwargs):
    Delivery.objects.create(ticket=ticket, what="opened")


@receiver(ticket_closed)
async def record_closing(sender, ticket, **kwargs):
    await Delivery.objects.acreate(ticket=ticket, what="closed")


@receiver(ticket_viewed)
def remember_view(sender, ticket, **kwargs):
    viewed.append(ticket.pk)


@receiver(post_save, sender=Message)
def record_message(sender, instance, created, **kwargs):
    if created:
        Delivery.objects.create(ticket=instance.ticket, what="message")
