from .models import Edition


async def current_edition(request):
    edition = await Edition.objects.order_by("-year").afirst()
    return {"current_edition": edition}
