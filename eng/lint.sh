#!/usr/bin/env bash
# Formatting, analysers and known advisories of the packages. On a fresh clone too: nothing needs to be built before.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet restore --locked-mode -v q
dotnet format --verify-no-changes --no-restore
# The command succeeds whatever it finds.
advisories=$(dotnet list package --vulnerable --include-transitive)
if grep "has the following vulnerable packages" <<< "$advisories"; then echo "$advisories"; exit 1; fi
echo "Nothing to mend"
