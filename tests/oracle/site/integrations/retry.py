import functools
import time


def retry(attempts=3, wait=0.1):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(attempts):
                try:
                    return function(*args, **kwargs)
                except LookupError:
                    if attempt == attempts - 1:
                        raise
                    time.sleep(wait)

        return wrapper

    return decorate
