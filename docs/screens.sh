#!/usr/bin/env bash
# Takes the pictures of the documentation from the demo company, in a real browser; needs chromium and chromium-driver.
set -euo pipefail
cd "$(dirname "$0")/.."
MAKEGOOD_BROWSER=required MAKEGOOD_SCREENS="$PWD/docs/screens" cargo test -p makegood --test main_job screens_are_taken
ls -l docs/screens
