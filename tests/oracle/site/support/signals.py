from django.dispatch import Signal

ticket_opened = Signal()
ticket_closed = Signal()
ticket_viewed = Signal()
ticket_printed = Signal()
