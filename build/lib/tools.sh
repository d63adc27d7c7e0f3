# What ./run, ./test and ./waypost need of the machine; sourced, not run.

fail() { printf '\n%s\n' "$*" >&2; exit 1; }

# Sets JAVA to a Java 25, wherever it is installed; the `java` of the PATH may be older.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* "$HOME"/.sdkman/candidates/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_version "$candidate/bin/java")" = 25 ]; then
      JAVA="$candidate/bin/java"
      return
    fi
  done
  if command -v java >/dev/null && [ "$(java_version java)" = 25 ]; then JAVA=java; return; fi
  fail "Waypost needs a JDK 25 and found none. Install one (Temurin, Debian's openjdk-25-jdk, ...) under /usr/lib/jvm or point JAVA_HOME at it."
}

java_version() { "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p'; }

need() { command -v "$1" >/dev/null || fail "Waypost needs $1 ($2) and found none on the PATH."; }

# Installs Debian packages when root may; otherwise says in one sentence what is missing.
need_packages() {
  local why=$1; shift
  local missing=()
  local package
  for package in "$@"; do dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "$why needs ${missing[*]}: install them (apt-get install ${missing[*]}) and start again."
  echo "Installing ${missing[*]} ($why) ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
    fail "Debian's packages ${missing[*]} could not be installed; $why needs them."
}

# Installs the npm packages of a folder, unless those of its lock file are there already.
install_npm() {
  local locked
  locked=$(cksum <"$1/package-lock.json")
  [ "$(cat "$1/node_modules/.locked" 2>/dev/null)" = "$locked" ] && return
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
  echo "$locked" >"$1/node_modules/.locked"
}

# Builds what is missing or older than its sources.
build_product() {
  local jar=app/target/waypost-app-0.1.0-SNAPSHOT.jar
  local newest
  if [ -f "$jar" ] && [ -f simulator/target/waypost-simulator.jar ]; then
    newest=$(find pom.xml core/pom.xml core/src/main client/pom.xml client/src/main watch/pom.xml watch/src/main chat/pom.xml chat/src/main app/pom.xml app/src/main simulator/pom.xml simulator/src/main \
      console/package-lock.json console/index.html console/vite.config.ts console/src console/public chat-client/package-lock.json chat-client/vite.config.ts chat-client/src -type f -newer "$jar" -print -quit 2>/dev/null)
    [ -z "$newest" ] && return
  fi
  need mvn "Apache Maven 3.8 or newer"; need node "Node.js 20.19 or newer"; need npm "npm"
  echo "Building Waypost (the first time takes some minutes) ..."
  mvn -q -B -pl '!cluster' -DskipTests -Dspotless.skip=true package || fail "The build failed; the lines above say where."
}
