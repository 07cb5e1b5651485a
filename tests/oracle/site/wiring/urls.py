from django.urls import path
from django.views.decorators.cache import never_cache

from . import views

urlpatterns = [
    path("ledger/", views.LedgerView.as_view()),
    path("ledger/plain/", views.PlainLedgerView.as_view()),
    path("ledger/keyed/", views.KeyedLedgerView.as_view()),
    path("staff/", views.StaffView.as_view()),
    path("board/", views.BoardView.as_view()),
    path("board/awaited/", views.AwaitedBoardView.as_view()),
    path("hook/", views.HookView.as_view()),
    path("routed/", never_cache(views.RoutedView.as_view())),
    path("word/plain/", views.plain_word),
    path("stamp/both/", views.stamp_both),
    path("stamp/plain/", views.stamp_plain),
    path("page/plain/", views.plain_page),
    path("fresh/", views.fresh),
]
