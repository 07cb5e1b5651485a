async def attachment_size(request, pk):
    attachment = await Attachment.objects.aget(pk=pk)
    return JsonResponse({"size": await sync_to_async(lambda: attachment.upload.size)()})
