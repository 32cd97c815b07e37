#!/usr/bin/env bash
# Builds the harnesses, runs each over the minted vectors, and prints the tables of RESULTS.md.
set -euo pipefail
cd "$(dirname "$0")"
vectors=../../testvectors/vectors
snp=("$vectors/snp/verification.json" "$vectors/snp/decoding.json")
tdx=("$vectors/tdx/verification.json" "$vectors/tdx/verification-v4.json" "$vectors/tdx/decoding.json")
verdicts=$(mktemp)
trap 'rm -f "$verdicts"' EXIT

(cd go && go build -o peers .) 1>&2
go/peers vectors "${snp[@]}" "${tdx[@]}" 2>/dev/null >>"$verdicts"
(cd rust && cargo build --quiet --release --locked) 1>&2
rust/target/release/assay-peers vectors "${snp[@]}" "${tdx[@]}" >>"$verdicts"
(cd js && npm ci --silent && node main.js vectors "${tdx[@]/#/../}") >>"$verdicts"
node vectors.table.js "$verdicts" "${snp[@]}" "${tdx[@]}"
