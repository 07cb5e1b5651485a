"""Fixes: what `--fix` writes for each action, that a second run changes nothing, and how files get to disk."""

import ast
import os
import stat
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest

from django_async_lint.cli import run
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Applicability, Edit
from django_async_lint.fixes.actions import ACTIONS
from django_async_lint.fixes.places import Place, add_await
from django_async_lint.fixes.writing import CannotWrite, write
from django_async_lint.fixing import fix, written
from django_async_lint.source import Position
from tests.projects import write_project
from tests.test_cli import dal

MODELS = """
from django.db import models

class Author(models.Model):
    name = models.CharField(max_length=100)

class Post(models.Model):
    title = models.CharField(max_length=100)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

    @property
    def byline(self):
        return self.author.name

class Review(models.Model):
    post = models.ForeignKey(Post, on_delete=models.CASCADE)

    def __str__(self):
        return f"on {self.post.title}"
"""

LOAD = "def load(a, b=0):\n    return Post.objects.get(pk=a)\n"
TWIN = "\nasync def aload(a, b=0):\n    return await Post.objects.aget(pk=a)\n\n"
OTHER_TWIN = TWIN.replace("objects.", "objects.select_related('author').")
POST = "from models import Post\n\nasync def view(request):\n"
DJANGO = "from django.http import HttpRequest\n\nasync def view(request: HttpRequest):\n"

CASES = {
    "an own twin with the same text": (
        "from models import Post\n\n" + LOAD + TWIN + "async def view(request):\n    return load(1).title\n",
        "from models import Post\n\n" + LOAD + TWIN + "async def view(request):\n    return (await aload(1)).title\n",
    ),
    "a sleep": (
        "import time\n\nasync def view(request):\n    time.sleep(1)  # slow\n",
        "import asyncio\n\nasync def view(request):\n    await asyncio.sleep(1)  # slow\n",
    ),
    "a sleep, asyncio under another name": (
        "import asyncio as aio\nfrom time import sleep\n\nasync def view(request):\n    sleep( 1 )\n",
        "import asyncio as aio\n\nasync def view(request):\n    await aio.sleep( 1 )\n",
    ),
    "an import after a docstring": (
        '"""Views."""\nfrom time import sleep\n\nasync def view(request):\n    sleep(1)\n',
        '"""Views."""\nimport asyncio\n\nasync def view(request):\n    await asyncio.sleep(1)\n',
    ),
    "a twin": (
        POST + "    return Post.objects.get(pk=1)\n",
        POST + "    return await Post.objects.aget(pk=1)\n",
    ),
    "a twin in a chain": (
        POST + "    return Post.objects.get(pk=1).title\n",
        POST + "    return (await Post.objects.aget(pk=1)).title\n",
    ),
    "a twin over several lines": (
        POST + "    return (\n        Post.objects\n        .filter(pk=1)  # one\n"
        "        .first()\n    )\n",
        POST + "    return (\n        await Post.objects\n"
        "        .filter(pk=1)  # one\n        .afirst()\n    )\n",
    ),
    "await on a synchronous query": (
        POST + "    return await Post.objects.get(pk=1)\n",
        POST + "    return await Post.objects.aget(pk=1)\n",
    ),
    "for over a queryset": (
        POST + "    for post in Post.objects.all():\n        print(post)\n",
        POST + "    async for post in Post.objects.all():\n        print(post)\n",
    ),
    "a comprehension over a queryset": (
        POST + "    return [\n        p.title\n        for p in Post.objects.all()\n    ]\n",
        POST + "    return [\n        p.title\n"
        "        async for p in Post.objects.all()\n    ]\n",
    ),
    "a list of a queryset": (
        POST + "    post = request.GET['post']\n    return list(Post.objects.all()), post\n",
        POST + "    post = request.GET['post']\n    return [post_2 async for post_2 in Post.objects.all()], post\n",
    ),
    "a lost coroutine": (
        POST + "    Post.objects.acreate(title='é')\n",
        POST + "    await Post.objects.acreate(title='é')\n",
    ),
    "a lost coroutine at the end of a chain with arguments": (
        POST + "    first = Post.objects.filter(pk=1).afirst()\n    return first.title\n",
        POST + "    first = await Post.objects.filter(pk=1).afirst()\n    return first.title\n",
    ),
    "a lost coroutine at the end of a chain over several lines": (
        POST + "    first = Post.objects.filter(\n        pk=1,\n    ).afirst()\n    return first.title\n",
        POST + "    first = await Post.objects.filter(\n        pk=1,\n    ).afirst()\n    return first.title\n",
    ),
    "an iterator at the end of a chain with arguments": (
        POST + "    for post in Post.objects.filter(pk=1).iterator():\n        print(post.title)\n",
        POST + "    async for post in Post.objects.filter(pk=1).aiterator():\n        print(post.title)\n",
    ),
    "a list of an iterator": (
        POST + "    return list(Post.objects.filter(pk=1).iterator(chunk_size=9))\n",
        POST + "    return [post async for post in Post.objects.filter(pk=1).aiterator(chunk_size=9)]\n",
    ),
    "next of an asynchronous iterator": (
        POST + "    rows = Post.objects.aiterator()\n    return next(rows), next(rows, None).title\n",
        POST + "    rows = Post.objects.aiterator()\n    return await anext(rows), (await anext(rows, None)).title\n",
    ),
    "next of an iterator": (
        POST + "    return next(Post.objects.filter(pk=1).iterator())\n",
        POST + "    return await anext(Post.objects.filter(pk=1).aiterator())\n",
    ),
    "a wrapper that is given a call": (
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    return await sync_to_async(load(1, b=2))\n",
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    return await sync_to_async(load)(1, b=2)\n",
    ),
    "a wrapper that is given a call, and is called": (
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n"
        "async def view(request):\n    await sync_to_async(Post(title='a').save())()\n",
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n"
        "async def view(request):\n    await sync_to_async(Post(title='a').save)()\n",
    ),
    "a thread that is given a call": (
        "import asyncio\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    await asyncio.to_thread(load(1, b=2))\n",
        "import asyncio\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    await asyncio.to_thread(load, 1, b=2)\n",
    ),
    "a session's items": (
        DJANGO + "    request.session['a'] = 1\n    del request.session['b']\n",
        DJANGO + "    await request.session.aset('a', 1)\n    await request.session.apop('b')\n",
    ),
    "a session's key": (
        DJANGO + "    return 'c' not in request.session\n",
        DJANGO + "    return not await request.session.ahas_key('c')\n",
    ),
    "what is gathered": (
        "import asyncio\n" + POST
        + "    return await asyncio.gather(*(Post.objects.get(pk=1), Post.objects.first()))\n",
        "import asyncio\n" + POST
        + "    return await asyncio.gather(*(Post.objects.aget(pk=1), Post.objects.afirst()))\n",
    ),
    "imports among other statements": (
        "import logging\n\nlogger = logging.getLogger()\n\nfrom django.shortcuts import get_object_or_404\n"
        "from models import Post\n\nasync def view(request):\n    from time import sleep\n    sleep(1)\n"
        "    return get_object_or_404(Post, pk=1)\n",
        "import asyncio\nimport logging\n\nlogger = logging.getLogger()\n\n"
        "from django.shortcuts import aget_object_or_404\n"
        "from models import Post\n\nasync def view(request):\n    await asyncio.sleep(1)\n"
        "    return await aget_object_or_404(Post, pk=1)\n",
    ),
    "a shortcut": (
        "from django.shortcuts import get_object_or_404\nfrom models import Post\n\n"
        "async def view(request):\n    return get_object_or_404(Post, pk=1).title\n",
        "from django.shortcuts import aget_object_or_404\nfrom models import Post\n\n"
        "async def view(request):\n    return (await aget_object_or_404(Post, pk=1)).title\n",
    ),
}

JOINED = {
    "a relation": (
        "    post = await Post.objects.aget(pk=1)\n    return post.author.name\n",
        '    post = await Post.objects.select_related("author").aget(pk=1)\n    return post.author.name\n',
    ),
    "a property": (
        "    post = await Post.objects.filter(pk=1).afirst()\n    return post.byline\n",
        '    post = await Post.objects.filter(pk=1).select_related("author").afirst()\n    return post.byline\n',
    ),
    "a name of two comprehensions": (
        "    posts = [post async for post in Post.objects.all()]\n    return [post.author.name for post in posts]\n",
        '    posts = [post async for post in Post.objects.all().select_related("author")]\n'
        "    return [post.author.name for post in posts]\n",
    ),
    "a name of a comprehension and of the function": (
        "    post = await Post.objects.afirst()\n    titles = [post.title async for post in Post.objects.all()]\n"
        "    return post.author.name, titles\n",
        '    post = await Post.objects.select_related("author").afirst()\n'
        "    titles = [post.title async for post in Post.objects.all()]\n    return post.author.name, titles\n",
    ),
    "text of an instance": (
        "    from models import Review\n    async for each in Review.objects.all()[:5]:\n        print(str(each))\n",
        "    from models import Review\n    async for each in Review.objects.all()[:5].select_related(\"post\"):\n"
        "        print(str(each))\n",
    ),
    "a queryset with a name": (
        "    posts = Post.objects.order_by('pk')\n    total = await posts.acount()\n"
        "    return total, [post.author async for post in posts]\n",
        "    posts = Post.objects.order_by('pk')\n    total = await posts.acount()\n"
        "    return total, [post.author async for post in posts.select_related('author')]\n",
    ),
    "or 404": (
        "    from django.shortcuts import aget_object_or_404\n    post = await aget_object_or_404(Post, pk=1)\n"
        "    return post.byline\n",
        "    from django.shortcuts import aget_object_or_404\n"
        "    post = await aget_object_or_404(Post.objects.select_related(\"author\"), pk=1)\n"
        "    return post.byline\n",
    ),
    "a query in a thread": (
        "    from asgiref.sync import sync_to_async\n    post = await sync_to_async(Post.objects.get)(pk=1)\n"
        "    return post.author\n",
        "    from asgiref.sync import sync_to_async\n"
        "    post = await sync_to_async(Post.objects.select_related(\"author\").get)(pk=1)\n    return post.author\n",
    ),
    "not beside `only`": ("    post = await Post.objects.only('title').aget(pk=1)\n    return post.author\n", ""),
    "not beside `values`": (
        "    rows = Post.objects.values('pk').union(Post.objects.values('pk'))\n"
        "    post = await Post.objects.filter(pk__in=rows).select_for_update().aget()\n    return post.author\n",
        "",
    ),
    "not where two queries fetch it": (
        "    post = await Post.objects.aget(pk=1)\n    if post.title:\n"
        "        post = await Post.objects.aget(pk=2)\n    return post.author\n",
        "",
    ),
    "not where it is fetched again": (
        "    post = await Post.objects.select_related('author').aget(pk=1)\n"
        "    await post.arefresh_from_db()\n    return post.author\n",
        "",
    ),
}
"""Bodies of a view before and after; nothing changes where there is no after."""

ROWS = {
    "a length": ("    return len(Post.objects.all())\n", "    return await Post.objects.all().acount()\n"),
    "a test": (
        "    if not Post.objects.filter(pk=1):\n        return None\n",
        "    if not await Post.objects.filter(pk=1).aexists():\n        return None\n",
    ),
    "a test that binds a name": (
        "    if (posts := Post.objects.filter(pk=1)) and request:\n        return posts\n",
        "    if await (posts := Post.objects.filter(pk=1)).aexists() and request:\n        return posts\n",
    ),
    "rows of an iterator in a generator": (
        "    return any(post.pk for post in Post.objects.iterator())\n",
        "    return any(post.pk for post in [post_2 async for post_2 in Post.objects.aiterator()])\n",
    ),
    "an operand that is a value": ("    return Post.objects.filter(pk=1) or None\n", ""),
    "an index": (
        "    return Post.objects.all()[2].title\n",
        "    return [post async for post in Post.objects.all()[2:3]][0].title\n",
    ),
    "sorting": (
        "    return sorted(Post.objects.all(), key=str)\n",
        "    return sorted([post async for post in Post.objects.all()], key=str)\n",
    ),
    "a generator": (
        "    return sum(post.pk for post in Post.objects.all())\n",
        "    return sum(post.pk for post in [post_2 async for post_2 in Post.objects.all()])\n",
    ),
    "unpacking": (
        "    first, second = Post.objects.all()\n    return first, second\n",
        "    first, second = [post async for post in Post.objects.all()]\n    return first, second\n",
    ),
    "an awaited queryset": (
        "    posts = await Post.objects.filter(pk=1)\n    return [post async for post in posts]\n",
        "    posts = Post.objects.filter(pk=1)\n    return [post async for post in posts]\n",
    ),
    "what may be a list as well": (
        "    rows = Post.objects.all() if request else []\n    if len(rows) > 1:\n        return rows[0]\n"
        "    return [row for row in rows]\n",
        "",
    ),
    "a manager": (
        "    return [post async for post in Post.objects]\n",
        "    return [post async for post in Post.objects.all()]\n",
    ),
    "a synchronous iterator": (
        "    async for post in Post.objects.iterator():\n        print(post.pk)\n",
        "    async for post in Post.objects.aiterator():\n        print(post.pk)\n",
    ),
}

MISMATCHES = {
    "a coroutine that is run": ("    return asyncio.run(tell(1))\n", "    return await tell(1)\n"),
    "a coroutine function in a wrapper": ("    await sync_to_async(tell)(1)\n", "    await tell(1)\n"),
    "a coroutine function in a thread": ("    await asyncio.to_thread(tell, 1)\n", "    await tell(1)\n"),
    "a plain loop": (
        "    for each in ticks():\n        print(each)\n",
        "    async for each in ticks():\n        print(each)\n",
    ),
    "an asynchronous loop": (
        "    async for each in [1, 2]:\n        print(each)\n",
        "    for each in [1, 2]:\n        print(each)\n",
    ),
    "an assigned coroutine": ("    told = tell(1)\n", "    told = await tell(1)\n"),
}
COROUTINES = (
    "import asyncio\nfrom asgiref.sync import sync_to_async\n\nasync def tell(a):\n    await asyncio.sleep(a)\n\n"
    "async def ticks():\n    yield 1\n\nasync def view(request):\n"
)

TITLES = (
    "from models import Post\n\ndef titles():\n    for post in Post.objects.all():\n        yield post.title\n\n"
)

GUARDED = (
    "from django.contrib.auth.mixins import UserPassesTestMixin\nfrom django.http import HttpResponse\n"
    "from django.views import View\n\nclass Payroll(UserPassesTestMixin, View):\n    {} test_func(self):\n"
    "        return False\n\n    def get(self, request):\n        return HttpResponse('a')\n"
)
WAITS = "import httpx\n\nclient = httpx.AsyncClient()\n\nasync def view(request):\n"

UNSAFE = {
    "a blocking call": (
        "import requests\n\nasync def view(request):\n    return requests.get('https://a.com', timeout=3).json()\n",
        "import asyncio\n\nimport requests\n\nasync def view(request):\n"
        "    return (await asyncio.to_thread(requests.get, 'https://a.com', timeout=3)).json()\n",
    ),
    "a call over several lines": (
        "import subprocess\n\nasync def view(request):\n"
        "    subprocess.run(\n        ['ls'],  # list\n        check=True,\n    )\n",
        "import asyncio\nimport subprocess\n\nasync def view(request):\n"
        "    await asyncio.to_thread(\n        subprocess.run,\n        ['ls'],  # list\n        check=True,\n    )\n",
    ),
    "a helper that queries": (
        "from models import Post\n\n" + LOAD + "\nasync def view(request):\n    return load(1)\n",
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    return await sync_to_async(load)(1)\n",
    ),
    "a page that is rendered": (
        "from django.shortcuts import render\n\nasync def view(request):\n    return render(request, 'a.html')\n",
        "from asgiref.sync import sync_to_async\nfrom django.shortcuts import render\n\n"
        "async def view(request):\n    return await sync_to_async(render)(request, 'a.html')\n",
    ),
    "a twin that hashes a password on the loop, a check that may save another hash": (
        "from django.contrib.auth import authenticate\nfrom django.contrib.auth.models import User\n\n"
        "async def view(request, user: User):\n    user.check_password('a')\n"
        "    return authenticate(request, username='a', password='b')\n",
        "from asgiref.sync import sync_to_async\n"
        "from django.contrib.auth import authenticate\nfrom django.contrib.auth.models import User\n\n"
        "async def view(request, user: User):\n    await sync_to_async(user.check_password)('a')\n"
        "    return await sync_to_async(authenticate)(request, username='a', password='b')\n",
    ),
    "the whole of what is read": (
        "from models import Review\n\nasync def view(request, review: Review):\n    await review.arefresh_from_db()\n"
        "    return review.post.author.name.upper()\n",
        "from asgiref.sync import sync_to_async\nfrom models import Review\n\n"
        "async def view(request, review: Review):\n    await review.arefresh_from_db()\n"
        "    return (await sync_to_async(lambda: review.post.author.name)()).upper()\n",
    ),
    "what is done in a thread already": (
        "import asyncio\n\nasync def view(request, path):\n    return await asyncio.to_thread(open(path).read)\n",
        "import asyncio\n\nasync def view(request, path):\n"
        "    return await asyncio.to_thread(lambda: open(path).read())\n",
    ),
    "the same, with what it is given": (
        "import asyncio\n\nasync def view(request, path):\n    return await asyncio.to_thread(open(path).read, 3)\n",
        "import asyncio\n\nasync def view(request, path):\n"
        "    return await asyncio.to_thread(lambda: open(path).read(3))\n",
    ),
    "the same, wrapped": (
        "from asgiref.sync import sync_to_async\n\nasync def view(request, path):\n"
        "    return await sync_to_async(open(path).read)()\n",
        "from asgiref.sync import sync_to_async\n\nasync def view(request, path):\n"
        "    return await sync_to_async(lambda: open(path).read())()\n",
    ),
    "a deferred field, left out by names that are not known": (
        POST + "    post = await Post.objects.defer(*('title',)).aget(pk=1)\n    return post.title.upper()\n",
        "from asgiref.sync import sync_to_async\n"
        + POST
        + "    post = await Post.objects.defer(*('title',)).aget(pk=1)\n"
        "    return (await sync_to_async(lambda: post.title)()).upper()\n",
    ),
    "text of a queryset": (
        POST + "    return f'all: {Post.objects.all()}'\n",
        "from asgiref.sync import sync_to_async\n" + POST
        + "    return await sync_to_async(lambda: f'all: {Post.objects.all()}')()\n",
    ),
    "a user": (
        "from django.http import HttpRequest\n\nasync def view(request: HttpRequest):\n"
        "    if request.user.is_active:\n        return request.user.pk\n",
        "from django.http import HttpRequest\n\nasync def view(request: HttpRequest):\n"
        "    if (await request.auser()).is_active:\n        return (await request.auser()).pk\n",
    ),
    "a user that is given to a query": (
        "from django.http import HttpRequest\nfrom models import Post\n\nasync def view(request: HttpRequest):\n"
        "    rows = Post.objects.filter(author__user=request.user, pk__gt=1)\n"
        "    return rows, Post.objects.filter(author__in=[lambda: request.user])\n",
        "from django.http import HttpRequest\nfrom models import Post\n\nasync def view(request: HttpRequest):\n"
        "    rows = Post.objects.filter(author__user=await request.auser(), pk__gt=1)\n"
        "    return rows, Post.objects.filter(author__in=[lambda: request.user])\n",
    ),
    "a view that never awaits": (
        "from django.http import HttpResponse\n\nasync  def view(request):\n    return HttpResponse('a')\n",
        "from django.http import HttpResponse\n\ndef view(request):\n    return HttpResponse('a')\n",
    ),
    "a test that is never awaited": (
        GUARDED.format("async def"),
        GUARDED.format("def"),
    ),
    "waits in turn": (
        WAITS + "    a = await client.get('https://a.com')\n    b = await client.get('https://b.com')\n"
        "    return a.text + b.text\n",
        "import asyncio\n\n" + WAITS + "    a, b = await asyncio.gather(client.get('https://a.com'), "
        "client.get('https://b.com'))\n    return a.text + b.text\n",
    ),
    "what is gathered": (
        "import asyncio\n\nimport requests\nfrom asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD
        + "\nasync def view(request):\n    a = await asyncio.gather(load(1), load(2))\n"
        "    b = await asyncio.gather(*[requests.get(url) for url in ('a', 'b')])\n"
        "    return await asyncio.wait_for(load(3), timeout=load(4))\n",
        "import asyncio\n\nimport requests\nfrom asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD
        + "\nasync def view(request):\n"
        "    a = await asyncio.gather(sync_to_async(load)(1), sync_to_async(load)(2))\n"
        "    b = await asyncio.gather(*[asyncio.to_thread(requests.get, url) for url in ('a', 'b')])\n"
        "    return await asyncio.wait_for(sync_to_async(load)(3), timeout=await sync_to_async(load)(4))\n",
    ),
    "a future": (
        "import asyncio\nfrom concurrent.futures import ThreadPoolExecutor\n\npool = ThreadPoolExecutor()\n\n"
        "async def view(request):\n    return pool.submit(print, 1).result()\n",
        "import asyncio\nfrom concurrent.futures import ThreadPoolExecutor\n\npool = ThreadPoolExecutor()\n\n"
        "async def view(request):\n    return await asyncio.wrap_future(pool.submit(print, 1))\n",
    ),
    "among many functions": (
        "import time\n\n\ndef load(a): return a\n\n\nclass Shelf:\n    def first(self):\n        return 1\n\n"
        "    @property\n    async def second(self):\n        open('a')\n\n    def third(self): pass; a = 1\n\n\n"
        "async def view(request):\n    return load(time.time())\n",
        "import asyncio\nimport time\n\n\ndef load(a): return a\n\n\n"
        "class Shelf:\n    def first(self):\n        return 1\n\n"
        "    @property\n    async def second(self):\n        await asyncio.to_thread(open, 'a')\n\n"
        "    def third(self): pass; a = 1\n\n\nasync def view(request):\n    return load(time.time())\n",
    ),
    "an own twin, which does something else as well": (
        "from models import Post\n\n" + LOAD + OTHER_TWIN + "async def view(request):\n    return load(1).title\n",
        "from models import Post\n\n" + LOAD + OTHER_TWIN
        + "async def view(request):\n    return (await aload(1)).title\n",
    ),
    "a transaction": (
        "from django.db import transaction\n" + POST
        + "    count = 0\n    with transaction.atomic():\n        post = Post.objects.get(pk=1)\n"
        "        post.save()  # again\n\n        count += 1\n    return post, count\n",
        "from asgiref.sync import sync_to_async\nfrom django.db import transaction\n" + POST
        + "    count = 0\n\n    def in_transaction():\n        nonlocal count\n        with transaction.atomic():\n"
        "            post = Post.objects.get(pk=1)\n            post.save()  # again\n\n            count += 1\n"
        "        return post\n\n    post = await sync_to_async(in_transaction)()\n    return post, count\n",
    ),
    "a transaction that awaits": (
        "from django.db import transaction\n" + POST
        + "    with transaction.atomic():\n        await Post.objects.acreate()\n        Post.objects.get(pk=1)\n",
        "from django.db import transaction\n" + POST
        + "    with transaction.atomic():\n        await Post.objects.acreate()\n        Post.objects.get(pk=1)\n",
    ),
    "what is called where the result is iterated": (
        "import time\n\ndef nap(x):\n    time.sleep(x)\n\nasync def view(request):\n    return list(map(nap, [1]))\n",
        "import time\n\ndef nap(x):\n    time.sleep(x)\n\nasync def view(request):\n    return list(map(nap, [1]))\n",
    ),
    "a generator's body runs where it is iterated": (
        TITLES + "async def view(request):\n    return [title for title in titles()]\n",
        TITLES + "async def view(request):\n    return [title for title in titles()]\n",
    ),
}


SIGNAL = (
    "from django.dispatch import Signal, receiver\nfrom models import Post\n\nopened = Signal()\n\n"
    "@receiver(opened)\ndef note(sender, **given):\n    Post.objects.create()\n\n"
)
GIVEN = (
    "from models import Post\n\ndef titles(rows):\n    return [row.title for row in rows] if rows else []\n\n"
    "def counted(rows):\n    return rows.count(), list(rows)\n\ndef kept(rows):\n    return list(rows), rows\n\n"
    "async def view(request):\n"
)
WHOLE = {
    "a signal with a receiver that queries": (
        SIGNAL + "async def view(request):\n    return len(opened.send_robust(sender=view))\n",
        SIGNAL + "async def view(request):\n    return len(await opened.asend_robust(sender=view))\n",
    ),
    "rows that a helper goes through": (
        GIVEN + "    return titles(Post.objects.all()), [titles(Post.objects.filter(pk=pk)) for pk in (1, 2)]\n",
        GIVEN + "    return titles([post async for post in Post.objects.all()]), "
        "[titles([post async for post in Post.objects.filter(pk=pk)]) for pk in (1, 2)]\n",
    ),
    "rows that a helper does more with": (
        GIVEN + "    return counted(Post.objects.all()), kept(Post.objects.all())\n",
        GIVEN + "    return counted(Post.objects.all()), kept(Post.objects.all())\n",
    ),
    "rows that are given where nothing can be awaited": (
        GIVEN + "    return (titles(Post.objects.all()) for _ in (1, 2)), lambda: titles(Post.objects.all())\n",
        GIVEN + "    return (titles(Post.objects.all()) for _ in (1, 2)), lambda: titles(Post.objects.all())\n",
    ),
    "rows by their keys": (
        POST + "    posts = await Post.objects.ain_bulk([1])\n"
        "    return posts[1].author.name, {pk: post.author.name for pk, post in posts.items()}\n",
        POST + '    posts = await Post.objects.select_related("author").ain_bulk([1])\n'
        "    return posts[1].author.name, {pk: post.author.name for pk, post in posts.items()}\n",
    ),
}


def mended(
    root: Path, text: str, allowed: tuple[Applicability, ...] = ("safe",), beside: Mapping[str, str] | None = None
) -> str:
    """The text of `views.py` after its fixes, with other files beside it; a second run must change nothing."""
    project = write_project(root, {"models.py": MODELS, "views.py": text, **(beside or {})})
    outcome = fix([project / "views.py"], Settings(), allowed)
    if not outcome.changes:
        return text
    (change,) = outcome.changes
    (project / "views.py").write_bytes(change.after)
    assert not fix([project / "views.py"], Settings(), allowed).changes
    return change.after.decode()


@pytest.mark.parametrize("name", UNSAFE)
def test_what_an_unsafe_fix_writes(name: str, tmp_path: Path) -> None:
    before, after = UNSAFE[name]
    assert mended(tmp_path, before) == before
    assert mended(tmp_path, before, ("safe", "unsafe")) == after


@pytest.mark.parametrize("name", [*JOINED, *ROWS])
def test_what_becomes_of_queries(name: str, tmp_path: Path) -> None:
    before, after = (JOINED | ROWS)[name]
    assert mended(tmp_path, POST + before) == POST + (after or before)


@pytest.mark.parametrize("name", MISMATCHES)
def test_what_becomes_of_mismatches(name: str, tmp_path: Path) -> None:
    before, after = MISMATCHES[name]
    assert mended(tmp_path, COROUTINES + before).endswith("async def view(request):\n" + after)


@pytest.mark.parametrize("name", [*CASES, *WHOLE])
def test_what_a_fix_writes(name: str, tmp_path: Path) -> None:
    before, after = (CASES | WHOLE)[name]
    assert mended(tmp_path, before) == after


def test_a_cache_is_asked_by_its_own_asynchronous_forms(tmp_path: Path) -> None:
    text = (
        "from django.core.cache import cache, caches\nfrom models import Post\n\n"
        "async def view(request):\n    cache.set('a', cache.get('b'))\n    caches['default'].get_many(['c'])\n"
        "    return cache.get_or_set('d', lambda: list(Post.objects.all()))\n"
    )
    settings = 'CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}\n'
    manage = 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n'
    after = text.replace("cache.set('a', cache.get", "await cache.aset('a', await cache.aget")
    after = after.replace("caches['default'].get", "await caches['default'].aget")
    assert mended(tmp_path, text, beside={"manage.py": manage, "settings.py": settings}) == after


def test_a_loop_of_its_own_is_not_moved_into_the_thread_of_the_request(tmp_path: Path) -> None:
    """That thread would run the loop, and the loop's own query would wait for that thread."""
    helper = """
import asyncio
from django.db import models

class Book(models.Model):
    title = models.CharField(max_length=10)

async def in_stock():
    return await Book.objects.acount()

def counted():
    return Book.objects.count(){more}

async def index(request):
    return counted()
"""
    alone = helper.replace("{more}", "")
    assert "await sync_to_async(counted)()" in mended(tmp_path / "alone", alone, ("safe", "unsafe"))
    looping = helper.replace("{more}", ", asyncio.run(in_stock())")
    assert mended(tmp_path / "looping", looping, ("safe", "unsafe")) == looping


def test_no_comment_is_lost(tmp_path: Path) -> None:
    text = f"{POST}    return list(  # all of them\n        Post.objects.all()\n    )\n"
    rows = "[post async for post in Post.objects.all()]"
    assert mended(tmp_path, text) == text.replace("Post.objects.all()", rows)
    text = f"{POST}    return len(  # all of them\n        Post.objects.all()\n    )\n"
    assert mended(tmp_path, text) == text.replace("Post.objects.all()", rows)


@pytest.mark.parametrize(
    "body",
    [
        "    return (lambda: Post.objects.get(pk=1))",
        "    def inner(post=Post.objects.get(pk=1)):\n        return post\n    return inner",
        "    return (Post.objects.get(pk=pk) for pk in (1, 2))",
        "    def inner():\n        return Post.objects.get(pk=1)\n    return inner()",
    ],
)
def test_no_await_where_it_cannot_stand(body: str, tmp_path: Path) -> None:
    text = f"{POST}{body}\n"
    assert mended(tmp_path, text) == text


def test_line_ends_and_byte_order_mark_are_kept(tmp_path: Path) -> None:
    project = write_project(tmp_path, {})
    path = project / "views.py"
    path.write_bytes(b"\xef\xbb\xbfimport time\r\n\r\nasync def view(request):\r\n\ttime.sleep(1)\r\n")
    (change,) = fix([path], Settings(), ("safe",)).changes
    expected = b"import asyncio\r\n\r\nasync def view(request):\r\n\tawait asyncio.sleep(1)\r\n"
    assert change.after == b"\xef\xbb\xbf" + expected


@pytest.mark.parametrize(("encoding", "end"), [("utf-8-sig", "\r\n"), ("utf-8", "\n"), ("latin-1", "\r\n")])
def test_a_file_on_disk_keeps_encoding_line_ends_and_mode(encoding: str, end: str, tmp_path: Path) -> None:
    project = write_project(tmp_path, {})
    path, link = project / "views.py", project / "linked"
    first = "# -*- coding: latin-1 -*-\n" if encoding == "latin-1" else ""
    text = f"{first}import asyncio, time\n\nasync def view(request):\n    time.sleep(1)  # é"
    path.write_bytes(text.replace("\n", end).encode(encoding))
    path.chmod(0o754)
    link.symlink_to(path)
    assert dal("fix", ".", cwd=project).returncode == 0
    after = text.replace("import asyncio, time", "import asyncio").replace("time.sleep", "await asyncio.sleep")
    assert path.read_bytes() == after.replace("\n", end).encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o754 and link.is_symlink()
    assert sorted(each.name for each in project.iterdir() if ".dal" in each.suffix) == []


def test_files_are_replaced_with_their_mode(tmp_path: Path) -> None:
    path = tmp_path / "views.py"
    path.write_text("a")
    path.chmod(0o751)
    write(path, b"a", b"b")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"b", 0o751)
    assert os.listdir(tmp_path) == ["views.py"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "views.py"
    path.write_text("other")
    with pytest.raises(CannotWrite, match="changed on disk"):
        write(path, b"a", b"b")
    assert path.read_text() == "other"


SLEEPER = textwrap.dedent("""\
    import asyncio
    import time

    async def view(request):
        time.sleep(1)
    """)


def test_fix_writes_and_exits_clean(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"views.py": SLEEPER})
    run = dal("fix", ".", cwd=project)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "No findings in 2 files, 1 function on the event loop; 1 fixed\n"
    ast.parse((project / "views.py").read_text())


def test_a_fix_after_which_a_file_would_not_parse_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(place: Place) -> list[Edit]:
        return [*add_await(place), Edit("", *place.tree.span(place.node), "sleep(")] if place.line == 6 else []

    monkeypatch.setitem(ACTIONS, "replace-sleep", broken)
    text = f"import time\n{POST}    post = Post.objects.get(pk=1)\n    time.sleep(1)\n    return post\n"
    path = write_project(tmp_path, {"models.py": MODELS, "views.py": text}) / "views.py"
    assert run(["check", str(path), "--fix", "--no-cache", "--output-format", "concise"]) == 2
    printed = capsys.readouterr()
    assert path.read_text() == text.replace("Post.objects.get", "await Post.objects.aget")
    assert "views.py: DAL101 at 6:5 not fixed, the file would not parse afterwards" in printed.err
    assert "views.py:6:5: DAL101 " in printed.out


def test_a_diff_writes_nothing_and_exits_with_one(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"views.py": SLEEPER})
    run = dal("check", "--diff", cwd=project)
    assert run.returncode == 1
    assert "-    time.sleep(1)\n+    await asyncio.sleep(1)\n" in run.stdout
    assert (project / "views.py").read_text() == SLEEPER


def test_what_could_not_be_written_is_still_reported(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"views.py": SLEEPER})
    (project / "views.py").chmod(0o444)
    run = dal("check", "--fix", cwd=project)
    assert run.returncode == 2 and "read-only" in run.stderr
    assert "DAL101" in run.stdout and "fixed" not in run.stdout


def test_a_file_that_changes_while_it_is_mended_is_still_reported(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"views.py": SLEEPER})
    paths, settings = [project / "views.py"], Settings()
    outcome = fix(paths, settings, ("safe",))
    (project / "views.py").write_text(SLEEPER + "\n")
    left = written(outcome, paths, settings, {})
    assert [each.diagnostic.code for each in left.report.findings] == ["DAL101"]
    assert (left.fixed, left.changes) == ({}, ()) and "changed on disk" in left.report.errors[0]


def test_a_page_is_not_rewritten_as_a_queryset(tmp_path: Path) -> None:
    text = (
        "from asgiref.sync import sync_to_async\nfrom django.core.paginator import Paginator\n"
        "from models import Post\n\nasync def view(request):\n    pages = Paginator(Post.objects.all(), 10)\n"
        "    page = await sync_to_async(pages.get_page)(1)\n    return [post.title for post in page]\n"
    )
    assert mended(tmp_path, text) == text


def test_a_diff_tells_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"views.py": "async def view(:\n"})
    run = dal("check", "--diff", cwd=project)
    assert "views.py:1: cannot parse" in run.stderr


def test_fix_only_reports_nothing(tmp_path: Path) -> None:
    files = {"views.py": SLEEPER + "    open('x')\n"}
    project = write_project(tmp_path, files)
    run = dal("check", "--fix-only", "--show-fixes", cwd=project)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "views.py: 1 x DAL101\n")


def test_fixes_that_come_to_no_end_leave_a_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "import time\n\nasync def view(request):\n    time.sleep(1)\n"
    project = write_project(tmp_path, {"views.py": text, "others.py": text})
    monkeypatch.setitem(ACTIONS, "replace-sleep", lambda place: [Edit("", (at := Position(4, 9)), at, " ")])
    outcome = fix([project], Settings(), ("safe",))
    assert outcome.changes == ()
    assert not outcome.fixed
    assert [error.partition(": ")[2] for error in outcome.report.errors] == ["not fixed, its fixes come to no end"] * 2


@pytest.mark.parametrize(
    ("names", "after"),
    [
        ("Http404, get_object_or_404, render", "Http404, aget_object_or_404, render"),
        ("get_object_or_404, Http404, render", "aget_object_or_404, Http404, render"),
    ],
)
def test_a_name_is_added_to_an_import_where_isort_puts_it(tmp_path: Path, names: str, after: str) -> None:
    text = f"""from django.shortcuts import {names}
from models import Post


async def view(request, pk):
    if not pk:
        raise Http404
    return render(request, "post.html", {{"post": get_object_or_404(Post, pk=pk)}})
"""
    root = write_project(tmp_path, {"models.py": MODELS, "views.py": text})
    (change,) = fix([root / "views.py"], Settings(), ("safe",)).changes
    assert f"import {after}\n" in change.after.decode()


def test_what_is_opened_and_read_in_one_expression_takes_one_thread(tmp_path: Path) -> None:
    text = """import asyncio
from urllib.request import urlopen


async def view(request, path):
    body = urlopen("https://example.com").read()
    await asyncio.sleep(0)
    return body, f"{open(path).read()!r}"
"""
    root = write_project(tmp_path, {"views.py": text})
    (change,) = fix([root / "views.py"], Settings(), ("safe", "unsafe")).changes
    after = change.after.decode()
    assert 'await asyncio.to_thread(lambda: urlopen("https://example.com").read())' in after
    assert "{await asyncio.to_thread(lambda: open(path).read())!r}" in after
    assert after.count("to_thread") == 2
