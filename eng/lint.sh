#!/usr/bin/env bash
# Formatting, analysers and known advisories of the packages.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet format --verify-no-changes --no-restore
dotnet list package --vulnerable --include-transitive
