"""`python -m tests.oracle`: see `run`."""

import sys

from tests.oracle.run import main

sys.exit(main())
