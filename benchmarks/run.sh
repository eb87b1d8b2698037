#!/usr/bin/env bash
# Measures how fast seats are sold, by the library and by what one would write without it.
#
#   benchmarks/run.sh quick|full [--jdbc-url URL] [--out DIR] [--only PART,…]
#
# quick takes five minutes at most, full about an hour. Without a URL it starts an embedded MariaDB
# on disk; the user of a URL must be allowed to create databases. Writes results.json, report.html
# and charts to DIR (default: benchmarks/target/report). Needs a JDK (17 or newer) and Maven.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

case ${1:-} in
  quick | full) ;;
  *) sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
out=$here/target/report
arguments=()
while [ $# -gt 0 ]; do
  if [ "$1" = --out ] && [ $# -gt 1 ]; then
    out=$2
    shift
  else
    arguments+=("$1")
  fi
  shift
done
mkdir -p "$out"

if [ -z "${TRAVEL_BENCHMARKS_BUILT:-}" ]; then
  echo "Building"
  (cd "$here/.." &&
    mvn -q -B -ntp -pl benchmarks -am process-test-classes -DskipTests -Dspotless.check.skip)
fi
exec "$java" -Djmh.ignoreLock=true -Dlogback.configurationFile=logback-benchmarks.xml \
  -Dhttp.maxConnections=64 -Xmx2g -XX:+UseParallelGC \
  -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/class-path")" \
  io.travelsuite.benchmarks.suite.Benchmarks "${arguments[@]}" --out "$out"
