# The reduced package set has no librdkafka.redist, so librdkafka is built here from the sources that Confluent's npm package carries.
# Left out: GSSAPI and OIDC (cyrus-sasl, curl), which nothing here uses; lz4 and snappy come with the sources.

librdkafka_version=2.15.1
librdkafka_npm=@confluentinc/kafka-javascript@1.10.1
librdkafka_sha256=ada7d703bb1d3237e2292bfabf438d663b6160c9f1ac2a2406b5dc4257c81b66
librdkafka_dir=$tools/librdkafka

prepare_librdkafka() {
  librdkafka_is_ready && return
  mkdir -p "$tools"
  exec 9>"$tools/lock"
  flock 9 # two launchers at once: the second finds the first one's work
  librdkafka_is_ready || build_librdkafka
  exec 9>&-
}

# The full set brings the library with it.
librdkafka_is_ready() {
  [ "$package_set" = full ] || librdkafka_is_built
}

librdkafka_is_built() {
  [ -f "$librdkafka_dir/librdkafka.so.1" ] && [ "$(cat "$librdkafka_dir/source" 2>/dev/null)" = "$librdkafka_sha256" ]
}

build_librdkafka() {
  local work=$tools/librdkafka.build
  rm -rf "$work"
  mkdir -p "$work/out"
  step "Fetching the sources of librdkafka $librdkafka_version ($librdkafka_npm)" "$tools/log/npm.log" fetch_librdkafka "$work"
  step "Building librdkafka $librdkafka_version (about a minute)" "$tools/log/librdkafka.log" compile_librdkafka "$work"
  rm -rf "$librdkafka_dir"
  mv "$work/out" "$librdkafka_dir" # only a whole build ever has this name
  rm -rf "$work"
}

# Both run as a step, where bash does not stop at the first failure by itself: hence the chains.
fetch_librdkafka() (
  cd "$1" && npm pack --loglevel=error "$librdkafka_npm" && archive=$(echo ./*.tgz) || exit
  if ! echo "$librdkafka_sha256  $archive" | sha256sum --check --status; then
    echo "$librdkafka_npm: the archive's SHA-256 is $(sha256sum "$archive"), not $librdkafka_sha256; it is not used. Look at what the registry served."
    exit 1
  fi
  tar -xzf "$archive" --strip-components=3 package/deps/librdkafka
)

# CXX=cc: configure insists on a C++ compiler, but only librdkafka++ needs one, which is not built.
compile_librdkafka() (
  cd "$1" &&
    CXX=cc ./configure --disable-gssapi --disable-curl --disable-lz4-ext --no-download &&
    make -C src -j "$(nproc)" librdkafka.so.1 &&
    strip --strip-unneeded -o out/librdkafka.so.1 src/librdkafka.so.1 &&
    echo "$librdkafka_sha256" >out/source
)
