# Builds the command, but only when something it is made of is newer than the last build: MSBuild needs seconds to find that out itself.

cli_assembly() { printf '%s' "$root/artifacts/$package_set/bin/TuneSearch.Cli/release/tunesearch.dll"; }

build_cli() {
  local stamp=$root/artifacts/$package_set/cli.stamp
  cli_is_fresh "$stamp" && return
  local begun=$stamp.begun
  mkdir -p "$(dirname "$stamp")"
  touch "$begun" # what changes while the build runs must count as newer than it
  step "Building TuneSearch" "$tools/log/build.log" \
    dotnet build "$root/src/TuneSearch.Cli" -c Release -p:PackageSet="$package_set" --nologo -v:quiet
  mv "$begun" "$stamp"
}

cli_is_fresh() {
  [ -f "$1" ] && [ -f "$(cli_assembly)" ] || return 1
  local inputs=("$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json")
  [ ! -d "$librdkafka_dir" ] || inputs+=("$librdkafka_dir")
  [ -z "$(find "${inputs[@]}" -name node_modules -prune -o -newer "$1" -print -quit)" ]
}

publish_cli() {
  [ $# = 1 ] || fail "publish needs one folder: ./tunesearch publish DIR"
  step "Publishing to $1" "$tools/log/publish.log" \
    dotnet publish "$root/src/TuneSearch.Cli" -c Release -p:PackageSet="$package_set" --nologo -v:quiet -o "$1"
}
