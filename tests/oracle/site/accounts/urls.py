from django.urls import path

from . import views

urlpatterns = [
    path("members/<int:pk>/", views.member),
    path("members/<int:pk>/name/", views.member_name),
    path("badge/<str:username>/", views.member_badge),
    path("card/<str:username>/", views.member_card),
    path("whoami/", views.whoami),
    path("sign-up/", views.sign_up),
    path("invitation/", views.invitation),
    path("sign-in/<str:username>/", views.sign_in),
    path("sign-in-checked/<str:username>/", views.sign_in_checked),
    path("relocate/<str:username>/", views.relocate),
    path("relocate-member/<str:username>/", views.relocate_member),
    path("welcome/", views.welcome),
    path("goodbye/", views.goodbye),
    path("unsubscribe/<str:username>/", views.unsubscribe),
    path("subscribe/<str:username>/", views.subscribe),
    path("neighbours/<str:city>/", views.neighbours),
    path("head-count/", views.head_count),
    path("active-count/", views.active_count),
    path("cities/", views.cities),
    path("profiles/<int:pk>/line/", views.profile_line),
    path("profiles/<int:pk>/summary/", views.profile_summary),
]
