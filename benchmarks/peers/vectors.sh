#!/usr/bin/env bash
# Builds the harnesses of other verifiers, as far as this machine has toolchains, runs each over the published vectors, prints
# the tables of RESULTS.md, and says what was skipped.
#
#     benchmarks/peers/vectors.sh
#     QVL=/path/to/a/checkout benchmarks/peers/vectors.sh    Intel's own library too, which no registry has
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
vectors=$(realpath ../../testvectors/vectors)
snp=("$vectors"/snp/{verification,decoding,real}.json)
tdx=("$vectors"/tdx/{verification,verification-v4,decoding}.json)
verdicts=$(mktemp)
trap 'rm -f "$verdicts"' EXIT
skipped=()

# Runs a harness after what builds it; what fails is skipped, and said so at the end.
run() {
    local name=$1 needs=$2 build=$3
    shift 3
    if ! command -v "$needs" >/dev/null; then
        skipped+=("$name: there is no $needs")
    elif ! $build 1>&2; then
        skipped+=("$name: the build failed")
    elif ! "$@" 2>/dev/null >>"$verdicts"; then
        skipped+=("$name: the harness failed, so that vectors may be missing")
    fi
}
build_go() { (cd go && go build -o peers .); }
build_rust() { (cd rust && cargo build --quiet --release --locked); }
build_js() { (cd js && npm ci --silent --no-audit --no-fund); }
build_qvl() { make --silent -C qvl QVL="$(realpath -- "$QVL")"; }

run Go go build_go go/peers vectors "${snp[@]}" "${tdx[@]}"
run Rust cargo build_rust "${CARGO_TARGET_DIR:-rust/target}/release/assay-peers" vectors "${snp[@]}" "${tdx[@]}"
run JavaScript npm build_js node js/main.js vectors "${tdx[@]}"
if [[ -n "${QVL:-}" ]]; then
    run "Intel's library" make build_qvl qvl/build/peer "${tdx[@]}"
else
    skipped+=("Intel's library: QVL is not set to a checkout of it")
fi
if command -v node >/dev/null; then
    node vectors.table.js "$verdicts" "${snp[@]}" "${tdx[@]}"
else
    skipped+=("the tables: there is no node")
fi
printf '\nNot put to anybody: appraisal.json, whose policies are of the form that Assay reads, and tdx/real.json, which has no\n'
printf 'endorsements.\n'
((${#skipped[@]} == 0)) || printf 'skipped %s\n' "${skipped[@]}"
[[ -s "$verdicts" ]]
