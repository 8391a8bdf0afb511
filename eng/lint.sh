#!/usr/bin/env bash
# Formatting, analysers, the bill of materials and known advisories of the packages. On a fresh clone too: nothing needs to be built before.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet restore --locked-mode -v q
dotnet format --verify-no-changes --no-restore
# The command succeeds whatever it finds.
advisories=$(dotnet list package --vulnerable --include-transitive)
if grep "has the following vulnerable packages" <<< "$advisories"; then echo "$advisories"; exit 1; fi
./eng/sbom.sh "$(mktemp)" >/dev/null
# A source of packages may tell nothing of advisories: then nothing was found because nothing was read.
told=""
for source in $(dotnet nuget list source --format short | awk '$1 == "E" { print $2 }'); do
  case $source in http*) curl -fsSL --max-time 20 "$source" 2>/dev/null | grep -q VulnerabilityInfo && told=$source ;; esac
done
echo "Nothing to mend$([ -n "$told" ] || echo "; advisories could not be read: no source of packages tells them here")"
