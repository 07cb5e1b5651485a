from django.dispatch import Signal

subscribed = Signal()
printed = Signal()
shipped = Signal()
