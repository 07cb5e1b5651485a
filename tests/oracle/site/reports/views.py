import asyncio
import io
from concurrent.futures import ThreadPoolExecutor

from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse

from . import calculations, files, storage

threads = ThreadPoolExecutor(2)


async def totals(request):
    return JsonResponse({"total": calculations.heavy_calculation()})


async def totals_thread(request):
    return JsonResponse({"total": await asyncio.to_thread(calculations.heavy_calculation)})


async def totals_small(request):
    return JsonResponse({"total": calculations.small_sum()})


async def totals_inline(request):
    total = 0
    for number in range(3_000_000):
        total += number * number % 7
    return JsonResponse({"total": total})


async def primes(request, limit):
    return JsonResponse({"primes": calculations.primes(3_000)[:limit]})


async def forecast(request):
    model = calculations.Forecast(days=365)
    return JsonResponse({"days": model.run()})


async def forecast_week(request):
    model = calculations.Forecast(days=365)
    days = await sync_to_async(model.run)()
    return JsonResponse({"days": days[:7]})


async def token(request):
    return HttpResponse(calculations.derive(b"secret"))


async def token_thread(request):
    return HttpResponse(await asyncio.to_thread(calculations.derive, b"secret"))


async def checksum(request, text):
    return HttpResponse(calculations.digest(text))


async def archive(request):
    rows = [str(number * 7919).encode() for number in range(100)] * 20_000
    return HttpResponse(calculations.pack(rows), content_type="application/octet-stream")


async def archive_small(request):
    return HttpResponse(calculations.dump([1, 2, 3]))


async def grid(request):
    return JsonResponse({"corner": calculations.grid(5)[4]})


async def price_lists(request):
    return JsonResponse(files.read_all())


async def price_lists_thread(request):
    return JsonResponse(await asyncio.to_thread(files.read_all))


async def price_list(request, name):
    return HttpResponse(files.read_one(name))


async def price_rows(request, name):
    return JsonResponse({"rows": [row for row in files.rows(name)]})


async def price_parse(request):
    return JsonResponse({"rows": files.parse("a,1\nb,2")})


async def price_names(request):
    return JsonResponse({"names": files.names()})


async def price_target(request, name):
    return HttpResponse(files.target(name))


async def price_known(request, name):
    return JsonResponse({"known": files.known(name)})


async def price_backup(request, name):
    return JsonResponse({"copied": files.backup(name)})


async def price_header(request, name):
    with files.PriceList(name) as prices:
        header = prices.header()
    return HttpResponse(header)


async def price_buffer(request):
    buffer = io.StringIO()
    buffer.write("a,1\n")
    with io.BytesIO(b"a,1") as raw:
        size = len(raw.read())
    return HttpResponse(f"{buffer.getvalue()}{size}")


async def price_stream(request, name):
    text = await asyncio.to_thread(files.read_one, name)

    async def chunks():
        for line in text.splitlines():
            yield line

    return StreamingHttpResponse(chunks())


async def price_stream_rows(request, name):
    async def chunks():
        for row in files.rows(name):
            yield ",".join(row)

    return StreamingHttpResponse(chunks())


async def note(request):
    return HttpResponse(storage.keep("note.txt", "hello"))


async def note_thread(request):
    return HttpResponse(await sync_to_async(storage.keep)("note.txt", "hello"))


async def note_name(request):
    return HttpResponse(storage.address("a note.txt"))


async def pooled(request):
    with ThreadPoolExecutor(2) as pool:
        lists = list(pool.map(files.read_one, ["north.csv", "south.csv"]))
    return JsonResponse({"sizes": [len(text) for text in lists]})


async def pooled_slow(request):
    future = threads.submit(calculations.derive, b"secret")
    return HttpResponse(future.result())


async def pooled_wrapped(request):
    future = threads.submit(files.read_one, "north.csv")
    return HttpResponse(await asyncio.wrap_future(future))
