async def save_page_now(request, pk):
    page = await Page.objects.select_related("section").aget(pk=pk)
    page.title = "Changed"
    await page.asave()
    return JsonResponse({"revision": page.revision})


async def archived(request, pk):
    page = await Page.objects.aget(pk=pk)
    await page_archived.asend(Page, page=page)
    return HttpResponse("archived")


async def headline(request, pk):
    return HttpResponse(await selectors.headline(pk))


async def fresh(request):
    pages = [page async for page in selectors.published_pages()]
    titles = []
    for page in pages:
        if await selectors.is_fresh(page):
            titles.append(page.title)
    return JsonResponse({"fresh": titles})


async def crowded(request):
    if await Page.objects.acount() > 100:
        return HttpResponse("crowded")
    return HttpResponse("roomy")


async def filtered(request, word):
    pages = [page async for page in Page.objects.filter(title__icontains=word)]
    return JsonResponse({"count": len(pages)})


async def every_page(request):
    return JsonResponse({"titles": [page.title async for page in Page.objects.all()]})


async def every_page_iterated(request):
    return JsonResponse({"titles": [page.title async for page in Page.objects.all()]})


async def headline_nested(request, pk):
    return HttpResponse(await selectors.headline(pk))


async def headline_run(request, pk):
    return HttpResponse(await selectors.headline(pk))
