# How the launcher talks: one line for each step, a remedy with each failure.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'tunesearch: %s\n' "$@" >&2
  exit 1
}

# step WHAT LOG COMMAND...: says what is done, keeps the command's output in a log and shows its end on failure.
step() {
  local what=$1 log=$2
  shift 2
  say "$what ..."
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null && return
  tail -n 25 "$log" >&2
  fail "$what: failed; the lines above are the end of $log"
}
