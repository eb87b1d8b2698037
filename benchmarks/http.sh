#!/usr/bin/env bash
# Measures the reference server over HTTP: what is left, holds on one departure, holds over many.
#
#   benchmarks/http.sh --jdbc-url URL [--seconds N] [--warm N] [--connections N]
#
# Starts the server on the database of the URL, which is best an empty one, with limits out of the way,
# and loads it with wrk over connections that stay open: 64 of them, 15 seconds each after 10 to get
# warm. Prints a table. `library` is the share of the time of requests that was spent in calls of the
# library's ports (travel_calls), by the server's own metrics: its database's time is in it; tokens,
# limits, JSON and Jetty are not. Needs a JDK (17 or newer), Maven, curl, wrk.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/..

url='' seconds=15 warm=10 connections=64 port=${PORT:-18080}
while [ $# -gt 0 ]; do
  case $1 in
    --jdbc-url) url=$2 ;;
    --seconds) seconds=$2 ;;
    --connections) connections=$2 ;;
    --warm) warm=$2 ;;
    *) url=''; break ;;
  esac
  shift 2
done
[ -n "$url" ] || { sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2; }

if [ -z "${TRAVEL_BENCHMARKS_BUILT:-}" ]; then
  echo "Building" >&2
  (cd "$root" && mvn -q -B -ntp ${MAVEN_ARGS_EXTRA:-} -Pdist -pl benchmarks,examples/reference-server -am package \
    -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -Dspotless.check.skip)
fi

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
server=
end() {
  [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

TRAVEL_JDBC_URL=$url PORT=$port TRAVEL_RATE=60000000/m "$java" -Xmx1g -jar "$root"/examples/reference-server/target/reference-server-*[0-9T].jar \
  >"$work/out" 2>"$work/log" &
server=$!
for _ in $(seq 300); do
  grep -q '^Demo token:' "$work/out" && break
  kill -0 "$server" 2>/dev/null || { tail -n 20 "$work/log" >&2; exit 1; }
  sleep 0.2
done
token=$(sed -n 's/^Demo token: *//p' "$work/out")
address=http://127.0.0.1:$port

get() { curl -sf -H "Authorization: Bearer $token" "$address$1"; }

first=$(date -u -d '+20 days' +%F) last=$(date -u -d '+49 days' +%F)
get "/api/departures?product=walking-tour&from=$first&to=$last&limit=200" >"$work/departures"
grep -o '"id":"[^"]*"' "$work/departures" | cut -d'"' -f4 >"$work/many"
head -n 1 "$work/many" >"$work/one"
curl -sf -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$address/octo/availability" -d \
  '{"productId":"walking-tour","optionId":"DEFAULT","localDateStart":"'"$first"'","localDateEnd":"'"$last"'"}' |
  grep -o '"id":"[^"]*"' | cut -d'"' -f4 >"$work/slots"
head -n 1 "$work/slots" >"$work/slot"
for day in $(seq 20 43); do
  echo "/api/departures?product=walking-tour&from=$(date -u -d "+$day days" +%F)&to=$(date -u -d "+$((day + 6)) days" +%F)&party=adult:2"
done >"$work/weeks"
[ -s "$work/many" ] && [ -s "$work/slots" ] || { echo "nothing to sell" >&2; exit 1; }

# shellcheck disable=SC2046
"$java" -cp "$here/target/classes:$(cat "$here/target/class-path")" -Dlogback.configurationFile=logback-benchmarks.xml \
  io.travelsuite.benchmarks.http.Room "$url" guests $(cat "$work/many")

seconds_in() { # name of a timer
  curl -sf "$address/metrics" | awk -v name="^$1_seconds_sum" '$1 ~ name { sum += $NF } END { printf "%.6f", sum }'
}

measure() { # name, kind, file
  local calls requests nonce line
  nonce=$(od -An -N4 -tx4 /dev/urandom | tr -d ' ')
  wrk --timeout 10s -t2 -c"$connections" -d"${warm}s" -s "$here/http/load.lua" "$address" -- "$2" "$token" "$nonce" "$work/$3" >/dev/null
  calls=$(seconds_in travel_calls) requests=$(seconds_in travel_http_time)
  nonce=$(od -An -N4 -tx4 /dev/urandom | tr -d ' ')
  line=$(wrk --timeout 10s -t2 -c"$connections" -d"${seconds}s" -s "$here/http/load.lua" "$address" -- "$2" "$token" "$nonce" "$work/$3" |
    grep '^RESULT')
  calls=$(awk "BEGIN { print $(seconds_in travel_calls) - $calls }")
  requests=$(awk "BEGIN { print $(seconds_in travel_http_time) - $requests }")
  echo "$line" | awk -v name="$1" -v calls="$calls" -v requests="$requests" \
    '{ printf "| %s | %d | %.1f | %.1f | %d | %.0f %% |\n", name, $2 * 1e6 / $3, $4 / 1e3, $5 / 1e3, $6, 100 * calls / requests }'
}

echo "| $connections connections, $seconds s each | a second | p50, ms | p99, ms | failed | library |"
echo "|---|---|---|---|---|---|"
measure "what is left of a week of departures, \`GET /api/departures\`" read weeks
measure "holds on one departure, \`POST /api/bookings\`" native one
measure "holds over $(wc -l <"$work/many") departures, \`POST /api/bookings\`" native many
measure "holds on one departure by OCTO, \`POST /octo/bookings\`" octo slot
measure "holds over $(wc -l <"$work/slots") departures by OCTO, \`POST /octo/bookings\`" octo slots
