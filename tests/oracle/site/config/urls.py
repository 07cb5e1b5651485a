from django.urls import include, path

urlpatterns = [
    path("accounts/", include("accounts.urls")),
    path("catalog/", include("catalog.urls")),
    path("orders/", include("orders.urls")),
    path("integrations/", include("integrations.urls")),
    path("reports/", include("reports.urls")),
    path("loyalty/", include("loyalty.urls")),
    path("monitoring/", include("monitoring.urls")),
    path("newsroom/", include("newsroom.urls")),
    path("support/", include("support.urls")),
    path("warehouse/", include("warehouse.urls")),
    path("workshop/", include("workshop.urls")),
    path("almanac/", include("almanac.urls")),
    path("handbook/", include("handbook.urls")),
    path("desk/", include("handbook.desk_urls")),
    path("wiring/", include("wiring.urls")),
]
