#!/usr/bin/env bash
# Installs other checkers of texts by their names, to be timed beside ours: tests/linters/install.sh [folder]
# `cargo xtask bench proofread` times what it finds in that folder (MAKEGOOD_LINTERS, else target/linters).
set -euo pipefail
folder=${1:-${MAKEGOOD_LINTERS:-target/linters}}
mkdir -p "$folder"
if command -v npm > /dev/null; then
    npm install --silent --no-audit --no-fund --prefix "$folder" \
        write-good unified retext-english retext-stringify retext-simplify retext-passive retext-intensify retext-equality harper.js
fi
if command -v pip > /dev/null; then
    pip install --quiet --target "$folder/python" proselint
fi
echo "installed in $folder"
