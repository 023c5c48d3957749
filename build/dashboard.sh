# The daemon's web page: TypeScript that npm's packages turn into the folder dist, which the daemon's build takes along.

dashboard=$root/src/TuneSearch.Dashboard

prepare_dashboard() {
  dashboard_is_ready && return
  step "Building the web page" "$tools/log/dashboard.log" build_dashboard
}

dashboard_is_ready() {
  [ -f "$dashboard/dist/index.html" ] &&
    [ -z "$(find "$dashboard" \( -name node_modules -o -name dist \) -prune -o -type f -newer "$dashboard/dist/index.html" -print -quit)" ]
}

build_dashboard() (
  cd "$dashboard" && install_dashboard_packages && npm run build
)

install_dashboard_packages() {
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund
}

# test_dashboard FOLDER: Vitest's own report lands there, and is summed with those of the .NET projects. What it prints is shown when a test fails.
test_dashboard() {
  local log=$tools/log/dashboard-tests.log
  if run_dashboard_tests "$1/dashboard.json" >"$log" 2>&1 </dev/null; then
    say "Passed!  - Failed:     0, Passed: $(printf %5s "$(dashboard_count "$1" numPassedTests)") - TuneSearch.Dashboard"
  else
    cat "$log"
    return 1
  fi
}

dashboard_count() { grep -o "\"$2\":[0-9]*" "$1/dashboard.json" 2>/dev/null | cut -d: -f2; }

# Only those that need a browser are ever skipped.
list_skipped_dashboard() {
  local skipped
  skipped=$(dashboard_count "$1" numPendingTests) || return 0
  [ "$skipped" = 0 ] || say "Skipped $skipped of TuneSearch.Dashboard: TUNESEARCH_TEST_BROWSER names no Chromium; set it to the program's path."
}

run_dashboard_tests() (
  cd "$dashboard" && install_dashboard_packages && npx vitest run --reporter=default --reporter=json --outputFile="$1"
)
