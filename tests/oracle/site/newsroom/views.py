from asgiref.sync import sync_to_async
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.template import Context, Template, engines
from django.template.loader import get_template, render_to_string
from django.template.response import SimpleTemplateResponse, TemplateResponse
from django.views import View
from django.views.generic import DetailView, ListView, TemplateView

from .models import Article, Section


async def front_page(request):
    articles = Article.objects.published()
    return render(request, "newsroom/article_list.html", {"articles": articles})


async def front_page_rows(request):
    articles = [article async for article in Article.objects.published()]
    return render(request, "newsroom/article_list.html", {"articles": articles})


async def front_page_response(request):
    articles = Article.objects.published()
    return TemplateResponse(request, "newsroom/article_list.html", {"articles": articles})


async def front_page_thread(request):
    articles = Article.objects.published()
    return await sync_to_async(render)(request, "newsroom/article_list.html", {"articles": articles})


async def front_page_rendered(request):
    response = TemplateResponse(request, "newsroom/article_list.html", {"articles": Article.objects.all()})
    response.render()
    return response


async def front_page_simple(request):
    context = {"articles": Article.objects.published().with_people()}
    return SimpleTemplateResponse("newsroom/credits.html", context)


async def teaser(request):
    return render(request, "newsroom/teaser.html", {"articles": Article.objects.published()})


async def teaser_checked(request):
    context = {"articles": await Article.objects.published().aexists()}
    return render(request, "newsroom/teaser.html", context)


async def masthead(request):
    return render(request, "newsroom/masthead.html", {"articles": Article.objects.all(), "title": "News"})


async def article_page(request, pk):
    article = await Article.objects.aget(pk=pk)
    return render(request, "newsroom/article_detail.html", {"article": article})


async def article_page_joined(request, pk):
    article = await Article.objects.with_people().aget(pk=pk)
    return render(request, "newsroom/article_detail.html", {"article": article})


async def article_page_response(request, pk):
    article = await Article.objects.aget(pk=pk)
    return TemplateResponse(request, "newsroom/article_detail.html", {"article": article})


async def article_plain(request, pk):
    article = await Article.objects.aget(pk=pk)
    return render(request, "newsroom/article_plain.html", {"article": article})


async def article_card(request, pk):
    article = await Article.objects.aget(pk=pk)
    return HttpResponse(render_to_string("newsroom/_card.html", {"article": article}))


async def article_credit(request, pk):
    article = await Article.objects.aget(pk=pk)
    html = render_to_string("newsroom/_credit.html", {"article": article})
    return HttpResponse(html)


async def article_credit_loaded(request, pk):
    article = await Article.objects.select_related("section").aget(pk=pk)
    template = get_template("newsroom/_credit.html")
    return HttpResponse(template.render({"article": article}))


async def article_notice(request, pk):
    article = await Article.objects.aget(pk=pk)
    text = await sync_to_async(render_to_string)("newsroom/notice.txt", {"article": article})
    return HttpResponse(text)


async def credits_page(request):
    articles = [article async for article in Article.objects.published()]
    return render(request, "newsroom/credits.html", {"articles": articles})


async def credits_joined(request):
    articles = [article async for article in Article.objects.select_related("section")]
    return render(request, "newsroom/credits.html", {"articles": articles})


async def figures(request):
    return HttpResponse(render_to_string("newsroom/figures.html", {"articles": Article.objects.all()}))


async def figures_total(request):
    total = await Article.objects.acount()
    return HttpResponse(render_to_string("newsroom/total.html", {"total": total}))


async def figures_lost(request):
    return render(request, "newsroom/total.html", {"total": Article.objects.acount()})


async def greeting(request):
    return render(request, "newsroom/greeting.html")


async def greeting_member(request):
    member = await request.auser()
    return render(request, "newsroom/member.html", {"member": member})


async def greeting_response(request):
    return TemplateResponse(request, "newsroom/greeting.html")


async def toolbar(request):
    return render(request, "newsroom/toolbar.html", {"title": "Tools"})


async def section_page(request, pk):
    section = await Section.objects.aget(pk=pk)
    return render(request, "newsroom/section.html", {"section": section})


async def section_page_loaded(request, pk):
    section = await Section.objects.prefetch_related("articles").aget(pk=pk)
    return render(request, "newsroom/section.html", {"section": section})


async def section_page_filled(request, pk):
    section = await Section.objects.aget(pk=pk)
    await sync_to_async(prefetch_related_objects)([section], "articles")
    return render(request, "newsroom/section.html", {"section": section})


async def section_menu(request):
    def menu():
        return {"sections": Section.objects.order_by("title")}

    return render(request, "newsroom/sections.html", menu())


async def inline(request, pk):
    article = await Article.objects.aget(pk=pk)
    text = Template("{{ article.headline }} / {{ article.teaser }}").render(Context({"article": article}))
    return HttpResponse(text)


async def inline_loop(request):
    template = engines["django"].from_string("{% for section in sections %}{{ section }}{% endfor %}")
    return HttpResponse(template.render({"sections": Section.objects.all()}))


async def inline_rows(request):
    template = engines["django"].from_string("{% for section in sections %}{{ section }}{% endfor %}")
    rows = [section async for section in Section.objects.all()]
    return HttpResponse(template.render({"sections": rows}))


class ContextMixin:
    def context(self):
        return {"articles": self.articles()}

    def articles(self):
        return Article.objects.published()


class RiverView(ContextMixin, View):
    async def get(self, request):
        return render(request, "newsroom/article_list.html", self.context())


class PinnedView(ContextMixin, View):
    async def get(self, request):
        return render(request, "newsroom/article_list.html", self.context())

    def articles(self):
        return [Article(headline="Pinned", body="Stays on top")]


class OverviewView(TemplateView):
    template_name = "newsroom/article_list.html"

    async def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))

    def get_context_data(self, **kwargs):
        return super().get_context_data(articles=Article.objects.published(), **kwargs)


class ArticleListView(ListView):
    queryset = Article.objects.published()
    context_object_name = "articles"

    async def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)


class ArticlePagesView(ListView):
    queryset = Article.objects.order_by("pk")
    context_object_name = "articles"
    paginate_by = 2

    async def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)


class ArticleDetailView(DetailView):
    model = Article

    async def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)


class ArticleLoadedView(DetailView):
    model = Article

    async def get(self, request, *args, **kwargs):
        self.object = await Article.objects.aget(pk=kwargs["pk"])
        return self.render_to_response(self.get_context_data(object=self.object))
