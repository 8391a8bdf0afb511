# Sourced: starts a PostgreSQL server of our own on a free port of the loopback, installing what is missing on Debian as root, and stops it.
postgres_bin=""
postgres_data=""

need() { # Debian packages, each only when its file is missing: need FILE PACKAGE …
  local missing=()
  while [ $# -gt 0 ]; do compgen -G "$1" >/dev/null || missing+=("$2"); shift 2; done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } || fail "Could not install ${missing[*]}"
}

start_postgres() { # sets $postgres, the connection string
  postgres_bin=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)")
  postgres_data=$(mktemp -d /tmp/diapason-postgres-XXXXXX)
  chown postgres: "$postgres_data"
  local port=$((20000 + $$ % 20000))
  runuser -u postgres -- "$postgres_bin/initdb" -D "$postgres_data" -A trust -U diapason --locale=C.UTF-8 >/dev/null || fail "initdb failed"
  runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$postgres_data" -w -l "$postgres_data/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_data -c fsync=${1:-off} -c max_connections=300" start >/dev/null || fail "PostgreSQL did not start"
  postgres="Host=127.0.0.1;Port=$port;Username=diapason;Database=postgres"
}

stop_postgres() {
  [ -n "$postgres_data" ] && [ -f "$postgres_data/postmaster.pid" ] && runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$postgres_data" -m immediate stop >/dev/null 2>&1
  [ -n "$postgres_data" ] && rm -rf "$postgres_data"
}
