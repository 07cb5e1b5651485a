async def member(request, pk):
    user = await User.objects.aget(id=pk)
    return HttpResponse(user.username)
