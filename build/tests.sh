# Runs every test project and sums what their result files say, so that a project that died can't pass by saying nothing.

run_tests() {
  local results=$root/artifacts/$package_set/test-results failed_run=0
  rm -rf "$results"
  (cd "$root" && dotnet test TuneSearch.sln -c Release -p:PackageSet="$package_set" --nologo -v:quiet \
    --logger trx --results-directory "$results" "$@" </dev/null 2>&1) | without_chatter || failed_run=$?
  report_tests "$results" "$failed_run"
}

without_chatter() { grep -Ev '^(Test run for |A total of |Results File: |Additionally, path |No test is available |Test Run |$)' || true; }

# The counts of a TRX file stand in its one <Counters total= executed= passed= failed= .../> element.
sum_counter() { { cat "$1"/*.trx 2>/dev/null || true; } | { grep -o '<Counters [^>]*' || true; } | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'; }

report_tests() {
  local passed failed total
  passed=$(sum_counter "$1" passed)
  failed=$(sum_counter "$1" failed)
  total=$(sum_counter "$1" total)
  if [ "$2" != 0 ] && [ "$failed" = 0 ]; then
    say "A project did not build or its run broke off (exit code $2); it counts as one failure."
    failed=1
  fi
  local skipped=$((total - passed - failed))
  if [ "$skipped" -gt 0 ]; then
    say "$passed passed, $failed failed, $skipped skipped"
  else
    say "$passed passed, $failed failed"
  fi
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
