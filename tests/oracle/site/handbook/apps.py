from django.apps import AppConfig


class HandbookConfig(AppConfig):
    name = "handbook"

    def ready(self):
        from . import receivers  # noqa: F401
