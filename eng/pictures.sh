#!/usr/bin/env bash
# Takes the stored pictures again (tests/Diapason.EndToEnd/Pictures/Stored): only those that are no longer like what is drawn. Look at each before committing.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ -x /usr/bin/chromium ] || { echo "Chromium is needed: apt-get install chromium" >&2; exit 1; }
dotnet build tests/Diapason.EndToEnd -c Release -v q
DIAPASON_PICTURES=take dotnet tests/Diapason.EndToEnd/bin/Release/net10.0/Diapason.EndToEnd.dll -noColor -class '*PictureTests'
git status --short tests/Diapason.EndToEnd/Pictures/Stored
