from django.dispatch import Signal

page_opened = Signal()
page_archived = Signal()
page_shared = Signal()
