from django.conf import settings
from django.db import models


class Ticket(models.Model):
    reference = models.CharField(max_length=20, unique=True)
    subject = models.CharField(max_length=120)
    status = models.CharField(max_length=10, default="open")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tickets")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="assigned"
    )

    def __str__(self):
        return f"{self.reference}: {self.subject}"

    def is_open(self):
        return self.status == "open"


class Message(models.Model):
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="messages")
    text = models.TextField()


class Delivery(models.Model):
    ticket = models.ForeignKey(Ticket, models.CASCADE)
    what = models.CharField(max_length=40)
