# Runs every test project and sums what their result files say, so that a project that died can't pass by saying nothing.

run_tests() {
  local results=$root/artifacts/$package_set/test-results broken=0
  rm -rf "$results"
  say "Building and running the tests ..."
  (cd "$root" && dotnet test TuneSearch.sln -c Release -p:PackageSet="$package_set" -p:TestResultsFolder="$results" \
    --nologo -v:quiet "$@" </dev/null 2>&1) | without_chatter || broken=1
  test_dashboard "$results" || broken=1
  report_tests "$results" "$broken"
}

without_chatter() {
  grep --line-buffered -Ev '^(Test run for |A total of |Results File: |Additionally, path |No test is available |Test Run |  Skipped |$)|\[SKIP\]$' || true
}

# report_tests FOLDER BROKEN: the closing lines; BROKEN is 1 when dotnet test ended in an error.
report_tests() {
  local passed failed total silent
  list_skipped "$1"
  list_skipped_dashboard "$1"
  silent=$(projects_without_results "$1")
  passed=$(sum_counter "$1" passed numPassedTests)
  failed=$(sum_counter "$1" failed numFailedTests)
  total=$(sum_counter "$1" total numTotalTests)
  local skipped=$((total - passed - failed))
  if [ -n "$silent" ]; then
    say "No results from: $silent. Each counts as one failure; the reason stands above."
    failed=$((failed + $(wc -w <<<"$silent")))
  elif [ "$2" != 0 ] && [ "$failed" = 0 ]; then
    say "A run broke off without a failed test; it counts as one failure."
    failed=1
  fi
  say "$passed passed, $failed failed$([ "$skipped" -le 0 ] || printf ', %s skipped' "$skipped")"
  [ "$failed" = 0 ]
}

projects_without_results() {
  local project
  {
    for project in "$root"/tests/*.Tests/*.csproj; do
      project=$(basename "$project" .csproj)
      [ -f "$1/$project.trx" ] || echo "$project"
    done
    [ -f "$1/dashboard.json" ] || echo TuneSearch.Dashboard
  } | paste -sd ' ' -
}

result_lines() { cat "$1"/*.trx 2>/dev/null || true; }

# sum_counter FOLDER NAME NAME: over the .NET projects' <Counters total="" passed="" failed="" .../> and the dashboard's "numTotalTests":0,"numPassedTests":0,...
sum_counter() {
  {
    result_lines "$1" | sed -n "s/.*<Counters .*\b$2=\"\([0-9]*\)\".*/\1/p"
    grep -o "\"$3\":[0-9]*" "$1/dashboard.json" 2>/dev/null | cut -d: -f2 || true
  } | awk '{ sum += $1 } END { print sum + 0 }'
}

# One line for each class and reason: a missing server skips a whole suite.
list_skipped() {
  result_lines "$1" | awk '
    /<UnitTestResult / { name = ""; if (/outcome="NotExecuted"/ && match($0, /testName="[^"(]*/)) name = substr($0, RSTART + 10, RLENGTH - 10) }
    name != "" && /<Message>/ { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); sub(/\.[^.]*$/, "", name); count[name ": " $0]++; name = "" }
    END { for (line in count) print "Skipped " count[line] " of " line }' |
    sed "s/&quot;/\"/g; s/&apos;/'/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g" | sort -k4
}
