#!/usr/bin/env bash
# Instructions per byte of the command line, counted by callgrind: times are noisy, counts are not.
# The difference between a text and the same text twice leaves start-up out. Fails where a count has risen by more than
# three in a hundred over benches/instructions.txt; `--write` puts down new figures.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; exit 0; }
cargo build --quiet --release -p vanban-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for _ in $(seq 20); do cat examples/page.txt; echo; echo; done > "$work/one.txt"
cat "$work/one.txt" "$work/one.txt" > "$work/two.txt"
bytes=$(wc -c < "$work/one.txt")

count() { # command, file: instructions; no figure is a failure
  local counted
  counted=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "${CARGO_TARGET_DIR:-target}/release/vanban" \
    "$1" --jobs 1 "$2" 2>&1 >/dev/null | sed -n 's/.*Collected : //p')
  [ -n "$counted" ] || { echo "callgrind counted nothing for $1" >&2; return 1; }
  echo "$counted"
}

figures=benches/instructions.txt
[ "${1:-}" = --write ] && echo "# instructions per byte, by callgrind; written by benches/instructions.sh --write" > "$figures"
status=0
for command in tokenize expand extract analyze; do
  two=$(count $command "$work/two.txt")
  one=$(count $command "$work/one.txt")
  now=$(( (two - one) / bytes ))
  if [ "${1:-}" = --write ]; then echo "$command $now" >> "$figures"; continue; fi
  most=$(awk -v c=$command '$1 == c { print int($2 * 1.03) + 1 }' "$figures")
  [ -n "$most" ] || { echo "no figure for $command in $figures"; exit 1; }
  echo "$command: $now instructions a byte, at most $most allowed"
  if [ "$now" -gt "$most" ]; then status=1; fi
done
exit $status
