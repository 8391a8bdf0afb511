#!/usr/bin/env bash
# Rebuilds the reference values that the statistics tests compare with, and fails when one changed.
set -euo pipefail
cd "$(dirname "$0")/.."
packages=(r-base-core r-cran-survey r-cran-jsonlite r-cran-sampling r-cran-psych)
if ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq && $sudo apt-get install -y -qq "${packages[@]}"
fi
for script in tests/oracles/*/*_reference.R; do
  echo "$script"
  Rscript "$script" "$(dirname "$script")"
done
git diff --exit-code --stat -- tests/oracles
