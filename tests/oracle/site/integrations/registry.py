class Endpoints:
    def __init__(self):
        self._routes = {"status": "/status"}

    def get(self, name, timeout=None):
        return self._routes.get(name)

    def post(self, name, route):
        self._routes[name] = route

    def run(self, name):
        return f"{name}: {self._routes[name]}"


requests = Endpoints()
