import asyncio
from datetime import date

from django.http import HttpResponse, JsonResponse

from almanac import astronomy
from almanac.astronomy import TideTable

AMPLITUDES = (3.2, 1.1, 0.4)
CONSTITUENTS = AMPLITUDES * 12
OLD = [f"Line {number} of the old edition, with {number % 7} words" for number in range(110)]
NEW = [f"Line {number} of the new edition, with {number % 5} words" for number in range(110)]


async def moons(request):
    return JsonResponse({"days": astronomy.full_moons(date(2026, 1, 1), 365)})


async def moons_of_ages(request):
    return JsonResponse({"days": astronomy.full_moons(date(1700, 1, 1), 600_000)})


async def ephemeris(request):
    return HttpResponse(len(astronomy.ephemeris()))


async def ephemeris_thread(request):
    return HttpResponse(len(await asyncio.to_thread(astronomy.ephemeris)))


async def noon(request):
    return JsonResponse(astronomy.noon_table())


async def tides(request):
    return HttpResponse(TideTable(CONSTITUENTS).highest().hour)


async def tides_today(request):
    return JsonResponse({"heights": [tide.height for tide in TideTable(AMPLITUDES).day()]})


async def tides_in_turns(request):
    return HttpResponse(len(await TideTable(CONSTITUENTS).year_in_turns()))


async def smooth(request):
    values = [number % 37 for number in range(17_520)]
    return HttpResponse(len(astronomy.smoothed(values, 4380)))


async def smooth_week(request):
    return JsonResponse({"values": astronomy.smoothed([3, 5, 4, 8, 9, 7, 6], 3)})


async def hourly(request):
    return JsonResponse({"rows": astronomy.hourly_rows(20)})


async def changes(request):
    return HttpResponse(astronomy.changed_lines(OLD, NEW))


async def changes_thread(request):
    return HttpResponse(await asyncio.to_thread(astronomy.changed_lines, OLD, NEW))


async def round_trip(request):
    places = [(number * 7 % 11, number * 5 % 13) for number in range(9)]
    return JsonResponse({"order": astronomy.shortest_round(places)})


async def round_trip_small(request):
    return JsonResponse({"order": astronomy.shortest_round([(0, 0), (3, 1), (1, 2)])})


async def packed(request):
    return HttpResponse(len(astronomy.packed(" ".join(str(number * 7919) for number in range(60_000)))))


async def fingerprint(request, text):
    return HttpResponse(astronomy.fingerprint(text))


async def fingerprint_thread(request, text):
    return HttpResponse(await asyncio.to_thread(astronomy.fingerprint, text))


async def checksum(request, text):
    return HttpResponse(astronomy.checksum(text))
