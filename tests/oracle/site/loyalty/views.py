import asyncio
import functools
import time

from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse
from django.utils.decorators import classonlymethod
from django.views import View

from . import gateways, rules
from .models import Card
from .services import CardService, give, gold_cards, newest, pick, points_or_zero, promote, reward_label


async def card_line(request, pk):
    card = await Card.objects.aget(pk=pk)
    return HttpResponse("%s" % card)


async def card_rank(request, pk):
    card = await Card.objects.aget(pk=pk)
    return JsonResponse({"rank": card.rank})


async def card_stars(request, pk):
    card = await Card.objects.aget(pk=pk)
    return HttpResponse(card.stars + card.get_level_display())


async def card_code(request):
    return JsonResponse({"code": Card.parse("C12")})


async def strongest(request):
    card = Card.strongest()
    return JsonResponse({"points": card.points})


async def owned(request, username):
    cards = Card.for_owner(username)
    return JsonResponse({"cards": await cards.acount()})


async def owned_points(request, username):
    cards = Card.for_owner(username)
    return JsonResponse({"points": sum(card.points for card in cards)})


async def richest(request):
    cards = Card.objects.gold().richest(2)
    return JsonResponse({"points": [card.points for card in cards]})


async def gold(request):
    cards = sorted(await gold_cards())
    return JsonResponse({"points": [card.points for card in cards]})


async def gold_owners(request):
    cards = await gold_cards()
    return JsonResponse({"owners": [card.owner.username for card in cards]})


async def sponsor(request, pk):
    card = await Card.objects.aget(pk=pk)
    return HttpResponse(await card.asponsor_name())


async def sponsor_points(request, pk):
    card = await Card.objects.aget(pk=pk)
    if card.sponsor is None:
        return HttpResponse("no sponsor")
    return JsonResponse({"points": card.sponsor.points})


async def sponsor_joined(request, pk):
    card = await Card.objects.select_related("sponsor").aget(pk=pk)
    if card.sponsor is None:
        return HttpResponse("no sponsor")
    return JsonResponse({"points": card.sponsor.points})


async def sponsored(request, pk):
    card = await Card.objects.aget(pk=pk)
    return JsonResponse({"sponsored": [other.pk async for other in card.sponsored.all()]})


async def lines(request):
    return JsonResponse({"lines": CardService().lines()})


async def lines_async(request):
    return JsonResponse({"lines": await CardService().alines()})


async def lines_joined(request):
    service = CardService(Card.objects.select_related("owner"))
    return JsonResponse({"lines": await service.alines()})


async def points(request):
    return JsonResponse(CardService().points())


async def points_async(request):
    return JsonResponse(await CardService().apoints())


async def award(request, pk):
    return JsonResponse({"points": await CardService().award(pk, 5)})


async def award_now(request, pk):
    service = CardService()
    return JsonResponse({"points": service.award_now(pk, 5)})


async def owners(request):
    return JsonResponse({"owners": await CardService().all_owners()})


async def newest_card(request):
    (card,) = newest(Card)
    return JsonResponse({"pk": card.pk})


async def newest_cards(request):
    return JsonResponse({"pks": [card.pk async for card in newest(Card, 2)]})


async def first_card(request):
    card = pick(Card.objects.order_by("pk"), "first")
    return JsonResponse({"pk": card.pk})


async def card_points(request, pk):
    return JsonResponse({"points": points_or_zero(pk)})


async def promotion(request, pk):
    return JsonResponse({"points": await promote(pk)})


async def reward(request, pk):
    card = await Card.objects.aget(pk=pk)
    return HttpResponse(await reward_label(card))


async def reward_loaded(request, pk):
    card = await Card.objects.select_related("reward").aget(pk=pk)
    return HttpResponse(await reward_label(card))


async def reward_given(request, pk):
    card = await Card.objects.aget(pk=pk)
    reward, created = await give(card, "mug")
    return JsonResponse({"label": reward.label, "pk": reward.card.pk})


async def rule_audit(request, amount):
    return JsonResponse({"points": rules.audit(amount)})


async def rule_double(request, amount):
    return JsonResponse({"points": rules.double(amount)})


async def rule_table(request, amount):
    handler = rules.HANDLERS["settle"]
    return JsonResponse({"points": handler(amount)})


async def rule_table_flat(request, amount):
    handler = rules.HANDLERS["flat"]
    return JsonResponse({"points": handler(amount)})


async def rule_passed(request, amount):
    return JsonResponse({"points": rules.apply(amount, rules.settle)})


async def rule_passed_flat(request, amount):
    return JsonResponse({"points": rules.apply(amount, rules.flat)})


async def rule_passed_thread(request, amount):
    return JsonResponse({"points": await rules.apply_async(amount, rules.settle)})


async def rule_mapped(request, amount):
    return JsonResponse({"points": list(map(rules.settle, [amount]))})


async def rule_object(request, amount):
    compute = rules.SlowRule()
    return JsonResponse({"points": compute(amount)})


async def rule_object_quick(request, amount):
    compute = rules.QuickRule()
    return JsonResponse({"points": compute(amount)})


async def rule_partial(request, amount):
    compute = functools.partial(rules.apply, function=rules.settle)
    return JsonResponse({"points": compute(amount)})


async def rule_either(request, amount):
    compute = rules.settle if amount > 2 else rules.flat
    return JsonResponse({"points": compute(amount)})


async def push_http(request):
    return JsonResponse({"status": await gateways.HttpGateway().push({"a": 1})})


async def push_thread(request):
    return JsonResponse({"status": await gateways.ThreadGateway().push({"a": 1})})


async def push_stamped(request):
    return JsonResponse({"status": await gateways.StampingGateway().push({"a": 1})})


async def push_memory(request):
    return JsonResponse({"kept": await gateways.MemoryGateway().push({"a": 1})})


async def terminal(request):
    desk = gateways.Terminal()
    desk.close()
    return HttpResponse("seen")


async def terminal_lazy(request):
    desk = gateways.LazyTerminal()
    desk.close()
    return HttpResponse("unseen")


async def terminal_thread(request):
    desk = await asyncio.to_thread(gateways.Terminal)
    desk.close()
    return HttpResponse("seen")


async def ledger(request):
    book = gateways.Ledger() + "first"
    return JsonResponse({"entries": len(book)})


async def ledger_size(request):
    book = gateways.Ledger(["first"])
    return JsonResponse({"entries": len(book), "first": book[0]})


async def throttle(request):
    async with gateways.Throttle():
        return HttpResponse("slow")


async def throttle_gently(request):
    async with gateways.throttled():
        return HttpResponse("gentle")


async def stamp(request):
    with gateways.stamped() as text:
        return HttpResponse(text)


async def heartbeat(request):
    return HttpResponse(gateways.Monitor().heartbeat)


async def monitor_name(request):
    return HttpResponse(gateways.Monitor().name)


async def tally(request):
    async def one(delay):
        time.sleep(delay)
        return delay

    return JsonResponse({"total": sum(await asyncio.gather(one(0.1), one(0.1)))})


async def tally_gently(request):
    async def one(delay):
        await asyncio.sleep(delay)
        return delay

    return JsonResponse({"total": sum(await asyncio.gather(one(0.01), one(0.01)))})


async def tally_group(request):
    found = []

    def collect(value):
        time.sleep(0.1)
        found.append(value)

    async with asyncio.TaskGroup() as group:
        for value in (1, 2):
            group.create_task(asyncio.to_thread(collect, value))
    return JsonResponse({"found": sorted(found)})


async def soon(request):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.01, done.set_result, "soon")
    return HttpResponse(await done)


async def walrus(request, username):
    if (cards := Card.for_owner(username)) and len(username) > 1:
        return JsonResponse({"cards": cards.query.model.__name__})
    return HttpResponse("none")


async def optional(request, pk):
    card = await Card.objects.filter(pk=pk).afirst()
    name = card.owner.username if card else "nobody"
    return HttpResponse(name)


async def optional_id(request, pk):
    card = await Card.objects.filter(pk=pk).afirst()
    return JsonResponse({"owner": card.owner_id if card else None})


async def values(request):
    rows = Card.objects.values("pk", "owner__username")
    return JsonResponse({"rows": [row["owner__username"] async for row in rows]})


async def bulk(request):
    cards = await Card.objects.select_related("owner").ain_bulk([1, 2])
    return JsonResponse({"names": [card.owner.username for card in cards.values()]})


async def bulk_plain(request):
    cards = await Card.objects.ain_bulk([1, 2])
    return JsonResponse({"names": [card.owner.username for card in cards.values()]})


class CardView(View):
    service_class = CardService

    def get_service(self):
        return self.service_class()

    async def get(self, request, pk):
        self.service = self.get_service()
        return JsonResponse({"owner": await self.service.owner_of(pk), "ip": self.client_ip()})

    def client_ip(self):
        return self.request.META.get("REMOTE_ADDR")


class PointsView(View):
    async def get(self, request):
        context = await self.get_context()
        return JsonResponse(context)

    async def get_context(self):
        return {"points": await sync_to_async(self.load)()}

    def load(self):
        return [card.points for card in Card.objects.all()]


class TotalView(PointsView):
    async def get_context(self):
        return {"total": sum(self.load())}


class CountView(PointsView):
    async def get_context(self):
        context = await super().get_context()
        return context | {"count": len(context["points"])}

    @classonlymethod
    def described(cls):
        return cls.__name__
