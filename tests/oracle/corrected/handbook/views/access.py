class ImprintForgotten(ImprintBase):
    async def get(self, request, *args, **kwargs):
        return self.render_to_response(await self.get_context_data())


class PassedTitle(View):
    async def dispatch(self, request, *args, **kwargs):
        return await super().dispatch(request, *args, **kwargs)

    async def get(self, request, pk):
        return HttpResponse(await selectors.headline(pk))
