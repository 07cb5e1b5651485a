import asyncio

from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse

from . import numbers, repositories, services
from .models import Bin, Item, Movement

items = repositories.ItemRepository()
placed = repositories.PlacedItemRepository()
bins = repositories.BinRepository()


async def place(request, pk):
    return HttpResponse(await services.StockService().place(pk))


async def place_joined(request, pk):
    return HttpResponse(await services.StockService.placed().place(pk))


async def place_memory(request, pk):
    return HttpResponse(await services.StockService.memory().place(pk))


async def name(request, pk):
    return HttpResponse(await services.StockService().name(pk))


async def names(request):
    return JsonResponse({"names": services.StockService().names()})


async def names_memory(request):
    return JsonResponse({"names": services.StockService.memory().names()})


async def names_thread(request):
    return JsonResponse({"names": await sync_to_async(services.StockService().names)()})


async def restock(request, pk):
    service = services.StockService()
    item = await items.one(pk)
    return JsonResponse({"quantity": service.restock(item, 5).quantity})


async def restock_memory(request, pk):
    service = services.StockService.memory()
    item = await items.one(pk)
    return JsonResponse({"quantity": service.restock(item, 5).quantity})


async def added(request):
    item = await items.add(name="Tape", quantity=3)
    return JsonResponse({"pk": item.pk})


async def places(request):
    return JsonResponse({"places": services.places_of(await items.many())})


async def places_joined(request):
    return JsonResponse({"places": services.places_of(await placed.many())})


async def bin_items(request):
    rows = await bins.with_items()
    return JsonResponse({row.code: [item.name for item in row.items.all()] for row in rows})


async def bin_items_filtered(request):
    rows = await bins.with_items()
    return JsonResponse({row.code: [item.name for item in row.items.filter(quantity__gt=1)] for row in rows})


async def bin_first(request):
    rows = await bins.with_items()
    return HttpResponse(rows[0].items.first().name)


async def bin_count(request):
    rows = await bins.with_items()
    return JsonResponse({row.code: row.items.count() for row in rows})


async def bin_of_item(request):
    rows = await bins.with_items()
    return JsonResponse({"codes": [item.bin.code for row in rows for item in row.items.all()]})


async def pair(request):
    rows, query = services.pair()
    return JsonResponse({"items": [item.name for item in rows], "sql": str(query)})


async def pair_query(request):
    _, query = services.pair()
    return HttpResponse(str(query))


async def bundle(request):
    found = services.bundle()
    return JsonResponse({"title": found["title"], "items": [item.name for item in found["items"]]})


async def bundle_title(request):
    found = services.bundle()
    rows = [item.name async for item in found["items"]]
    return JsonResponse({"title": found["title"], "items": rows})


async def first(request):
    return HttpResponse(services.first_of(services.all_items()).name)


async def first_row(request):
    rows = [item async for item in services.all_items()]
    return HttpResponse(services.first_of(rows).name)


async def total(request):
    return JsonResponse({"total": services.total_of(services.all_items())})


async def total_rows(request):
    return JsonResponse({"total": services.total_of(await items.many())})


async def low(request):
    return JsonResponse({"low": list(services.low(services.all_items()))})


async def low_rows(request):
    return JsonResponse({"low": list(services.low(await items.many()))})


async def latest(request):
    rows = services.latest(services.all_items())
    return JsonResponse({"names": [item.name async for item in rows]})


async def latest_unpacked(request):
    newest, older = services.latest(services.all_items())
    return JsonResponse({"names": [newest.name, older.name]})


async def stock(request):
    found = await services.stock()
    return JsonResponse({"names": [item.name for item in found.items], "total": found.total})


async def stock_lazy(request):
    found = await services.lazy_stock()
    return JsonResponse({"names": [item.name for item in found.items], "total": found.total})


async def stock_unpacked(request):
    rows, count = await services.lazy_stock()
    return JsonResponse({"names": [item.name async for item in rows], "total": count})


async def report(request):
    return JsonResponse({"names": services.StockReport(services.all_items()).names})


async def report_sql(request):
    found = services.StockReport(services.all_items())
    return JsonResponse({"sql": found.sql, "notes": len(found)})


async def report_rows(request):
    found = services.StockReport(await items.many())
    return JsonResponse({"names": found.names})


async def item_place(request, pk):
    item = await services.item(pk)
    return HttpResponse(item.place)


async def item_place_loaded(request, pk):
    item = await services.item_with_bin(pk)
    return HttpResponse(item.place)


async def item_place_refreshed(request, pk):
    item = await services.item_with_bin(pk)
    await item.arefresh_from_db()
    return HttpResponse(item.place)


async def item_place_assigned(request, pk):
    item = await services.item(pk)
    item.bin = await Bin.objects.afirst()
    return HttpResponse(item.place)


async def item_place_fetched(request, pk):
    item = await services.item(pk)
    await sync_to_async(getattr)(item, "bin")
    return HttpResponse(item.place)


async def item_place_checked(request, pk):
    item = await services.item(pk)
    return JsonResponse({"placed": item.bin_id is not None, "low": item.is_low()})


async def item_place_moved(request, pk):
    item = await services.item_with_bin(pk)
    item.bin_id = 2
    return HttpResponse(item.place)


async def movement_added(request, pk):
    item = await services.item(pk)
    movement = await item.movements.acreate(change=2)
    return HttpResponse(movement.item.name)


async def movement_item(request, pk):
    movement = await Movement.objects.filter(item_id=pk).afirst()
    return HttpResponse(movement.item.name)


async def movement_total(request, pk):
    item = await services.item(pk)
    return JsonResponse({"change": sum([movement.change async for movement in repositories.movements(item)])})


async def movement_list(request, pk):
    item = await services.item(pk)
    return JsonResponse({"change": [movement.change for movement in repositories.movements(item)]})


async def movement_reverse(request, pk):
    item = await services.item(pk)
    return JsonResponse({"names": [movement.item.name async for movement in item.movements.all()]})


async def twice(request):
    rows = services.all_items()
    names = [item.name async for item in rows]
    return JsonResponse({"names": names, "count": len(rows)})


async def twice_filtered(request):
    rows = services.all_items()
    names = [item.name async for item in rows]
    return JsonResponse({"names": names, "count": len(rows.filter(quantity__gt=0))})


async def twice_thread(request):
    rows = services.all_items()
    count = await sync_to_async(len)(rows)
    return JsonResponse({"names": [item.name for item in rows], "count": count})


async def nothing(request):
    rows = Item.objects.none()
    return JsonResponse({"names": [item.name for item in rows], "any": bool(rows)})


async def nothing_named(request):
    rows = Item.objects.filter(pk__in=[])
    return JsonResponse({"names": [item.name for item in rows]})


async def walked(request):
    return JsonResponse({"places": [item.place async for item in services.all_items().aiterator()]})


async def walked_joined(request):
    return JsonResponse({"places": [item.place async for item in services.placed_items().aiterator()]})


async def walked_values(request):
    return JsonResponse({"codes": [code async for code in Item.objects.values_list("bin__code", flat=True)]})


async def bulk_added(request):
    rows = await Item.objects.abulk_create([Item(name="One"), Item(name="Two")])
    return JsonResponse({"names": [str(row) for row in rows]})


async def bulk_added_now(request):
    rows = Item.objects.bulk_create([Item(name="One"), Item(name="Two")])
    return JsonResponse({"names": [str(row) for row in rows]})


async def squares(request):
    return JsonResponse({"total": numbers.sum_squares(4_000_000)})


async def squares_few(request):
    return JsonResponse({"total": numbers.sum_squares(500)})


async def squares_thread(request):
    return JsonResponse({"total": await asyncio.to_thread(numbers.sum_squares, 4_000_000)})


async def squares_chunked(request):
    return JsonResponse({"total": await numbers.sum_in_chunks(2_000_000, 20_000)})


async def squares_unpaused(request):
    return JsonResponse({"total": await numbers.sum_without_pause(3_000_000, 20_000)})


async def squares_late(request):
    return JsonResponse({"total": await numbers.sum_pausing_late(3_000_000)})


async def squares_often(request):
    return JsonResponse({"total": await numbers.sum_pausing_often(2_000_000)})


async def squares_batches(request):
    return JsonResponse({"total": await numbers.sum_batches(range(1_000_000))})


async def collatz(request):
    return JsonResponse({"longest": numbers.collatz(30_000)})


async def collatz_few(request):
    return JsonResponse({"longest": numbers.collatz(30)})


async def matrix(request):
    return JsonResponse({"rows": len(numbers.matrix(160))})


async def matrix_small(request):
    return JsonResponse({"rows": len(numbers.matrix(8))})


async def fibonacci(request):
    return JsonResponse({"number": numbers.fibonacci(32)})


async def fibonacci_small(request):
    return JsonResponse({"number": numbers.fibonacci(12)})


async def fingerprint(request, text):
    return HttpResponse(numbers.fingerprint(text, 600_000))


async def fingerprint_short(request, text):
    return HttpResponse(numbers.fingerprint(text, 1_000))


async def squeeze(request):
    return JsonResponse({"size": numbers.squeeze(60_000)})


async def squeeze_small(request):
    return JsonResponse({"size": numbers.squeeze(4)})


async def document(request):
    return HttpResponse(numbers.document(400_000))


async def document_small(request):
    return HttpResponse(numbers.document(100))


async def digits(request):
    return JsonResponse({"digits": numbers.digits(400_000)})


async def digits_small(request):
    return JsonResponse({"digits": numbers.digits(50)})


async def ranked(request):
    rows = sorted(range(1_500_000), key=lambda number: number * 7919 % 104729)
    return JsonResponse({"first": rows[0]})


async def ranked_few(request):
    rows = sorted(range(200), key=lambda number: number * 7919 % 104729)
    return JsonResponse({"first": rows[0]})
