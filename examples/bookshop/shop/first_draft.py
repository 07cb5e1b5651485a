"""A first try at an asynchronous view, with the two words swapped. Python cannot read this file; `dal` says why."""


def async my_view(request):
    return None
