#!/bin/sh
# The story in the browser needs Debian's Chromium; installed here when it is missing and this user may.
command -v chromium >/dev/null 2>&1 && exit 0
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium fonts-noto-color-emoji >/dev/null && exit 0
echo "Please install Chromium: apt-get install chromium fonts-noto-color-emoji" >&2
exit 1
