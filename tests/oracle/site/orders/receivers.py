from django.dispatch import receiver

from .models import Notification
from .signals import order_placed, order_shipped


@receiver(order_placed)
def remember_order(sender, order, **kwargs):
    Notification.objects.create(order=order, text="placed")


@receiver(order_shipped)
async def remember_shipment(sender, order, **kwargs):
    await Notification.objects.acreate(order=order, text="shipped")
