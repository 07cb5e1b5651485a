from django.conf import settings
from django.db import models


class Order(models.Model):
    OPEN, PAID, SHIPPED = "open", "paid", "shipped"

    customer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="orders")
    status = models.CharField(max_length=10, default=OPEN)
    note = models.CharField(max_length=200, blank=True)

    async def amark(self, status):
        self.status = status
        await self.asave(update_fields=["status"])


class OrderLine(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    title = models.CharField(max_length=200)
    quantity = models.IntegerField(default=1)


class Notification(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    text = models.CharField(max_length=200)
