async def closed(request, pk):
    ticket = await Ticket.objects.aget(pk=pk)
    await ticket_closed.asend(Ticket, ticket=ticket)
    return HttpResponse("closed")
