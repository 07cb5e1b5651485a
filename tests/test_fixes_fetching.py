"""Fixes of queries: relations that are joined, columns fetched with the others, rows that a template is given."""

from pathlib import Path

import pytest

from tests.test_fixes import POST, mended

VIEW = "from django.shortcuts import render\nfrom models import Post\n\nasync def view(request):\n"
PAGE = "templates/blog/page.html"

STREAMED = {
    "a generator expression": (
        "post.title for post in Post.objects.all()",
        "post.title async for post in Post.objects.all()",
    ),
    "rows": (
        "Post.objects.values_list('title', flat=True)",
        "title async for title in Post.objects.values_list('title', flat=True)",
    ),
    "rows, and what else is given": (
        "Post.objects.values_list('title', flat=True), content_type='text/csv'",
        "(title async for title in Post.objects.values_list('title', flat=True)), content_type='text/csv'",
    ),
    "rows by name": (
        "streaming_content=Post.objects.values_list('title', flat=True)",
        "streaming_content=(title async for title in Post.objects.values_list('title', flat=True))",
    ),
}

FETCHED = {
    "a column that `only` left out": (
        "    post = await Post.objects.only('pk').aget(pk=1)\n    return post.title\n",
        "    post = await Post.objects.only('pk', 'title').aget(pk=1)\n    return post.title\n",
    ),
    "the key of a relation": (
        "    post = await Post.objects.only('title').aget(pk=1)\n    return post.author_id\n",
        "    post = await Post.objects.only('title', 'author_id').aget(pk=1)\n    return post.author_id\n",
    ),
    "a column of a relation": (
        "    posts = Post.objects.select_related('author').only('title', 'author__id')\n"
        "    return [post.author.name async for post in posts]\n",
        "    posts = Post.objects.select_related('author').only('title', 'author__id', 'author__name')\n"
        "    return [post.author.name async for post in posts]\n",
    ),
    "a column that `defer` left out": (
        "    post = await Post.objects.defer('title').filter(pk=1).afirst()\n    return post.title\n",
        "    post = await Post.objects.filter(pk=1).afirst()\n    return post.title\n",
    ),
    "one of two that `defer` left out, on lines of their own": (
        "    post = await (\n        Post.objects\n        .defer('title', 'author')\n        .afirst()\n    )\n"
        "    return post.title\n",
        "    post = await (\n        Post.objects\n        .defer('author')\n        .afirst()\n    )\n"
        "    return post.title\n",
    ),
    "a relation that a generator expression reads": (
        '    return ", ".join(post.author.name for post in Post.objects.all())\n',
        '    return ", ".join(post.author.name for post in '
        '[post_2 async for post_2 in Post.objects.all().select_related("author")])\n',
    ),
    "a relation that a lambda reads, of a query inside it": (
        "    first = lambda: Post.objects.get(pk=1).author.name\n    return first()\n",
        "",
    ),
    "rows by their keys, at once": (
        "    return [each.author for each in (await Post.objects.ain_bulk([1])).values()]\n",
        '    return [each.author for each in (await Post.objects.select_related("author").ain_bulk([1])).values()]\n',
    ),
    "one column, which names the rows": (
        "    return list(Post.objects.values_list('author__name', flat=True)[:10])\n",
        "    return [name async for name in Post.objects.values_list('author__name', flat=True)[:10]]\n",
    ),
    "some columns, which are no instances": (
        "    return sorted(Post.objects.values_list('pk', 'title').order_by('pk'))\n",
        "    return sorted([row async for row in Post.objects.values_list('pk', 'title').order_by('pk')])\n",
    ),
    "a longer path holds the shorter one": (
        "    post = await Review.objects.select_related('post').aget(pk=1)\n    return post.post.author.name\n",
        "    post = await Review.objects.select_related('post__author').aget(pk=1)\n    return post.post.author.name\n",
    ),
    "a relation asked for by its name": (
        "    post = await Post.objects.aget(pk=1)\n    return getattr(post, 'author', None)\n",
        "    post = await Post.objects.select_related('author').aget(pk=1)\n    return getattr(post, 'author', None)\n",
    ),
    "text made by a format": (
        "    review = await Review.objects.aget(pk=1)\n    return 'a %s' % review\n",
        "    review = await Review.objects.select_related('post').aget(pk=1)\n    return 'a %s' % review\n",
    ),
}
LEFT = {
    "a second `only`, which counts alone": (
        "    post = await Post.objects.only('pk').only('author').aget(pk=1)\n    return post.title\n"
    ),
    "names made at run time": "    post = await Post.objects.only(*NAMES).aget(pk=1)\n    return post.title\n",
}
RENDERED = {
    "rows that a template goes through": (
        "{% for post in posts %}{{ post.title }}{% empty %}none{% endfor %}",
        '    return render(request, "blog/page.html", {"posts": Post.objects.all()})\n',
        '    return render(request, "blog/page.html", {"posts": [post async for post in Post.objects.all()]})\n',
    ),
    "rows under a name, tested first": (
        "{% if posts %}{{ posts|length }}{% for post in posts %}{{ post }}{% endfor %}{% endif %}",
        '    posts = Post.objects.filter(pk=1)\n    return render(request, "blog/page.html", {"posts": posts})\n',
        "    posts = Post.objects.filter(pk=1)\n"
        '    return render(request, "blog/page.html", {"posts": [post async for post in posts]})\n',
    ),
    "rows and a relation of each": (
        "{% for post in posts %}{% include 'blog/author.html' %}{% endfor %}",
        '    return render(request, "blog/page.html", {"posts": Post.objects.all()})\n',
        '    return render(request, "blog/page.html", {"posts": [post async for post in '
        'Post.objects.all().select_related("author")]})\n',
    ),
    "a relation, the context apart": (
        "{% with author=post.author %}{{ author.name }}{% endwith %}",
        "    post = await Post.objects.aget(pk=1)\n    context = {'post': post}\n"
        "    return render(request, 'blog/page.html', context)\n",
        "    post = await Post.objects.select_related('author').aget(pk=1)\n    context = {'post': post}\n"
        "    return render(request, 'blog/page.html', context)\n",
    ),
    "a property of the model": (
        "{% for post in posts %}{{ post.byline }}{% endfor %}",
        "    posts = [post async for post in Post.objects.all()]\n"
        "    return render(request, 'blog/page.html', {'posts': posts})\n",
        "    posts = [post async for post in Post.objects.all().select_related('author')]\n"
        "    return render(request, 'blog/page.html', {'posts': posts})\n",
    ),
}
NEEDED = {
    "a method of the queryset": "{% for post in posts %}{{ post }}{% endfor %}{{ posts.count }}",
    "its text": "{% for post in posts %}{{ post }}{% endfor %}{{ posts }}",
    "a filter of the project": "{% for post in posts|own %}{{ post }}{% endfor %}",
    "a tag of the project": "{% own posts %}{% for post in posts %}{{ post }}{% endfor %}",
    "a template that is not known": "{% for post in posts %}{% include post.page %}{% endfor %}",
    "a slice": "{% for post in posts|slice:':3' %}{{ post }}{% endfor %}",
    "its first row": "{{ posts.0.title }}{% for post in posts %}{{ post }}{% endfor %}",
    "under another name": "{% with all=posts %}{% for post in all %}{{ post }}{% endfor %}{{ all.count }}{% endwith %}",
}


@pytest.mark.parametrize("name", FETCHED)
def test_what_is_fetched_with_the_rows(name: str, tmp_path: Path) -> None:
    before, after = FETCHED[name]
    head = POST.replace("import Post", "import Post, Review")
    assert mended(tmp_path, head + before) == head + (after or before)


@pytest.mark.parametrize("name", LEFT)
def test_a_query_that_is_not_surely_the_one_stays(name: str, tmp_path: Path) -> None:
    assert mended(tmp_path, POST + LEFT[name]) == POST + LEFT[name]


@pytest.mark.parametrize("name", RENDERED)
def test_what_a_template_is_given(name: str, tmp_path: Path) -> None:
    template, before, after = RENDERED[name]
    beside = {PAGE: template, "templates/blog/author.html": "{{ post.author.name }}"}
    assert mended(tmp_path, VIEW + before, beside=beside) == VIEW + after


@pytest.mark.parametrize("name", NEEDED)
def test_a_template_that_needs_a_queryset_is_given_one(name: str, tmp_path: Path) -> None:
    text = VIEW + '    return render(request, "blog/page.html", {"posts": Post.objects.all()})\n'
    assert mended(tmp_path, text, beside={PAGE: NEEDED[name]}) == text


def test_a_template_that_is_written_in_python_is_read_too(tmp_path: Path) -> None:
    text = (
        "from django.template import Context, Template\nfrom models import Post\n\n"
        'line = Template("{% for post in posts %}{{ post.byline|upper }}{% endfor %}")\n\n'
        "async def view(request):\n    posts = [post async for post in Post.objects.all()]\n"
        '    return line.render(Context({"posts": posts}))\n'
    )
    joined = text.replace("objects.all()", 'objects.all().select_related("author")')
    assert mended(tmp_path, text) == joined


def test_a_context_that_changes_is_left_alone(tmp_path: Path) -> None:
    text = (
        VIEW + '    post = await Post.objects.aget(pk=1)\n    context = {"post": post}\n'
        '    context["post"] = await Post.objects.alast()\n    return render(request, "blog/page.html", context)\n'
    )
    assert mended(tmp_path, text, beside={PAGE: "{{ post.author.name }}"}) == text


BOOKS = """
from django.db import models

class Books:
    def __init__(self, rows):
        self.rows = rows

    def titles(self, limit: int = 3):
        """ + '"""Some titles."""' + """
        found = {}
        for post in self.rows[:limit]:
            found[post.pk] = list(post.review_set.all())
        return found

    async def atitles(self, limit=3):
        found = {}
        async for post in self.rows[:limit]:
            found[post.pk] = [review async for review in post.review_set.all()]
        return found

async def view(request, rows):
    return Books(Post.objects.all()).titles()
"""


@pytest.mark.parametrize(
    "before, after, is_safe",
    [
        ("", "", True),
        ("[review async for review in post.review_set.all()]", "post.review_set.all()", False),
        ("async def atitles(self, limit=3)", "async def atitles(self, limit=4)", False),
        ("async def view", "class Others(Books):\n    def titles(self):\n        return {}\n\nasync def view", False),
    ],
)
def test_an_own_twin_is_safe_where_its_text_is_the_same(before: str, after: str, is_safe: bool, tmp_path: Path) -> None:
    text = ("from models import Post\n" + BOOKS).replace(before or "\0", after)
    mended_text = text.replace(".titles()", ".atitles()").replace("return Books(", "return await Books(")
    assert mended(tmp_path, text) == (mended_text if is_safe else text)
    assert mended(tmp_path, text, ("safe", "unsafe")) == mended_text


@pytest.mark.parametrize("name", STREAMED)
def test_a_stream_is_given_an_asynchronous_generator(name: str, tmp_path: Path) -> None:
    before, after = STREAMED[name]
    text = "from django.http import StreamingHttpResponse\n" + POST + "    return StreamingHttpResponse({})\n"
    assert mended(tmp_path, text.format(before)) == text.format(after)


def test_rows_are_fetched_before_they_are_serialised(tmp_path: Path) -> None:
    text = "from django.core import serializers\n" + POST + "    return serializers.serialize('json', {})\n"
    for given in ("{}", "queryset={}"):
        after = text.format(given.format("[post async for post in Post.objects.all()]"))
        assert mended(tmp_path / given, text.format(given.format("Post.objects.all()"))) == after
