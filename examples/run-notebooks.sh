#!/usr/bin/env bash
# Executes every notebook of this folder and fails if one of its cells does. Says what it left out where a program is missing.
# The notebooks themselves stay as they are: results go to a temporary folder, or, with --in-place, back into them.
# Needs: jupyter nbconvert; the Deno kernel (`deno jupyter --install`); for tslab.ipynb also the tslab kernel (`tslab install`).
set -uo pipefail
cd "$(dirname "$0")"
export TZ=Asia/Shanghai
in_place=0
[ "${1:-}" = --in-place ] && in_place=1

missing() { # a skipped notebook is a failure where nothing may be skipped
  echo "skipped: $1"
  [ "${TIFA_MUST_NOT_SKIP:-}" = 1 ] && exit 1
  return 0
}

if ! jupyter nbconvert --version > /dev/null 2>&1; then
  missing 'all notebooks (jupyter nbconvert is not installed)'
  exit 0
fi
if [ ! -f ../dist/index.js ]; then
  echo 'dist is missing: run npm run build first'
  exit 1
fi
kernels=$(jupyter kernelspec list --json 2> /dev/null)
results=$(mktemp -d)
linked=0
trap 'rm -rf "$results"; unlink_package' EXIT

# tslab looks for packages in the folders node_modules beside and above the notebook, and knows no import map: while its notebook
# is executed, node_modules/tifa leads to this checkout.
link_package() {
  [ -e node_modules/tifa ] && return 0
  mkdir -p node_modules && ln -s ../.. node_modules/tifa && linked=1
}
unlink_package() {
  [ "$linked" = 1 ] && rm node_modules/tifa && rmdir --ignore-fail-on-non-empty node_modules
  linked=0
}

failed=0
executed=0
for notebook in *.ipynb; do
  kernel=$(sed -n 's/.*"name": "\(deno\|tslab\)".*/\1/p' "$notebook" | head -n 1)
  if ! grep -q "\"$kernel\": {" <<< "$kernels"; then
    missing "$notebook (no kernel \"$kernel\")"
    continue
  fi
  [ "$kernel" = tslab ] && link_package
  if [ "$in_place" = 1 ]; then target=(--inplace); else target=(--output-dir "$results"); fi
  if log=$(jupyter nbconvert --to notebook --execute --ExecutePreprocessor.timeout=180 "${target[@]}" "$notebook" 2>&1); then
    echo "executed: $notebook"
    executed=$((executed + 1))
  else
    echo "failed: $notebook"
    echo "$log" | tail -n 25
    failed=$((failed + 1))
  fi
  unlink_package
done
echo "$executed executed, $failed failed"
[ "$failed" -eq 0 ]
