from asgiref.sync import sync_to_async
from django.core import paginator
from django.core.paginator import Paginator
from django.db.models import Prefetch, aprefetch_related_objects
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import aget_list_or_404, aget_object_or_404, get_list_or_404, get_object_or_404

from .models import Article, Comment, Section


async def body_deferred(request, pk):
    article = await Article.objects.defer("body").aget(pk=pk)
    return HttpResponse(article.teaser)


async def body_loaded(request, pk):
    article = await Article.objects.defer("published").aget(pk=pk)
    return HttpResponse(article.teaser)


async def keys_only(request, pk):
    article = await Article.objects.only("headline", "section").aget(pk=pk)
    return JsonResponse({"headline": article.headline, "section": article.section_id})


async def keys_missing(request, pk):
    article = await Article.objects.only("headline").aget(pk=pk)
    return JsonResponse({"headline": article.headline, "section": article.section_id})


async def only_joined(request, pk):
    article = await Article.objects.select_related("section").only("headline", "section__title").aget(pk=pk)
    return HttpResponse(f"{article.headline} in {article.section.title}")


async def only_joined_slug(request, pk):
    article = await Article.objects.select_related("section").only("headline", "section__title").aget(pk=pk)
    return HttpResponse(f"{article.headline} in {article.section.slug}")


async def bulk(request):
    articles = Article.objects.in_bulk([1, 2])
    return JsonResponse({pk: article.headline for pk, article in articles.items()})


async def bulk_rows(request):
    articles = await Article.objects.ain_bulk([1, 2])
    return JsonResponse({pk: article.headline for pk, article in articles.items()})


async def bulk_sections(request):
    articles = await Article.objects.ain_bulk([1, 2])
    return JsonResponse({pk: article.section.title for pk, article in articles.items()})


async def bulk_slugs(request):
    sections = await Section.objects.ain_bulk(["news"], field_name="slug")
    return HttpResponse(sections["news"].title)


async def filed(request, pk):
    section, created = await Section.objects.aget_or_create(slug="sport", defaults={"title": "Sport"})
    return JsonResponse({"title": section.title, "created": created})


async def filed_article(request, pk):
    article, _ = await Article.objects.aget_or_create(
        headline="Headline 1", defaults={"section_id": pk, "writer_id": 1}
    )
    return HttpResponse(article.section.title)


async def filed_plain(request, pk):
    section, _ = Section.objects.get_or_create(slug="sport", defaults={"title": "Sport"})
    return HttpResponse(section.title)


async def refiled(request, pk):
    section = await Section.objects.aget(pk=pk)
    article, created = await Article.objects.aupdate_or_create(
        headline="Headline 9", writer_id=1, section=section, defaults={"body": "New"}
    )
    return JsonResponse({"pk": article.pk, "created": created})


async def fresh(request, pk):
    section = await Section.objects.aget(pk=pk)
    article = await Article.objects.acreate(headline="Fresh", section=section, writer_id=1)
    return HttpResponse(f"{article.headline} in {article.section.title}")


async def fresh_writer(request, pk):
    section = await Section.objects.aget(pk=pk)
    article = await Article.objects.acreate(headline="Fresh", section=section, writer_id=1)
    return HttpResponse(article.byline)


async def filled(request, pk):
    section = await Section.objects.aget(pk=pk)
    await aprefetch_related_objects([section], "articles")
    return JsonResponse({"headlines": [article.headline for article in section.articles.all()]})


async def filled_bylines(request, pk):
    section = await Section.objects.aget(pk=pk)
    await aprefetch_related_objects([section], "articles")
    return JsonResponse({"bylines": [article.byline for article in section.articles.all()]})


async def filled_deep(request, pk):
    section = await Section.objects.aget(pk=pk)
    await aprefetch_related_objects([section], "articles__writer")
    return JsonResponse({"bylines": [article.byline for article in section.articles.all()]})


async def latest(request, pk):
    newest = Prefetch("articles", Article.objects.order_by("-pk"), to_attr="latest")
    section = await Section.objects.prefetch_related(newest).aget(pk=pk)
    return JsonResponse({"headlines": [article.headline for article in section.latest]})


async def latest_bylines(request, pk):
    newest = Prefetch("articles", Article.objects.order_by("-pk"), to_attr="latest")
    section = await Section.objects.prefetch_related(newest).aget(pk=pk)
    return JsonResponse({"bylines": [article.byline for article in section.latest]})


async def latest_credits(request, pk):
    newest = Prefetch("articles", Article.objects.with_people(), to_attr="latest")
    section = await Section.objects.prefetch_related(newest).aget(pk=pk)
    return JsonResponse({"bylines": [article.byline for article in section.latest]})


async def latest_all(request, pk):
    newest = Prefetch("articles", Article.objects.order_by("-pk"), to_attr="latest")
    section = await Section.objects.prefetch_related(newest).aget(pk=pk)
    return JsonResponse({"headlines": [article.headline for article in section.articles.all()]})


async def found(request, pk):
    article = get_object_or_404(Article, pk=pk)
    return HttpResponse(article.headline)


async def found_async(request, pk):
    article = await aget_object_or_404(Article, pk=pk)
    return HttpResponse(article.headline)


async def found_byline(request, pk):
    article = await aget_object_or_404(Article, pk=pk)
    return HttpResponse(article.byline)


async def found_credit(request, pk):
    article = await aget_object_or_404(Article.objects.with_people(), pk=pk)
    return HttpResponse(article.byline)


async def found_thread(request, pk):
    article = await sync_to_async(get_object_or_404)(Article, pk=pk)
    return HttpResponse(article.headline)


async def found_list(request, pk):
    articles = get_list_or_404(Article, section_id=pk)
    return JsonResponse({"headlines": [article.headline for article in articles]})


async def found_list_async(request, pk):
    articles = await aget_list_or_404(Article, section_id=pk)
    return JsonResponse({"headlines": [article.headline for article in articles]})


async def found_first(request, pk):
    article = await Article.objects.filter(section_id=pk).afirst()
    if article is None:
        raise Http404
    return HttpResponse(article.headline)


async def page(request):
    articles = Paginator(Article.objects.order_by("pk"), 2).page(1)
    return JsonResponse({"headlines": [article.headline for article in articles]})


async def page_rows(request):
    rows = [article async for article in Article.objects.order_by("pk")]
    articles = Paginator(rows, 2).get_page(1)
    headlines = [article.headline for article in articles]
    return JsonResponse({"headlines": headlines, "all": articles.paginator.count})


async def page_count(request):
    pages = Paginator(Article.objects.order_by("pk"), 2)
    return JsonResponse({"pages": pages.num_pages})


async def page_thread(request):
    def load():
        return [article.headline for article in Paginator(Article.objects.order_by("pk"), 2).page(1)]

    return JsonResponse({"headlines": await sync_to_async(load)()})


async def page_async(request):
    pages = paginator.AsyncPaginator(Article.objects.order_by("pk"), 2)
    articles = await pages.apage(1)
    return JsonResponse({"headlines": [article.headline async for article in articles]})


async def page_async_rows(request):
    pages = paginator.AsyncPaginator(Article.objects.order_by("pk"), 2)
    articles = await pages.apage(1)
    return JsonResponse({"headlines": [article.headline for article in articles.object_list]})


async def page_async_count(request):
    pages = paginator.AsyncPaginator(Article.objects.order_by("pk"), 2)
    return JsonResponse({"articles": await pages.acount(), "pages": await pages.anum_pages()})


async def comment_target(request, pk):
    comment = await Comment.objects.aget(pk=pk)
    return HttpResponse(comment.target.headline)


async def comment_targets(request):
    comments = Comment.objects.prefetch_related("target").order_by("pk")
    return JsonResponse({"targets": [comment.target.headline async for comment in comments]})


async def comment_ids(request, pk):
    comment = await Comment.objects.aget(pk=pk)
    return JsonResponse({"type": comment.content_type_id, "object": comment.object_id})


async def comment_kind(request, pk):
    comment = await Comment.objects.aget(pk=pk)
    return HttpResponse(comment.content_type.model)


async def comment_kind_joined(request, pk):
    comment = await Comment.objects.select_related("content_type").aget(pk=pk)
    return HttpResponse(comment.content_type.model)


async def comment_total(request, pk):
    article = await Article.objects.prefetch_related("comments").aget(pk=pk)
    return JsonResponse({"comments": len(article.comments.all())})


async def comment_texts(request, pk):
    article = await Article.objects.aget(pk=pk)
    return JsonResponse({"texts": [comment.text for comment in article.comments.all()]})


async def comment_thread(request, pk):
    article = await Article.objects.aget(pk=pk)
    await sync_to_async(Comment.objects.create)(target=article, text="Well put")
    return HttpResponse("kept")
