"""Writes Django projects of any number of files, mostly synchronous or asynchronous throughout, for the benchmark.

Unlike `generated_project`, whose call graphs are the worst that can be, these are what sites look like: applications of
ten files each, models with relations, forms, views, services, tests, each file a few hundred lines at most. The same
size and kind give the same files. Nothing is measured here.
"""

from collections.abc import Iterator
from pathlib import Path

PER_APPLICATION = 10
"""Files of one application, its empty `__init__.py` among them."""
ROWS = 12
"""How often the repeated part of a file comes: about 150 lines a file."""
ONE_IN = 25
"""Of how many applications of a mostly synchronous site one has asynchronous views."""

SETTINGS = """\
DEBUG = False
ROOT_URLCONF = "site.urls"
INSTALLED_APPS = [{apps}]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
DATABASES = {{"default": {{"ENGINE": "django.db.backends.postgresql", "NAME": "site"}}}}
"""
MODELS = """\
from django.conf import settings
from django.db import models


class Owner{app}(models.Model):
    name = models.CharField(max_length=80)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    def __str__(self):
        return self.name

"""
MODEL = """
class Order{app}_{row}(models.Model):
    number = models.IntegerField(default=0)
    title = models.CharField(max_length=200, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    owner = models.ForeignKey(Owner{app}, related_name="orders_{row}", on_delete=models.CASCADE)

    class Meta:
        ordering = ["-created"]

    def total(self):
        amount = sum(line for line in range(self.number))
        return amount if amount > 0 else None

"""
FORM = """
class OrderForm{row}(forms.ModelForm):
    class Meta:
        model = Order{app}_{row}
        fields = ["number", "title", "owner"]

    def clean_title(self):
        title = self.cleaned_data["title"].strip()
        if not title:
            raise forms.ValidationError("a title is needed")
        return title

"""
SERVICE = """
def orders_of_{row}(owner, limit=20):
    \"\"\"The orders of an owner, the latest first.\"\"\"
    found = Order{app}_{row}.objects.filter(owner=owner).select_related("owner")
    return [{{"number": each.number, "owner": each.owner.name}} for each in found[:limit]]


def describe_{row}(order, verbose=False):
    parts = [str(order.number), order.title]
    if verbose:
        parts.append(order.owner.name)
    return ", ".join(part for part in parts if part)

"""
VIEW = """
@require_GET
def order_list_{row}(request):
    owner = get_object_or_404(Owner{app}, user=request.user)
    rows = services.orders_of_{row}(owner, limit=int(request.GET.get("limit", 20)))
    return render(request, "orders/list.html", {{"rows": rows, "owner": owner}})


class OrderDetail{row}(DetailView):
    model = Order{app}_{row}
    template_name = "orders/detail.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["text"] = services.describe_{row}(self.object, verbose=True)
        return context

"""
ASYNC_SERVICE = """
async def aorders_of_{row}(owner, limit=20):
    found = Order{app}_{row}.objects.filter(owner=owner).select_related("owner")
    return [{{"number": each.number, "owner": each.owner.name}} async for each in found[:limit]]


async def send_{row}(client: httpx.AsyncClient, order, verbose=False):
    text = describe_{row}(order, verbose=verbose)
    answer = await client.post("https://example.com/orders", json={{"text": text}})
    if answer.status_code != 200:
        return None
    return answer.json()


def archive_{row}(orders):
    with open("/tmp/orders.txt", "a") as file:
        for order in orders:
            file.write(describe_{row}(order))

"""
ASYNC_VIEW = """
async def aorder_list_{row}(request):
    owner = await Owner{app}.objects.aget(user_id=request.GET["user"])
    rows = await services.aorders_of_{row}(owner, limit=int(request.GET.get("limit", 20)))
    return JsonResponse({{"rows": rows, "owner": owner.name}})


async def asend_order_{row}(request, number):
    order = await Order{app}_{row}.objects.aget(number=number)
    async with httpx.AsyncClient() as client:
        sent = await services.send_{row}(client, order, verbose=True)
    if sent is None:
        services.archive_{row}([order])
    return JsonResponse({{"sent": bool(sent), "text": services.describe_{row}(order)}})

"""
ADMIN = """
@admin.register(Order{app}_{row})
class OrderAdmin{row}(admin.ModelAdmin):
    list_display = ["number", "title", "owner"]
    search_fields = ["title"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("owner")

"""
TEST = """
class OrderTest{row}(TestCase):
    def setUp(self):
        self.owner = Owner{app}.objects.create(name="Ada")

    def test_total(self):
        order = Order{app}_{row}.objects.create(number=3, owner=self.owner)
        self.assertEqual(order.total(), 3)
        response = self.client.get("/app{app}/{row}/")
        self.assertEqual(response.status_code, 200)

"""
COMMAND = """
def export_{row}(path, owner):
    rows = [str(each.number) for each in Order{app}_{row}.objects.filter(owner=owner)]
    with open(path, "w") as file:
        file.write("\\n".join(rows))
    return len(rows)

"""
IMPORT_MODELS = "from app{app}.models import Owner{app}, {orders}\n"


def write_site(root: Path, files: int, is_asynchronous: bool) -> Path:
    """Writes a site of so many Python files into `root`; the folder. `is_asynchronous` gives every application
    asynchronous views and services; else one of many has them."""
    applications = files // PER_APPLICATION
    names = [f"app{app}" for app in range(applications)]
    (root / "site").mkdir(parents=True)
    _write(root / "manage.py", "")
    _write(root / "pyproject.toml", "[tool.django-async-lint]\n")
    _write(root / "site/__init__.py", "")
    _write(root / "site/settings.py", SETTINGS.format(apps=", ".join(f'"{name}"' for name in names)))
    _write(root / "site/urls.py", _urls(names))
    for app, name in enumerate(names):
        has_coroutines = is_asynchronous or app % ONE_IN == 0
        for path, text in _application(app, has_coroutines):
            _write(root / name / path, text)
    return root


def _application(app: int, has_coroutines: bool) -> Iterator[tuple[str, str]]:
    """The files of one application: path and text."""
    orders = ", ".join(f"Order{app}_{row}" for row in range(ROWS))
    models = IMPORT_MODELS.format(app=app, orders=orders)
    views = (
        f"{_http(has_coroutines)}from django.http import JsonResponse\n"
        "from django.shortcuts import get_object_or_404, render\n"
        "from django.views.decorators.http import require_GET\nfrom django.views.generic import DetailView\n\n"
        f"from app{app} import services\n{models}\n"
    )
    yield "__init__.py", ""
    yield "models.py", MODELS.format(app=app) + _rows(MODEL, app)
    yield "forms.py", f"from django import forms\n\n{models}\n" + _rows(FORM, app)
    services = _rows(SERVICE, app) + (_rows(ASYNC_SERVICE, app) if has_coroutines else "")
    yield "services.py", f"{_http(has_coroutines)}{models}\n{services}"
    yield "views.py", views + _rows(VIEW, app) + (_rows(ASYNC_VIEW, app) if has_coroutines else "")
    yield "urls.py", _patterns(app, has_coroutines)
    yield "admin.py", f"from django.contrib import admin\n\n{models}\n" + _rows(ADMIN, app)
    yield "tests.py", f"from django.test import TestCase\n\n{models}\n" + _rows(TEST, app)
    yield "exports.py", f"{models}\n" + _rows(COMMAND, app)
    yield "texts.py", _rows(SERVICE.partition("def describe")[0].replace("orders_of", "texts_of"), app)


def _http(is_needed: bool) -> str:
    return "import httpx\n\n" if is_needed else ""


def _rows(template: str, app: int) -> str:
    return "\n".join(template.format(app=app, row=row).strip("\n") + "\n\n" for row in range(ROWS))


def _patterns(app: int, has_coroutines: bool) -> str:
    names = [f'    path("{row}/", views.order_list_{row}),' for row in range(ROWS)]
    if has_coroutines:
        names += [f'    path("a{row}/", views.aorder_list_{row}),' for row in range(ROWS)]
    lines = "\n".join(names)
    return f"from django.urls import path\n\nfrom app{app} import views\n\nurlpatterns = [\n{lines}\n]\n"


def _urls(names: list[str]) -> str:
    lines = "\n".join(f'    path("{name}/", include("{name}.urls")),' for name in names)
    return f"from django.urls import include, path\n\nurlpatterns = [\n{lines}\n]\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
