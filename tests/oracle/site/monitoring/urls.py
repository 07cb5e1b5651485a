from django.urls import path

from . import views

urlpatterns = [
    path("sample/", views.sample),
    path("sample-thread/", views.sample_thread),
    path("sample-joined/", views.sample_joined),
    path("sample-event/", views.sample_event),
    path("sample-queue/", views.sample_queue),
    path("gauge/", views.gauge),
    path("gauge-locked/", views.gauge_locked),
    path("tidy/", views.tidy),
    path("tidy-thread/", views.tidy_thread),
    path("tenants/", views.tenants),
    path("hits/", views.hits),
    path("waiters/", views.waiters),
]
