async def pause(request):
    await asyncio.sleep(3)
    return HttpResponse("paused")


async def pay(request, pk):
    order = await Order.objects.aget(pk=pk)
    await order.amark(Order.PAID)
    return HttpResponse("paid")


async def annotate(request, pk):
    order = await Order.objects.aget(pk=pk)
    order.note = "gift"
    await order.asave()
    return HttpResponse("noted")


async def has_orders(request):
    if await Order.objects.filter(status=Order.OPEN).aexists():
        return HttpResponse("open orders")
    return HttpResponse("all done")


async def order_total(request):
    return JsonResponse({"orders": await Order.objects.acount()})


async def order_status(request, pk):
    order = await Order.objects.aget(pk=pk)
    return HttpResponse(order.status)


async def remind(request):
    await notifier.notify("reminder")
    return HttpResponse("reminded")


async def farthest(request):
    return HttpResponse(await eta(9))


async def progress(request):
    return JsonResponse({"seen": [tick async for tick in ticks(3)]})


async def countdown(request):
    return JsonResponse({"seen": [3, 2, 1]})


async def dispatch_line(request):
    async with Channel() as channel:
        channel.write("hello")
    return HttpResponse("sent")


async def seen(request):
    await sync_to_async(mark_seen)()
    return HttpResponse("seen")


async def seen_soon(request):
    await sync_to_async(mark_seen)()
    return HttpResponse("seen")


async def estimate(request):
    return JsonResponse({"eta": await eta(3)})


async def threaded_count(request):
    return JsonResponse({"count": await Notification.objects.acount()})
