"""Where drafts are kept before they become pages."""

from typing import Protocol

from .models import Page


class DraftStore(Protocol):
    def get(self, slug: str) -> str: ...

    def save(self, slug: str, text: str) -> None: ...


class MemoryDrafts:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, slug: str) -> str:
        return self.texts.get(slug, "")

    def save(self, slug: str, text: str) -> None:
        self.texts[slug] = text

    def exists(self, slug: str) -> bool:
        return slug in self.texts

    def count(self) -> int:
        return len(self.texts)

    def delete(self, slug: str) -> None:
        self.texts.pop(slug, None)


class DatabaseDrafts:
    def get(self, slug: str) -> str:
        page = Page.objects.drafts().filter(slug=slug).first()
        return page.body if page else ""

    def save(self, slug: str, text: str) -> None:
        Page.objects.filter(slug=slug).update(body=text)


class Editor:
    def __init__(self, store: DraftStore) -> None:
        self.store = store

    def append(self, slug: str, text: str) -> str:
        self.store.save(slug, self.store.get(slug) + text)
        return self.store.get(slug)
