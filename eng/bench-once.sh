#!/usr/bin/env bash
# Measures what the hub promises of its speed, on SQLite, from a Release build: eng/bench-once.sh [FAMILIES, 100000 by default].
set -euo pipefail
cd "$(dirname "$0")/.."
families=${1:-100000}
dotnet build src/Regsosek.Api -c Release -v q -nologo >/dev/null
work=$(mktemp -d)
hub=(dotnet src/Regsosek.Api/bin/Release/net10.0/Regsosek.Api.dll)
at=(--environment=Development "--Data:Path=$work/data" "--Keys:Path=$work/keys")
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
seconds() { local start end; start=$(date +%s.%N); "$@" >"$work/out" 2>&1; end=$(date +%s.%N); echo "$end $start" | awk '{ printf "%.1f", $1 - $2 }'; }
url=http://127.0.0.1:5081

start=$(date +%s.%N)
"${hub[@]}" "${at[@]}" --urls=$url >"$work/first" 2>&1 & server=$!
until curl -sf $url/api/v1/regions/91 >/dev/null; do kill -0 $server; done
echo "first start, empty database, to the first answer: $(echo "$(date +%s.%N) $start" | awk '{ printf "%.1f", $1 - $2 }') s (bar 30)"
kill $server; wait $server 2>/dev/null || true; rm -rf "$work/data"

echo "migrate and load 91,599 regions: $(seconds "${hub[@]}" migrate "${at[@]}") s (bar 5, for the regions alone)"
echo "seed $families families: $(seconds "${hub[@]}" seed --region 91.71 --families "$families" --seed 1 "${at[@]}") s (bar 60 for 100,000)"
echo "classify them: $(seconds "${hub[@]}" classify "${at[@]}") s"

"${hub[@]}" "${at[@]}" --urls=$url --Demo:Seed=false >"$work/server" 2>&1 & server=$!
until curl -sf $url/api/v1/regions/91 >/dev/null; do kill -0 $server; done
token=$(curl -s -d grant_type=client_credentials -d client_id=kemensos -d client_secret=kemensos-demo $url/connect/token | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p')
curl -sN -H "Authorization: Bearer $token" -H "Accept: application/x-ndjson" "$url/api/v1/households?fields=members.nik&region=91.71" 2>/dev/null \
  | grep -o '[0-9]\{16\}' | awk 'NR % 30 == 0' | head -10000 | awk 'BEGIN { printf "{\"niks\":[" } { printf "%s\"%s\"", (NR > 1 ? "," : ""), $1 } END { print "]}" }' >"$work/niks.json" || true
for round in 1 2 3; do
  took=$(curl -s -o "$work/verdicts" -w '%{time_total}' -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d @"$work/niks.json" $url/api/v1/programmes/PKH/eligibility/batch)
  echo "batch eligibility, 10,000 NIKs, round $round: $took s, $(awk -v t="$took" 'BEGIN { printf "%d", 10000 / t }') NIKs/s (bar 5,000), $(grep -o '"found":true' "$work/verdicts" | wc -l) found"
done
start=$(date +%s.%N)
lines=$(curl -sN -H "Authorization: Bearer $token" -H "Accept: application/x-ndjson" "$url/api/v1/households" | wc -l)
echo "NDJSON stream of $lines families: $(echo "$(date +%s.%N) $start" | awk '{ printf "%.1f", $1 - $2 }') s, peak memory of the server $(awk '/VmHWM/ { printf "%d", $2 / 1024 }' /proc/$server/status) MB"
