"""`python -m mat_than_verify`."""

import sys

from .cli import main

sys.exit(main())
