from almanac import consumers as almanac
from django.urls import path
from support import consumers

websocket_urlpatterns = [
    path("ws/tickets/", consumers.TicketConsumer.as_asgi()),
    path("ws/tickets/status/", consumers.TicketStatusConsumer.as_asgi()),
    path("ws/tickets/thread/", consumers.TicketThreadConsumer.as_asgi()),
    path("ws/tickets/messages/", consumers.TicketMessagesConsumer.as_asgi()),
    path("ws/tickets/find/", consumers.TicketFindConsumer.as_asgi()),
    path("ws/tickets/found/", consumers.TicketFoundConsumer.as_asgi()),
    path("ws/tickets/owner/", consumers.TicketOwnerConsumer.as_asgi()),
    path("ws/tickets/owner-loaded/", consumers.TicketOwnerLoadedConsumer.as_asgi()),
    path("ws/presence/", consumers.PresenceConsumer.as_asgi()),
    path("ws/assigned/", consumers.AssignedConsumer.as_asgi()),
    path("ws/assigned/rows/", consumers.AssignedRowsConsumer.as_asgi()),
    path("ws/basket/", consumers.BasketConsumer.as_asgi()),
    path("ws/queue/", consumers.QueueConsumer.as_asgi()),
    path("ws/slow/", consumers.SlowConsumer.as_asgi()),
    path("ws/hasty/", consumers.HastyConsumer.as_asgi()),
    path("ws/patient/", consumers.PatientConsumer.as_asgi()),
    path("ws/echo/", consumers.EchoConsumer.as_asgi()),
    path("ws/answer/", consumers.AnswerConsumer.as_asgi()),
    path("ws/room/", consumers.RoomConsumer.as_asgi()),
    path("ws/lobby/", consumers.LobbyConsumer.as_asgi()),
    path("ws/hall/", consumers.HallConsumer.as_asgi()),
    path("ws/leaving/", consumers.LeavingConsumer.as_asgi()),
    path("ws/left/", consumers.LeftConsumer.as_asgi()),
    path("ws/almanac/feed/", almanac.StationFeedConsumer.as_asgi()),
    path("ws/almanac/watch/", almanac.StationWatchConsumer.as_asgi()),
    path("ws/almanac/keeper/", almanac.KeeperConsumer.as_asgi()),
]
