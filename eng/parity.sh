#!/usr/bin/env bash
# Holds every surface against the oracle, long: eng/parity.sh [cases, 20000 by default] [seed]. A difference is told with the seed that draws it again.
set -euo pipefail
cd "$(dirname "$0")/.."
export REGSOSEK_PARITY_CASES=${1:-20000} REGSOSEK_PARITY_SEED=${2:-$RANDOM$RANDOM}
echo "$REGSOSEK_PARITY_CASES cases from seed $REGSOSEK_PARITY_SEED"
exec bash eng/test.sh --filter FullyQualifiedName~ParityTests --logger "console;verbosity=normal"
