from asgiref.sync import sync_to_async
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import aget_object_or_404, get_object_or_404
from django.views.decorators.http import require_safe

from almanac.decorators import keepers_only, logged, measured, readers_only, timed
from almanac.forms import AddressForm, CouponForm, EnquiryForm, RegionForm, SubscriberForm
from almanac.models import Edition, Subscriber
from almanac.services import subscriptions
from almanac.services.subscriptions import DirectMailer, Outbox, PlainMailer, SubscriptionService, ThreadMailer
from almanac.signals import printed, shipped


async def subscribe(request, pk, username):
    form = SubscriberForm({"email": f"{username}@example.com", "edition": pk})
    if not form.is_valid():
        return JsonResponse(form.errors.get_json_data(), status=400)
    return HttpResponse(form.cleaned_data["email"])


async def subscribe_thread(request, pk, username):
    form = SubscriberForm({"email": f"{username}@example.com", "edition": pk})
    if not await sync_to_async(form.is_valid)():
        return JsonResponse({"errors": len(form.errors)}, status=400)
    subscriber = await sync_to_async(form.save)()
    return HttpResponse(subscriber.email)


async def enquire(request, text):
    form = EnquiryForm({"subject": text, "urgency": "low"})
    if form.is_valid():
        return JsonResponse(form.cleaned_data)
    return HttpResponse(status=400)


async def choose_region(request, pk):
    form = RegionForm({"region": pk})
    return JsonResponse({"valid": form.is_valid()})


async def check_address(request, username):
    form = AddressForm({"email": f"{username}@example.com"})
    return JsonResponse({"valid": form.is_valid()})


async def redeem(request, word):
    form = CouponForm({"coupon": word})
    valid = await sync_to_async(form.is_valid)()
    return JsonResponse({"valid": valid})


async def welcome(request, pk):
    outcome = await SubscriptionService(DirectMailer()).welcome(pk)
    return JsonResponse(outcome.as_dict())


async def welcome_plain(request, pk):
    outcome = await SubscriptionService(mailer=PlainMailer()).welcome(pk)
    return JsonResponse(outcome.as_dict())


async def welcome_thread(request, pk):
    outcome = await SubscriptionService(ThreadMailer()).welcome(pk)
    return JsonResponse(outcome.as_dict())


async def welcome_kept(request, pk):
    outcome = await SubscriptionService(mailer=Outbox()).welcome(pk)
    return JsonResponse(outcome.as_dict())


async def cancel(request, pk):
    outcome = await SubscriptionService(Outbox()).cancel(pk)
    return JsonResponse(outcome.as_dict())


async def cancel_soon(request, pk):
    outcome = await SubscriptionService(Outbox()).cancel_soon(pk)
    return JsonResponse(outcome.as_dict())


async def deliver(request, pk):
    outcome = await SubscriptionService(Outbox()).deliver(pk)
    return JsonResponse(outcome.as_dict())


async def tell(request, pk, username):
    edition = await Edition.objects.aget(pk=pk)
    subscriptions.tell(edition, f"{username}@example.com")
    return HttpResponse("told")


async def tell_soon(request, pk, username):
    edition = await Edition.objects.aget(pk=pk)
    await subscriptions.tell_soon(edition, f"{username}@example.com")
    return HttpResponse("told")


async def tell_quietly(request, pk, username):
    edition = await Edition.objects.aget(pk=pk)
    return HttpResponse(subscriptions.tell_quietly(edition, f"{username}@example.com"))


async def print_run(request, amount):
    printed.send(sender=Edition, copies_printed=amount)
    return HttpResponse(amount)


async def ship(request, text):
    shipped.send(sender=Edition, parcel=text)
    return HttpResponse(text)


async def ship_soon(request, text):
    await shipped.asend(sender=Edition, parcel=text)
    return HttpResponse(text)


async def code(request):
    return HttpResponse(subscriptions.access_code())


async def code_sealed(request):
    return HttpResponse(subscriptions.sealed_code())


async def code_sealed_thread(request):
    return HttpResponse(await sync_to_async(subscriptions.sealed_code)())


async def subscriber(request, pk):
    found = get_object_or_404(Subscriber, pk=pk)
    return HttpResponse(found.email)


async def subscriber_soon(request, pk):
    found = await aget_object_or_404(Subscriber.objects.select_related("edition"), pk=pk)
    return HttpResponse(f"{found.email} {found.edition.title}")


def reader_label(request):
    return f"{request.user.username} from {request.META.get('REMOTE_ADDR', '')}"


async def whoami(request):
    return HttpResponse(reader_label(request))


async def whoami_soon(request):
    user = await request.auser()
    return HttpResponse(f"{user.username} from {request.META.get('REMOTE_ADDR', '')}")


def whoami_plain(request):
    return HttpResponse(reader_label(request))


def basket_of(session):
    return session.get("basket", [])


async def basket(request):
    return JsonResponse({"basket": basket_of(request.session)})


async def basket_soon(request):
    return JsonResponse({"basket": await request.session.aget("basket", [])})


async def may_edit(request):
    user = await request.auser()
    return JsonResponse({"may": user.has_perm("almanac.change_edition")})


async def may_edit_soon(request):
    user = await request.auser()
    return JsonResponse({"may": await user.ahas_perm("almanac.change_edition")})


@keepers_only
async def keepers_page(request):
    return HttpResponse("keepers")


@readers_only
async def readers_page(request):
    return HttpResponse("readers")


@login_required
async def members_page(request):
    return HttpResponse("members")


@logged
async def logged_page(request):
    return HttpResponse("logged")


@timed
async def timed_page(request):
    return HttpResponse("timed")


@require_safe
@measured
async def measured_page(request):
    return HttpResponse("measured")


@measured
def measured_list(request):
    return JsonResponse({"emails": list(Subscriber.objects.values_list("email", flat=True))})
