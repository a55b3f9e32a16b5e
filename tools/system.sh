#!/usr/bin/env bash
# Sees that the named system programs are there: as root on Debian it installs what is missing, otherwise it says how to.
# Use: tools/system.sh python make chromium libatomic postgresql fonts     (libatomic: for the program in Playwright that drives Chromium)
set -euo pipefail
cd "$(dirname "$0")/.."

present() {
  case $1 in
    python) tools/python.sh ;;
    make) command -v make ;;
    chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
    libatomic) [ -n "$(find /usr/lib /usr/local/lib -name 'libatomic.so.1' -print -quit)" ] ;;
    postgresql) command -v initdb || ls /usr/lib/postgresql/*/bin/initdb ;;
    fonts) [ -n "$(find /usr/share/fonts /usr/local/share/fonts ~/.local/share/fonts -iname '*NotoSansLao*' -print -quit)" ] ;;
  esac >/dev/null 2>&1
}

declare -A packages=(
  [python]="python3 python3-venv" [make]=make [chromium]=chromium [libatomic]=libatomic1
  [postgresql]=postgresql [fonts]=fonts-noto-core
)
missing=()
for thing in "$@"; do
  if [ -z "${packages[$thing]:-}" ]; then echo "tools/system.sh: unknown program $thing" >&2; exit 2; fi
  present "$thing" || missing+=(${packages[$thing]})
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing on this machine: ${missing[*]} (Debian's names). Install with:" >&2
  echo "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
echo "Installing ${missing[*]} ..."
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  exit 1
fi
for thing in "$@"; do
  present "$thing" || { echo "$thing is still missing after installing ${packages[$thing]}" >&2; exit 1; }
done
