import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("MARKET_DATA", BASE_DIR / "data"))

SECRET_KEY = os.environ.get("MARKET_SECRET_KEY", "only-for-local-use")
DEBUG = False
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "accounts",
    "catalog",
    "orders",
    "integrations",
    "reports",
    "monitoring",
    "loyalty",
    "newsroom",
    "support",
    "warehouse",
    "handbook",
    "workshop",
    "wiring",
    "almanac",
    "channels",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "handbook.middleware.desk_terminal",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "monitoring.middleware.PartnerJournalMiddleware",
    "monitoring.middleware.request_timer",
    "support.middleware.TicketCountMiddleware",
    "support.middleware.DeskMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "almanac",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["almanac.context.current_edition"]},
    },
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "market.sqlite3",
        "OPTIONS": {"timeout": 1},
    }
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "files": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache",
    },
    "table": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entries"},
}
CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
MAIL_DIRECTORY = DATA_DIR / "mail"
DESK_SESSION = "desk0000000000000000000000000001"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ.get("MARKET_SMTP_PORT", "2525"))
DEFAULT_FROM_EMAIL = "shop@example.com"

PARTNER_URL = os.environ.get("MARKET_PARTNER_URL", "http://127.0.0.1:8099")
JOURNAL_PATH = DATA_DIR / "partners.log"
LEGACY_DATABASE = DATA_DIR / "legacy.sqlite3"
PRICE_LISTS = DATA_DIR / "prices"

USE_TZ = True
