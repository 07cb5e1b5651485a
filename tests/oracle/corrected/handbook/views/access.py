class ImprintForgotten(ImprintBase):
    async def get(self, request, *args, **kwargs):
        return self.render_to_response(await self.get_context_data())
