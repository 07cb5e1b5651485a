import asyncio
from functools import partial

from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse

from . import mail
from .models import Notification, Order
from .notifications import Channel, Notifier, eta, ticks
from .signals import order_placed, order_shipped

notifier = Notifier()


async def pause(request):
    asyncio.sleep(3)
    return HttpResponse("paused")


async def rest(request):
    await asyncio.sleep(0.05)
    return HttpResponse("rested")


def nap(request):
    asyncio.sleep(1)
    return HttpResponse("napped")


async def pay(request, pk):
    order = await Order.objects.aget(pk=pk)
    order.amark(Order.PAID)
    return HttpResponse("paid")


async def ship(request, pk):
    order = await Order.objects.aget(pk=pk)
    await order.amark(Order.SHIPPED)
    await order_shipped.asend(Order, order=order)
    return HttpResponse("shipped")


async def place(request, pk):
    order = await Order.objects.aget(pk=pk)
    order_placed.send(Order, order=order)
    return HttpResponse("placed")


async def place_order(request, pk):
    order = await Order.objects.aget(pk=pk)
    await order_placed.asend(Order, order=order)
    return HttpResponse("placed")


async def annotate(request, pk):
    order = await Order.objects.aget(pk=pk)
    order.note = "gift"
    order.asave()
    return HttpResponse("noted")


async def has_orders(request):
    if Order.objects.filter(status=Order.OPEN).aexists():
        return HttpResponse("open orders")
    return HttpResponse("all done")


async def has_open_orders(request):
    if await Order.objects.filter(status=Order.OPEN).aexists():
        return HttpResponse("open orders")
    return HttpResponse("all done")


async def order_total(request):
    total = Order.objects.acount()
    return JsonResponse({"orders": total})


async def order_status(request, pk):
    order = Order.objects.aget(pk=pk)
    return HttpResponse(order.status)


async def order_count(request):
    total = Order.objects.acount()
    return JsonResponse({"orders": await total})


async def customer_name(request, pk):
    order = await Order.objects.select_related("customer").aget(pk=pk)
    return HttpResponse(order.customer.username)


async def customer_of(request, pk):
    order = await Order.objects.aget(pk=pk)
    name = await sync_to_async(lambda: order.customer.username)()
    return HttpResponse(name)


async def customer_label(request, pk):
    order = await sync_to_async(Order.objects.get)(pk=pk)
    return HttpResponse(order.customer.username)


async def announce(request):
    notifier.announce("sale")
    return HttpResponse("announced")


async def remind(request):
    pending = notifier.notify("reminder")  # noqa: F841
    return HttpResponse("reminded")


async def remind_all(request):
    sent = await notifier.notify_all(["one", "two"])
    return JsonResponse({"sent": sent})


async def remind_later(request):
    sent = await notifier.later("reminder")
    return JsonResponse({"sent": sent})


async def remind_task(request):
    task = asyncio.create_task(notifier.notify("task"))
    await task
    return JsonResponse({"sent": task.result()})


async def remind_group(request):
    async with asyncio.TaskGroup() as group:
        first = group.create_task(notifier.notify("first"))
        second = group.create_task(notifier.notify("second"))
    return JsonResponse({"sent": [first.result(), second.result()]})


async def routes(request):
    pending = {"north": eta(3), "south": eta(5)}
    found = await asyncio.gather(*pending.values())
    return JsonResponse(dict(zip(pending, found, strict=True)))


async def nearest(request):
    estimate = partial(eta, 4)
    return JsonResponse({"eta": await asyncio.wait_for(estimate(), 1)})


async def farthest(request):
    estimate = eta(9)
    return HttpResponse(estimate)


async def hurry(request):
    estimates = [eta(1), eta(2)]
    return JsonResponse({"fastest": await asyncio.shield(min_of(estimates))})


async def min_of(pending):
    return min([await estimate for estimate in pending])


async def progress(request):
    seen = []
    for tick in ticks(3):
        seen.append(tick)
    return JsonResponse({"seen": seen})


async def progress_list(request):
    seen = [tick async for tick in ticks(3)]
    return JsonResponse({"seen": seen})


async def countdown(request):
    seen = []
    async for number in reversed([1, 2, 3]):
        seen.append(number)
    return JsonResponse({"seen": seen})


async def dispatch_line(request):
    with Channel() as channel:
        channel.write("hello")
    return HttpResponse("sent")


async def dispatch_lines(request):
    async with Channel() as channel:
        channel.write("hello")
    return JsonResponse({"lines": channel.lines})


def mark_seen():
    return Notification.objects.update(text="seen")


async def seen(request):
    await sync_to_async(mark_seen())
    return HttpResponse("seen")


async def seen_soon(request):
    await sync_to_async(mark_seen)
    return HttpResponse("seen")


async def seen_all(request):
    await sync_to_async(mark_seen)()
    return HttpResponse("seen")


async def estimate(request):
    found = await sync_to_async(eta)(3)
    return JsonResponse({"eta": found})


async def threaded_count(request):
    found = await asyncio.to_thread(Notification.objects.count())
    return JsonResponse({"count": found})


async def threaded_total(request):
    found = await asyncio.to_thread(Notification.objects.count)
    return JsonResponse({"count": found})


async def confirm(request):
    mail.confirm("ada@example.com")
    return HttpResponse("confirmed")


async def confirm_later(request):
    await sync_to_async(mail.confirm)("ada@example.com")
    return HttpResponse("confirmed")


async def preview(request):
    message = mail.compose("ada@example.com")
    return HttpResponse(message.body)


async def deliver(request):
    sent = mail.deliver([mail.compose("ada@example.com")])
    return JsonResponse({"sent": sent})


async def summary(request, pk):
    order = await Order.objects.prefetch_related("lines").aget(pk=pk)
    return JsonResponse({"lines": [line.title for line in order.lines.all()]})


async def line_titles(request, pk):
    order = await Order.objects.aget(pk=pk)
    return JsonResponse({"lines": list(order.lines.values_list("title", flat=True))})


async def first_line(request, pk):
    order = await Order.objects.aget(pk=pk)
    line = await order.lines.afirst()
    return HttpResponse(line.title)


async def orders_by_status(request):
    counts = {}
    async for status in Order.objects.values_list("status", flat=True):
        counts[status] = counts.get(status, 0) + 1
    return JsonResponse(counts)


async def cancel(request, pk):
    order = await Order.objects.aget(pk=pk)
    order.delete()
    return HttpResponse("cancelled")


async def cancel_order(request, pk):
    order = await Order.objects.aget(pk=pk)
    await order.adelete()
    return HttpResponse("cancelled")


async def reload(request, pk):
    order = Order(pk=pk)
    order.refresh_from_db()
    return HttpResponse(order.status)
