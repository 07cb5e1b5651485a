class PlainLedgerView(PermissionRequiredMixin, View):
    def has_permission(self):
        return False

    def get(self, request):
        return HttpResponse("ledger")


class BoardView(TemplateView):
    template_name = "handbook/imprint.html"

    def get_context_data(self, **kwargs):
        return {"owner": "ada"}
