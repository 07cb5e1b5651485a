"""Runs the oracle: the site for real, then the linter on it, then the score.

    python -m tests.oracle [--truth-only] [--only NAME ...] [--site DIRECTORY] [--keep DIRECTORY] [--json FILE]

Everything is written below a temporary folder (or DIRECTORY, which must not exist). Exits with 0 whatever
the score is, with 1 when the oracle itself fails.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.oracle import harness, releases, score, verdicts


def main() -> int:
    """Parses the command line and runs; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--truth-only", action="store_true", help="run the site, not the linter")
    parser.add_argument("--only", nargs="+", metavar="NAME", default=[], help="run these entry points alone")
    parser.add_argument("--site", type=Path, default=harness.HERE / "site", help="another form of the site")
    parser.add_argument(
        "--keep", type=Path, metavar="DIRECTORY", help="keep the site, truth.json and findings.json here"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the score as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = options.keep or Path(temporary) / "oracle"
        try:
            work.mkdir(parents=True)
            return run(work.resolve(), options)
        except (harness.HarnessError, OSError) as error:
            print(f"oracle: {error}", file=sys.stderr)
            return 1


def run(work: Path, options: argparse.Namespace) -> int:
    """Truth, findings and score below `work`; gives the exit status."""
    started = time.perf_counter()
    with harness.prepared_site(work, options.site) as site:
        truth = harness.run_all(site, work, frozenset(options.only))
    (work / "truth.json").write_text(json.dumps(truth, indent=1))
    cases = score.cases_of(truth, site)
    seconds = time.perf_counter() - started
    print(f"{len(truth)} entry points run in {seconds:.0f} s on Django {releases.installed()}", end="")
    print(f", {len(releases.missing())} skipped" if releases.missing() else "")
    if options.truth_only:
        score.print_truth(truth, cases, site)
        return 0
    findings = score.findings_of(site, releases.installed())
    (work / "findings.json").write_text(json.dumps(findings, indent=1))
    result = score.score(cases, findings, truth, site)
    result.skipped = releases.missing()
    score.print_score(result)
    judged = verdicts.judged(truth, site)
    verdicts.print_verdicts(judged)
    if options.json:
        written = result.as_json() | {
            "verdicts": len(judged),
            "agreeing_verdicts": verdicts.agreeing(judged),
            "wrong_verdicts": [list(each) for each in judged if each[1] != each[2]],
        }
        options.json.write_text(json.dumps(written, indent=1))
    return 0
