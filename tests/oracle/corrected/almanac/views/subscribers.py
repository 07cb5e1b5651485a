async def ship(request, text):
    await shipped.asend(sender=Edition, parcel=text)
    return HttpResponse(text)
