from django import template

from handbook.models import Page

register = template.Library()


@register.simple_tag
def page_total():
    return Page.objects.published().count()


@register.inclusion_tag("handbook/includes/recent.html")
def recent_pages(limit=2):
    return {"recent": Page.objects.order_by("-pk")[:limit]}


@register.filter
def shout(text):
    return str(text).upper()
