from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import cache_page
from django.views.generic import DetailView, ListView, TemplateView
from django.views.generic.detail import SingleObjectMixin

from handbook import selectors
from handbook.models import Page, Section


class PagesMixin:
    word = ""

    def get_pages(self):
        pages = selectors.published_pages()
        return pages.about(self.word) if self.word else pages

    def describe(self, page):
        return page.title


class JsonPages(PagesMixin, View):
    async def get(self, request):
        pages = [page async for page in self.get_pages()]
        return JsonResponse({"pages": [self.describe(page) for page in pages]})


class PagesAboutLeave(JsonPages):
    word = "leave"


class SignedPages(JsonPages):
    def describe(self, page):
        return page.byline


class SignedPagesJoined(SignedPages):
    def get_pages(self):
        return super().get_pages().with_people()


class NewestPages(JsonPages):
    def get_pages(self):
        return super().get_pages().reverse()[:2]


class PageSetup(View):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.page = Page.objects.with_people().get(pk=kwargs["pk"])

    async def get(self, request, pk):
        return HttpResponse(self.page.byline)


class PageLookup(View):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.pages = Page.objects.with_people().filter(pk=kwargs["pk"])

    async def get(self, request, pk):
        page = await self.pages.afirst()
        return HttpResponse(page.byline)


class PageDispatch(View):
    async def dispatch(self, request, *args, **kwargs):
        self.page = await Page.objects.aget(pk=kwargs["pk"])
        return await super().dispatch(request, *args, **kwargs)

    async def get(self, request, pk):
        return HttpResponse(self.page.title)


class PageObject(SingleObjectMixin, View):
    model = Page

    async def get(self, request, pk):
        self.object = self.get_object()
        return HttpResponse(self.object.title)


class PageObjectAwaited(SingleObjectMixin, View):
    model = Page

    async def get(self, request, pk):
        self.object = await sync_to_async(self.get_object)()
        return HttpResponse(self.object.title)


class SectionList(ListView):
    queryset = Section.objects.order_by("pk")
    template_name = "handbook/section_list.html"

    async def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)


class PagedSectionList(SectionList):
    paginate_by = 2


class StrictSectionList(SectionList):
    allow_empty = False


class PageShow(DetailView):
    model = Page
    template_name = "handbook/page_detail.html"

    async def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)


class PageShowSync(DetailView):
    model = Page
    template_name = "handbook/page_detail.html"


class Imprint(TemplateView):
    template_name = "handbook/imprint.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(owner=selectors.front_titles()[0], **kwargs)


class ImprintAsync(TemplateView):
    template_name = "handbook/imprint.html"

    async def get(self, request, *args, **kwargs):
        owner = await selectors.headline(1)
        return self.render_to_response(self.get_context_data(owner=owner))


class Counter(View):
    @method_decorator(cache_page(30))
    async def get(self, request):
        return JsonResponse({"pages": await self.count()})

    async def count(self):
        return await Page.objects.acount()


class CounterUnawaited(Counter):
    @method_decorator(cache_page(30))
    async def get(self, request):
        count = self.count()
        return HttpResponse(f"{count} pages")
