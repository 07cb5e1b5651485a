from django import template

from almanac.models import Region

register = template.Library()


@register.filter
def degrees(value):
    return f"{value}\N{DEGREE SIGN}"


@register.simple_tag
def region_count():
    return Region.objects.count()


@register.simple_tag
async def region_total():
    return await Region.objects.acount()
