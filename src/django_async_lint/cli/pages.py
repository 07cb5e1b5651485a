"""`dal rule`: the pages of the rules."""

import click

from django_async_lint.cli.options import rule_codes
from django_async_lint.cli.terminal import CLEAN, write
from django_async_lint.rules.registry import all_rules


@click.command()
@click.argument("code", required=False, shell_complete=rule_codes)
def rule(code: str | None) -> int:
    """Prints the page of a rule, by code or name, or lists those of a family such as DAL2, or all."""
    rules = all_rules()
    wanted = code or "DAL"
    if (page := page_of(wanted)) is not None:
        write(page)
        return CLEAN
    family = [each for each in rules if each.code.startswith(wanted.upper())]
    if family:
        width = max(len(each.name) for each in family)
        rows = (f"{each.code}  {each.name:{width}}  {each.severity:7}  {each.title}\n" for each in family)
        write("".join(rows))
        return CLEAN
    known = [name for each in rules for name in (each.code, each.name)]
    from difflib import get_close_matches

    nearest = get_close_matches(wanted.upper(), known, n=1) or get_close_matches(wanted.lower(), known, n=1)
    advice = f"did you mean {nearest[0]}?" if nearest else "`dal rule` lists them all"
    raise click.UsageError(f"there is no rule {code!r}; {advice}")


def page_of(wanted: str) -> str | None:
    """The page of the rule with this code or name, None where there is none."""
    for each in all_rules():
        if wanted.upper() == each.code or wanted.lower() == each.name:
            head, _, body = each.page.partition("\n")
            return f"# {each.code} {each.name}: {head}\n{body.rstrip()}\n\n{each.url}\n"
    return None
