from django.apps import AppConfig


class AlmanacConfig(AppConfig):
    name = "almanac"

    def ready(self):
        from . import receivers  # noqa: F401
