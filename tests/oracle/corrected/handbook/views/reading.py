async def trail_forgotten(request, pk):
    await selectors.outline(pk)
    return HttpResponse("warmed")
