import json

from asgiref.sync import sync_to_async
from catalog.models import Book
from django.core import serializers
from django.core.files.base import ContentFile
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict
from django.http import HttpResponse, JsonResponse

from .models import Article, Attachment, Section


async def sections_json(request):
    return HttpResponse(serializers.serialize("json", Section.objects.all()))


async def sections_rows(request):
    rows = [section async for section in Section.objects.all()]
    return HttpResponse(serializers.serialize("json", rows))


async def sections_thread(request):
    text = await sync_to_async(serializers.serialize)("json", Section.objects.all())
    return HttpResponse(text)


async def books_json(request, pk):
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(serializers.serialize("json", [book]))


async def books_fields(request, pk):
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(serializers.serialize("json", [book], fields=["title", "isbn"]))


async def article_dict(request, pk):
    article = await Article.objects.aget(pk=pk)
    return JsonResponse(model_to_dict(article))


async def book_dict(request, pk):
    book = await Book.objects.aget(pk=pk)
    data = model_to_dict(book)
    return JsonResponse({"tags": len(data["tags"])})


async def book_dict_fields(request, pk):
    book = await Book.objects.aget(pk=pk)
    return JsonResponse(model_to_dict(book, fields=["title", "stock"]))


async def values_json(request):
    rows = Article.objects.values("headline", "section__title")
    return JsonResponse(list(rows), safe=False)


async def values_rows(request):
    rows = [row async for row in Article.objects.values("headline", "section__title")]
    return HttpResponse(json.dumps(rows, cls=DjangoJSONEncoder))


async def attach(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    attachment.upload.save("notes.txt", ContentFile(b"notes"), save=False)
    return HttpResponse(attachment.upload.name)


async def attach_assigned(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    attachment.upload = ContentFile(b"notes", name="notes.txt")
    await attachment.asave()
    return HttpResponse(attachment.upload.name)


async def attach_draft(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    attachment.draft.save("draft.txt", ContentFile(b"draft"), save=False)
    return HttpResponse(attachment.draft.name)


async def attach_saved(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    attachment.upload.save("notes.txt", ContentFile(b"notes"))
    return HttpResponse(attachment.upload.name)


async def attachment_text(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    with attachment.upload.open("rb") as upload:
        return HttpResponse(upload.read())


async def attachment_text_thread(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    return HttpResponse(await sync_to_async(attachment.upload.read)())


async def attachment_name(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    return JsonResponse({"name": attachment.upload.name, "url": attachment.upload.url})


async def attachment_size(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    return JsonResponse({"size": attachment.upload.size})


async def attachment_removed(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    attachment.upload.delete(save=False)
    return HttpResponse("removed")
