from functools import wraps

from asgiref.sync import markcoroutinefunction
from django.contrib.auth import get_user, logout
from django.contrib.auth.decorators import permission_required, user_passes_test
from django.contrib.auth.hashers import make_password
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.template import Context, Template
from django.views import View
from django.views.decorators.http import etag
from django.views.generic import TemplateView

from handbook import selectors
from handbook.models import Page

table = Template("<table>{% for row in rows %}<tr><td>{{ row.0 }}</td><td>{{ row.1 }}</td></tr>{% endfor %}</table>")


def revision_of(request, pk):
    return str(Page.objects.values_list("revision", flat=True).get(pk=pk))


def path_of(request, pk):
    return f"page-{pk}"


def has_read(user):
    return user.readings.exists()


def labelled(view):
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        request.label = view.__name__
        return view(request, *args, **kwargs)

    return wrapper


def labelled_async(view):
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        request.label = view.__name__
        return view(request, *args, **kwargs)

    return markcoroutinefunction(wrapper)


def with_page(view):
    @wraps(view)
    async def wrapper(request, pk):
        return await view(request, selectors.published_pages().filter(pk=pk).first())

    return wrapper


def with_page_awaited(view):
    @wraps(view)
    async def wrapper(request, pk):
        return await view(request, await selectors.published_pages().filter(pk=pk).afirst())

    return wrapper


@etag(revision_of)
async def tagged(request, pk):
    return HttpResponse(await selectors.headline(pk))


@etag(path_of)
async def tagged_by_path(request, pk):
    return HttpResponse(await selectors.headline(pk))


@labelled
async def label(request):
    return HttpResponse(request.label)


@labelled_async
async def label_marked(request):
    return HttpResponse(request.label)


@with_page
async def page_title(request, page):
    return HttpResponse(page.title)


@with_page_awaited
async def page_title_awaited(request, page):
    return HttpResponse(page.title)


@user_passes_test(has_read)
async def for_readers(request):
    return HttpResponse("read on")


@permission_required("handbook.change_page")
async def for_editors(request):
    return HttpResponse("edit on")


async def for_readers_asked(request):
    if has_read(await request.auser()):
        return HttpResponse("read on")
    return HttpResponse("read first", status=403)


async def known_user(request):
    return HttpResponse(get_user(request).username)


async def sign_out(request):
    logout(request)
    return HttpResponse("out")


async def expire(request):
    request.session.set_expiry(60)
    return HttpResponse("soon")


async def rotate(request):
    await request.session.acycle_key()
    return HttpResponse("rotated")


async def first_visit(request):
    return JsonResponse({"first": "visits" not in request.session})


async def guest_or_member(request):
    return HttpResponse("member" if request.user else "guest")


async def own_page(request):
    page = await Page.objects.select_related("author").aget(pk=1)
    return JsonResponse({"own": page.author == request.user})


async def own_page_asked(request):
    page = await Page.objects.aget(pk=1)
    user = await request.auser()
    return JsonResponse({"own": page.author_id == user.pk})


class DeskMixin(LoginRequiredMixin):
    def dispatch(self, request, *args, **kwargs):
        self.language = request.META.get("HTTP_ACCEPT_LANGUAGE", "en")
        return super().dispatch(request, *args, **kwargs)


class DeskRoom(DeskMixin, View):
    async def get(self, request):
        return HttpResponse(self.language)


class DeskRoomSync(DeskMixin, View):
    def get(self, request):
        return HttpResponse(f"{request.user.username}: {self.language}")


class StampedView(View):
    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response["X-Handbook"] = "1"
        return response


class StampedTitle(StampedView):
    async def get(self, request, pk):
        return HttpResponse(await selectors.headline(pk))


class StampedTitleSync(StampedView):
    def get(self, request, pk):
        return HttpResponse(Page.objects.get(pk=pk).byline)


class PassedTitle(View):
    async def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    async def get(self, request, pk):
        return HttpResponse(await selectors.headline(pk))


class ImprintBase(TemplateView):
    template_name = "handbook/imprint.html"

    async def get_context_data(self, **kwargs):
        owner = await selectors.headline(1)
        return super().get_context_data(owner=owner, **kwargs)


class ImprintForgotten(ImprintBase):
    async def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())


class ImprintAwaited(ImprintBase):
    async def get(self, request, *args, **kwargs):
        return self.render_to_response(await self.get_context_data())


async def stream_function(request):
    return StreamingHttpResponse(selectors.apage_lines)


async def big_table(request):
    rows = [(f"{number}", f"row {number}") for number in range(20000)]
    return HttpResponse(table.render(Context({"rows": rows})))


async def small_table(request):
    return HttpResponse(table.render(Context({"rows": [("1", "one"), ("2", "two")]})))


async def new_password(request):
    return JsonResponse({"algorithm": make_password("secret").split("$")[0]})


async def no_password(request):
    return JsonResponse({"usable": not make_password(None).startswith("!")})
