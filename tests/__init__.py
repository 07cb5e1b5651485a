"""Tests of django-async-lint."""
