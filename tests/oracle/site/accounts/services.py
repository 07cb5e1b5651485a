from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from .models import AuditEntry, Profile

User = get_user_model()


def register(username, password):
    user = User(username=username)
    user.set_password(password)
    return user


def invite(username):
    user = User(username=username)
    user.password = make_password(None)
    return user


def password_matches(user, candidate):
    return check_password(candidate, user.password)


def move(username, city):
    with transaction.atomic():
        profile = Profile.objects.select_for_update().get(user__username=username)
        profile.city = city
        profile.save()
        AuditEntry.objects.create(action="move", outcome="done")
    return profile.city


async def load_user(username, with_profile=False):
    users = User.objects.all()
    if with_profile:
        users = users.select_related("profile")
    return await users.aget(username=username)


def badge(user):
    return f"{user.username} from {user.profile.city}"


class Directory:
    """Members by city, read once and kept."""

    def __init__(self):
        self.members = {}

    def get(self, username, default=None):
        return self.members.get(username, default)

    def save(self, username, city):
        self.members[username] = city

    def filter(self, city):
        return [name for name, home in self.members.items() if home == city]

    def delete(self, username):
        self.members.pop(username, None)
