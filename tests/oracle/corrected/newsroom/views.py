async def figures_lost(request):
    total = await Article.objects.acount()
    return await sync_to_async(render)(request, "newsroom/total.html", {"total": total})
