from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.utils.deprecation import MiddlewareMixin

from .models import Ticket


class TicketCountMiddleware(MiddlewareMixin):
    def process_request(self, request):
        if request.path.startswith("/support/counted/"):
            request.open_tickets = Ticket.objects.filter(status="open").count()

    def process_view(self, request, view, args, kwargs):
        if request.path.startswith("/support/viewed/"):
            request.first_ticket = Ticket.objects.order_by("pk").first()

    def process_response(self, request, response):
        if request.path.startswith("/support/counted/"):
            response["X-Tickets"] = str(Ticket.objects.count())
        return response


class DeskMiddleware:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request):
        if iscoroutinefunction(self):
            return self.__acall__(request)
        request.desk = self.desk(request)
        return self.get_response(request)

    async def __acall__(self, request):
        if request.path.startswith("/support/desk/"):
            request.desk = self.desk(request)
        elif request.path.startswith("/support/desks/"):
            request.desk = await Ticket.objects.acount()
        return await self.get_response(request)

    def desk(self, request):
        return Ticket.objects.filter(opened_by=request.user).count()
