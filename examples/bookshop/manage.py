"""Django's command line for the bookshop: `python manage.py migrate --run-syncdb`, then `runserver`."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bookshop.settings")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
