"""Times proselint: timed.py FOLDER TEXTS.json. One line: its name, seconds for all texts, and how much it found."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(sys.argv[1]) / "python"))
TEXTS = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))


def checker():
    """The door of proselint has moved between its versions."""
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile

        CheckRegistry().register_many(__register__)
        return lambda text: len(list(LintFile("-", text).lint()))
    except ImportError:
        from proselint.tools import lint

        return lambda text: len(lint(text))


check = checker()
check(TEXTS[0])
start = time.perf_counter()
found = sum(check(text) for text in TEXTS)
print("proselint", time.perf_counter() - start, found, sep="\t")
