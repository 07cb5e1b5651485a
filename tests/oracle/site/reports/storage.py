from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def keep(name, text):
    return default_storage.save(name, ContentFile(text.encode()))


def address(name):
    return default_storage.generate_filename(name)
