class CounterUnawaited(Counter):
    @method_decorator(cache_page(30))
    async def get(self, request):
        count = await self.count()
        return HttpResponse(f"{count} pages")
