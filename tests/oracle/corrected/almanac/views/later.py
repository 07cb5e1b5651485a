async def cleaned(request):
    await Observation.objects.filter(high__gt=90).adelete()
    return HttpResponse("cleaned")


async def reporting(request, pk):
    station = await repository.get(pk)
    is_reporting = await station.is_reporting()
    return HttpResponse("yes" if is_reporting else "no")


async def saved_wrapped(request, pk):
    station = await repository.get(pk)
    await station.asave()
    return HttpResponse(station.code)


async def steps(request, pk):
    station = await repository.get(pk)
    await background.refresh(station)
    await background.record("seen", pk)
    return HttpResponse(2)


async def queried(request, amount):
    warm = Observation.objects.filter(high__gte=amount)
    return JsonResponse({"days": [entry.day async for entry in warm]})


async def paused(request):
    await asyncio.sleep(0.05)
    return HttpResponse("paused")
