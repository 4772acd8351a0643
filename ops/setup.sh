# Sourced by the commands in this folder: makes sure of JDK 17+, Maven 3.8.7+ and what a command names in NEEDS.
# As root it installs what is missing from Debian's packages; otherwise it prints the command that would.
# Usage: NEEDS="jdk maven" . ops/setup.sh

ROOT=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
export ROOT
say() { printf '%s\n' "$*" >&2; }

java_version() { "$1" -version 2>&1 | sed -nE '1s/.*version "([0-9]+).*/\1/p'; }

has_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    [ "$(java_version "$JAVA_HOME/bin/java")" -ge 17 ] 2>/dev/null && return 0
  fi
  command -v javac >/dev/null 2>&1 && [ "$(java_version java)" -ge 17 ] 2>/dev/null
}

has() {
  case $1 in
    jdk) has_jdk ;;
    maven) command -v mvn >/dev/null 2>&1 ;;
    mosquitto) command -v mosquitto >/dev/null 2>&1 || [ -x /usr/sbin/mosquitto ] ;;
    chromium) command -v chromium >/dev/null 2>&1 ;;
    postgresql) ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 ;;
    cjk-font) ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1 ;;
    latin-paper-font) [ -r /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] ;;
    chinese-paper-font) [ -r /usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf ] ;;
    poppler) command -v pdftoppm >/dev/null 2>&1 ;;
    nsis) command -v makensis >/dev/null 2>&1 ;;
    unshare | flac | xz | zstd | zip | unzip) command -v "$1" >/dev/null 2>&1 ;;
    *) say "setup: unknown need '$1'"; return 1 ;;
  esac
}

package_of() {
  case $1 in
    jdk) echo openjdk-17-jdk-headless ;;
    maven) echo maven ;;
    postgresql) echo postgresql-15 ;;
    cjk-font) echo fonts-noto-cjk ;;
    latin-paper-font) echo fonts-dejavu-core ;;
    chinese-paper-font) echo fonts-droid-fallback ;;
    poppler) echo poppler-utils ;;
    unshare) echo util-linux ;;
    xz) echo xz-utils ;;
    *) echo "$1" ;;
  esac
}

missing_packages() {
  local need
  for need in $1; do has "$need" || package_of "$need"; done | sort -u | tr '\n' ' '
}

install_packages() {
  # Debian's own postgresql package would start a cluster of its own; the tests make theirs.
  say "setup: installing $* from Debian's packages"
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# ensure MUST "needs": stops when they cannot be had.  ensure MAY "needs": goes on without them, saying so.
ensure() {
  local packages
  packages=$(missing_packages "$2")
  [ -z "$packages" ] && return 0
  # shellcheck disable=SC2086
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && install_packages $packages; then
    packages=$(missing_packages "$2")
    [ -z "$packages" ] && return 0
  fi
  if [ "$1" = MUST ]; then
    say "setup: missing: $packages"
    say "setup: install them and start again:  sudo apt-get install --no-install-recommends $packages"
    exit 2
  fi
  say "setup: SKIPPING what needs: $packages"
  say "setup: to run it too:  sudo apt-get install --no-install-recommends $packages"
}

# Runs Maven in the repository's root. MAVEN_ARGS (such as -Dmaven.repo.local=DIR) is passed on; Maven 3.8 itself does not read it.
maven() {
  # shellcheck disable=SC2086
  (cd "$ROOT" && mvn -B -ntp ${MAVEN_ARGS:-} "$@")
}

# Builds the programs when a source is newer than they are.
build_programs() {
  local newest="$ROOT/ops/acceptance/target/acceptance.jar"
  if [ -e "$newest" ] && [ -z "$(find "$ROOT" -newer "$newest" -type f \
      \( -path '*/src/main/*' -o -name pom.xml \) -not -path '*/target/*' -print -quit)" ]; then
    return 0
  fi
  say "setup: building the programs (the first time also fetches libraries: some minutes)"
  maven -q -Dfast -DskipTests package >&2 || { say "setup: the build failed"; exit 1; }
  touch "$newest"
}

# Builds one program and what it stands on when a source of the repository is newer: build_module FOLDER NAME
build_module() {
  local jar="$ROOT/$1/target/$2.jar"
  if [ -e "$jar" ] && [ -z "$(find "$ROOT" -newer "$jar" -type f \
      \( -path '*/src/main/*' -o -name pom.xml \) -not -path '*/target/*' -print -quit)" ]; then
    return 0
  fi
  say "setup: building $2 (the first time also fetches libraries: some minutes)"
  maven -q -Dfast -DskipTests -pl "$1" -am package >&2 || { say "setup: the build failed"; exit 1; }
  touch "$jar"
}
