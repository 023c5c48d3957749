# What the machine must have. All that is missing is named at once, with the command that installs it.

dotnet_help='the .NET SDK 10 (https://learn.microsoft.com/dotnet/core/install/linux), with dotnet on the PATH'

have() { command -v "$1" >/dev/null 2>&1; }
have_dotnet() { have dotnet && (cd "$root" && dotnet --version >/dev/null 2>&1); }
have_header() { have cc && printf '#include <%s>\n' "$1" | cc -E -x c - >/dev/null 2>&1; }
is_debian() { grep -Eqs '^ID(_LIKE)?=.*debian' /etc/os-release && have apt-get; }

require_dotnet() {
  have_dotnet && return
  local missing lines
  lines=("missing: $dotnet_help")
  if have dotnet; then lines+=("the one here says: $(dotnet_complaint)"); fi
  missing=$(missing_packages)
  if [ -n "$missing" ]; then lines+=("missing: $missing" "install with: $(install_command "$missing")"); fi
  fail "${lines[@]}"
}

dotnet_complaint() (
  cd "$root" || exit
  { dotnet --version 2>&1 || true; } | head -n 5
)

# The Debian packages that the steps still to do need and the machine lacks, on one line.
missing_packages() {
  local missing=()
  if ! librdkafka_is_ready; then
    have cc || missing+=(gcc libc6-dev)
    have make || missing+=(make)
    have_header zlib.h || missing+=(zlib1g-dev)
    have_header zstd.h || missing+=(libzstd-dev)
    have_header openssl/ssl.h || missing+=(libssl-dev)
  fi
  if ! librdkafka_is_ready || ! dashboard_is_ready; then
    have npm || missing+=(npm)
  fi
  printf '%s' "${missing[*]}"
}

install_command() {
  local sudo=''
  [ "$(id -u)" = 0 ] || sudo='sudo '
  if is_debian; then
    printf '%sapt-get update && %sapt-get install -y --no-install-recommends %s' "$sudo" "$sudo" "$1"
  else
    printf "your system's package manager (the names here are Debian's)"
  fi
}

require_packages() {
  local missing
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && is_debian; then
    step "Installing $missing" "$tools/log/apt-get.log" install_debian_packages "$missing"
    return
  fi
  fail "missing: $missing" "install with: $(install_command "$missing")"
}

install_debian_packages() {
  # shellcheck disable=SC2086 # one word for each package
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $1
}
