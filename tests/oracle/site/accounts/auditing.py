from .models import AuditEntry


class audited:
    def __init__(self, action):
        self.action = action

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.record("failed" if kind else "done")

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        await AuditEntry.objects.acreate(action=self.action, outcome="failed" if kind else "done")

    def record(self, outcome):
        AuditEntry.objects.create(action=self.action, outcome=outcome)
