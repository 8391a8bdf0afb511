#!/usr/bin/env bash
# Writes the bill of materials of the server (CycloneDX, JSON): every package it is made of, its version, its hash, its licence. Refuses when the bill and the lock file differ.
#   eng/sbom.sh [FILE]     bom.json when left out
set -euo pipefail
cd "$(dirname "$0")/.."
file=${1:-bom.json}
command -v jq >/dev/null || { apt-get update -qq && apt-get install -y -qq jq >/dev/null; }
dotnet restore --locked-mode -v q
dotnet tool restore -v q >/dev/null
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
dotnet dotnet-CycloneDX src/Diapason.Web/Diapason.Web.csproj --disable-package-restore --output "$work" --output-format Json --filename bom.json >"$work/log" || { cat "$work/log" >&2; exit 1; }
jq -r '.components[] | select(.purl // "" | startswith("pkg:nuget/")) | .name + " " + .version' "$work/bom.json" | LC_ALL=C sort -fu >"$work/told"
jq -r '.dependencies[] | to_entries[] | select(.value.type != "Project") | .key + " " + .value.resolved' src/Diapason.Web/packages.lock.json | LC_ALL=C sort -fu >"$work/locked"
diff -i "$work/locked" "$work/told" >"$work/differ" || { echo "The bill and the lock file (<) differ:" >&2; cat "$work/differ" >&2; exit 1; }
cp "$work/bom.json" "$file"
echo "$file: $(wc -l < "$work/told") packages"
