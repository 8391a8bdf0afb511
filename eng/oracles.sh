#!/usr/bin/env bash
# Rebuilds the reference values that the tests of statistics, of opinion groups and of expressions compare with, and fails when one changed.
# With a folder as argument, computes them there instead and leaves the committed ones alone: the tests can then read those (DIAPASON_ORACLES).
set -euo pipefail
cd "$(dirname "$0")/.."
packages=(r-base-core r-cran-survey r-cran-jsonlite r-cran-sampling r-cran-psych r-cran-lpsolve python3-numpy)
if ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
node=tests/oracles/expressions
npm ci --ignore-scripts --silent --prefix "$node"
mkdir -p "${1:-$node/..}/expressions"
TZ=UTC node "$node/expressions_reference.mjs" "${1:-$node/..}/expressions"
for script in tests/oracles/*/*_reference.R; do
  echo "$script"
  into=${1:+$1/$(basename "$(dirname "$script")")}
  mkdir -p "${into:=$(dirname "$script")}"
  Rscript "$script" "$into"
done
for script in tests/oracles/*/*_reference.py; do
  echo "$script"
  into=${1:+$1/$(basename "$(dirname "$script")")}
  mkdir -p "${into:=$(dirname "$script")}"
  /usr/bin/python3 "$script" "$into"
done
[ -n "${1:-}" ] || git diff --exit-code --stat -- tests/oracles
