# Which package set this machine's NuGet feed can restore (ARCHITECTURE.md, "Package sets"). Asked once; the answer is kept in .package-set.

package_set=''

choose_package_set() {
  if [ -n "${TUNESEARCH_PACKAGES:-}" ]; then
    package_set=$TUNESEARCH_PACKAGES
    is_package_set "$package_set" || fail "TUNESEARCH_PACKAGES is '$package_set', but must be full or reduced"
    return
  fi
  package_set=$(cat "$root/.package-set" 2>/dev/null || true)
  is_package_set "$package_set" && return
  probe_full_set
  printf '%s\n' "$package_set" >"$root/.package-set"
}

is_package_set() { [ "$1" = full ] || [ "$1" = reduced ]; }

probe_full_set() {
  local log=$tools/log/package-set.log
  mkdir -p "$tools/log"
  say "Finding out which packages the NuGet feed has ..."
  if dotnet restore "$root/build/package-set-probe" -p:PackageSet=full >"$log" 2>&1 </dev/null; then
    package_set=full
    say "Package set 'full': the feed has Orleans, LiteDB, prometheus-net and librdkafka."
  elif grep -Eq 'NU110[1-3]' "$log"; then
    package_set=reduced
    say "Package set 'reduced': the feed lacks $(missing_from_feed "$log"); the sources' own stand-ins take their place."
  else
    tail -n 10 "$log" >&2
    fail "the NuGet feed could not be asked which packages it has; the lines above are the end of $log" \
      "mend the connection, or name the set: TUNESEARCH_PACKAGES=reduced ./tunesearch ..."
  fi
}

missing_from_feed() {
  grep -Eo 'NU110[1-3]: Unable to find [a-z ]*package [A-Za-z.-]+' "$1" | awk '{print $NF}' | sed 's/\.$//' | sort -u | paste -sd, - | sed 's/,/, /g'
}
