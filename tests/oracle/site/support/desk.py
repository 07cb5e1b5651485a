from asgiref.sync import sync_to_async
from django.conf import settings
from django.core import mail
from django.core.cache import cache, caches
from django.db import transaction
from django.http import HttpResponse, JsonResponse

from . import forms
from .models import Delivery, Message, Ticket
from .signals import ticket_closed, ticket_opened, ticket_printed, ticket_viewed

FILE_MAIL = "django.core.mail.backends.filebased.EmailBackend"
MEMORY_MAIL = "django.core.mail.backends.locmem.EmailBackend"


async def form_search(request):
    form = forms.SearchForm({"word": "pen", "limit": "3"})
    return JsonResponse({"valid": form.is_valid(), "word": form.cleaned_data["word"]})


async def form_pick(request, pk):
    form = forms.PickForm({"ticket": pk})
    return JsonResponse({"valid": form.is_valid()})


async def form_pick_thread(request, pk):
    form = forms.PickForm({"ticket": pk})
    return JsonResponse({"valid": await sync_to_async(form.is_valid)()})


async def form_ticket(request):
    form = forms.TicketForm({"reference": "T-9", "subject": "Broken pen"})
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    return HttpResponse("valid")


async def form_subject(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    form = forms.SubjectForm({"subject": "Broken pencil"}, instance=ticket)
    if form.is_valid():
        await form.instance.asave()
    return HttpResponse(form.instance.subject)


async def form_subject_saved(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    form = forms.SubjectForm({"subject": "Broken pencil"}, instance=ticket)
    if form.is_valid():
        form.save()
    return HttpResponse(form.instance.subject)


async def form_message(request, pk):
    form = forms.MessageForm({"ticket": pk, "text": "Hello"})
    return JsonResponse({"errors": form.errors})


async def form_message_thread(request, pk):
    def keep():
        form = forms.MessageForm({"ticket": pk, "text": "Hello"})
        return form.save().pk if form.is_valid() else None

    return JsonResponse({"pk": await sync_to_async(keep)()})


async def form_reference(request):
    form = forms.ReferenceForm({"reference": "T-1"})
    return JsonResponse({"valid": form.is_valid()})


async def form_trimmed(request):
    form = forms.TrimmedForm({"reference": " t-1 "})
    return JsonResponse({"valid": form.is_valid()})


async def form_choices(request):
    return HttpResponse(str(forms.PickForm()["ticket"]))


async def form_choices_thread(request):
    return HttpResponse(await sync_to_async(str)(forms.PickForm()["ticket"]))


async def ticket_checked(request):
    ticket = Ticket(reference="T-8", subject="Lost pen", opened_by_id=1)
    ticket.full_clean()
    return HttpResponse("clean")


async def ticket_trimmed(request):
    ticket = Ticket(reference="T-8", subject="Lost pen", opened_by_id=1)
    ticket.clean_fields(exclude=["opened_by", "assignee"])
    return HttpResponse("clean")


async def opened(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    ticket_opened.send(Ticket, ticket=ticket)
    return HttpResponse("opened")


async def opened_robust(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    answers = ticket_opened.send_robust(Ticket, ticket=ticket)
    return JsonResponse({"receivers": len(answers)})


async def opened_thread(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    await sync_to_async(ticket_opened.send)(Ticket, ticket=ticket)
    return HttpResponse("opened")


async def opened_async(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    await ticket_opened.asend(Ticket, ticket=ticket)
    return HttpResponse("opened")


async def opened_robust_async(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    answers = await ticket_opened.asend_robust(Ticket, ticket=ticket)
    return JsonResponse({"receivers": len(answers)})


async def closed(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    ticket_closed.send(Ticket, ticket=ticket)
    return HttpResponse("closed")


async def closed_async(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    await ticket_closed.asend(Ticket, ticket=ticket)
    return HttpResponse("closed")


async def seen(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    ticket_viewed.send(Ticket, ticket=ticket)
    return HttpResponse("seen")


async def printed(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    ticket_printed.send(Ticket, ticket=ticket)
    return HttpResponse("printed")


async def replied(request, pk):
    message = Message(ticket_id=pk, text="Thank you")
    await message.asave()
    return HttpResponse("replied")


async def replied_now(request, pk):
    message = Message(ticket_id=pk, text="Thank you")
    message.save()
    return HttpResponse("replied")


async def queued(request, pk):
    transaction.on_commit(lambda: Delivery.objects.create(ticket_id=pk, what="queued"))
    return HttpResponse("queued")


@sync_to_async
def close_ticket(pk):
    with transaction.atomic():
        Ticket.objects.filter(pk=pk).update(status="closed")
        transaction.on_commit(lambda: Delivery.objects.create(ticket_id=pk, what="closed"))


async def deliver(pk):
    await Delivery.objects.acreate(ticket_id=pk, what="later")


@sync_to_async
def close_ticket_later(pk):
    Ticket.objects.filter(pk=pk).update(status="closed")
    transaction.on_commit(lambda: deliver(pk))


async def queued_thread(request, pk):
    await close_ticket(pk)
    return HttpResponse("queued")


async def queued_later(request, pk):
    await close_ticket_later(pk)
    return HttpResponse("queued")


async def remembered(request):
    cache.set("desk", "open")
    return HttpResponse(cache.get("desk"))


async def remembered_files(request):
    caches["files"].set("desk", "open")
    return HttpResponse("kept")


async def remembered_files_read(request):
    kept = caches["files"]
    return HttpResponse(kept.get("desk", "closed"))


async def remembered_files_async(request):
    await caches["files"].aset("desk", "open")
    return HttpResponse(await caches["files"].aget("desk"))


async def remembered_table(request):
    return HttpResponse(caches["table"].get("desk", "closed"))


async def remembered_table_async(request):
    return HttpResponse(await caches["table"].aget("desk", "closed"))


async def mailed_file(request):
    connection = mail.get_connection(FILE_MAIL, file_path=settings.MAIL_DIRECTORY)
    message = mail.EmailMessage("Ticket", "Closed.", to=["ada@example.com"], connection=connection)
    return JsonResponse({"sent": message.send()})


async def mailed_file_thread(request):
    connection = mail.get_connection(FILE_MAIL, file_path=settings.MAIL_DIRECTORY)
    message = mail.EmailMessage("Ticket", "Closed.", to=["ada@example.com"], connection=connection)
    return JsonResponse({"sent": await sync_to_async(message.send)()})


async def mailed_file_inside(request):
    def deliver():
        connection = mail.get_connection(FILE_MAIL, file_path=settings.MAIL_DIRECTORY)
        return mail.EmailMessage("Ticket", "Closed.", to=["ada@example.com"], connection=connection).send()

    return JsonResponse({"sent": await sync_to_async(deliver)()})


async def mailed_memory(request):
    connection = mail.get_connection(MEMORY_MAIL)
    message = mail.EmailMessage("Ticket", "Closed.", to=["ada@example.com"], connection=connection)
    return JsonResponse({"sent": message.send()})


async def mailed_draft(request):
    message = mail.EmailMultiAlternatives("Ticket", "Closed.", to=["ada@example.com"])
    message.attach_alternative("<p>Closed.</p>", "text/html")
    return JsonResponse({"recipients": message.recipients()})
