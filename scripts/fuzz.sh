#!/usr/bin/env bash
# Fuzzes with libFuzzer for as long as is wanted, all targets or those named, as many at a time as there are cores:
#   scripts/fuzz.sh --seconds 3600              an hour of wall-clock time over all targets
#   scripts/fuzz.sh --seconds 600 --merge zip   and then takes what was found into tests/fuzz/corpus, minimised
# New inputs are kept in build/fuzz/inputs from run to run, what breaks a promise in build/fuzz/broken. Prints what was
# done and fails when anything was broken.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh

seconds=600
merge=false
targets=()
while [ $# -gt 0 ]; do
    case $1 in
    --seconds) seconds=$2; shift ;;
    --merge) merge=true ;;
    -*) echo "usage: scripts/fuzz.sh [--seconds N] [--merge] [TARGET...]" >&2; exit 1 ;;
    *) targets+=("$1") ;;
    esac
    shift
done
if [ ${#targets[@]} -eq 0 ]; then
    mapfile -t targets < <(cd tests/fuzz/corpus && printf '%s\n' *)
fi

install_missing "${build_packages[@]}" "${fuzz_packages[@]}"
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -- --quiet

build=build/fuzz
largest=8192 # bytes of an input; larger ones are slower and find nothing more
jobs=$(nproc)
each=$((seconds * jobs / ${#targets[@]}))
[ "$jobs" -le "${#targets[@]}" ] || each=$seconds

fuzz() { # TARGET
    mkdir -p "$build/inputs/$1" "$build/broken"
    "$build/tests/fuzz/fuzz_$1" "-max_total_time=$each" "-max_len=$largest" -timeout=5 -rss_limit_mb=1024 \
        -print_final_stats=1 "-artifact_prefix=$build/broken/$1-" "-dict=tests/fuzz/$1.dict" \
        "$build/inputs/$1" "tests/fuzz/corpus/$1" >"$build/$1.log" 2>&1
}

merge_corpus() { # TARGET: a small set of inputs that takes every branch the others took
    local kept=$build/merged/$1
    rm -rf "$kept"
    mkdir -p "$kept"
    "$build/tests/fuzz/fuzz_$1" -merge=1 -use_counters=0 "-max_len=$largest" -timeout=5 "$kept" "tests/fuzz/corpus/$1" \
        "$build/inputs/$1" >"$build/$1-merge.log" 2>&1
    rm -rf "tests/fuzz/corpus/$1"
    mv "$kept" "tests/fuzz/corpus/$1"
}

number() { # LOG WORD: the last number behind the word
    sed -nE "s/.*$2:? +([0-9]+).*/\1/p" "$1" | tail -n 1
}

broken=0
running=()
collect() { # waits for the oldest run
    wait "${running[0]}" || broken=1
    running=("${running[@]:1}")
}
for target in "${targets[@]}"; do
    [ ${#running[@]} -lt "$jobs" ] || collect
    fuzz "$target" &
    running+=($!)
done
while [ ${#running[@]} -gt 0 ]; do collect; done

printf '%-16s %12s %8s %9s %9s %7s\n' target executions 'a second' branches features broken
for target in "${targets[@]}"; do
    log=$build/$target.log
    printf '%-16s %12s %8s %9s %9s %7s\n' "$target" "$(number "$log" stat::number_of_executed_units)" \
        "$(number "$log" stat::average_exec_per_sec)" "$(number "$log" cov)" "$(number "$log" ft)" \
        "$(find "$build/broken" -name "$target-*" -newer "$build/tests/fuzz/fuzz_$target" | wc -l)"
done
if [ "$broken" -ne 0 ]; then
    echo "Something was broken: the inputs are in $build/broken, what was said of them in $build/<target>.log." >&2
    exit 1
fi
if $merge; then
    for target in "${targets[@]}"; do merge_corpus "$target"; done
fi
