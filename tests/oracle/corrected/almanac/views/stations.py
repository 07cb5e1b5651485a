async def iterated_rows(request):
    return JsonResponse({"names": [station.name async for station in Station.objects.active()]})
