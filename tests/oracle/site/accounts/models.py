from django.conf import settings
from django.db import models


class Profile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    city = models.CharField(max_length=80, blank=True)
    newsletter = models.BooleanField(default=False)

    def __str__(self):
        return f"{self.user.username} ({self.city})"


class Visit(models.Model):
    path = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)


class AuditEntry(models.Model):
    action = models.CharField(max_length=80)
    outcome = models.CharField(max_length=20)
