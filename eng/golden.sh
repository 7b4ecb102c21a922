#!/usr/bin/env bash
# Rewrites everything that follows from something else: C# answers and the data dictionary from the questionnaire, contracts in schema/ from the code.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet run eng/answers.cs
work=$(mktemp -d)
dotnet run --project src/Regsosek.Api -- schema write "$PWD/schema" --environment=Development --Data:Path="$work/data" --Keys:Path="$work/keys"
dotnet run --no-build --project src/Regsosek.Api -- settings document "$PWD/docs/operating.md" --environment=Development --Data:Path="$work/data" --Keys:Path="$work/keys"
rm -rf "$work"
git diff --stat -- schema docs src/Regsosek.Data/Households
