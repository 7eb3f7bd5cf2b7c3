#!/usr/bin/env bash
# Runs once, when the PostgreSQL of docker-compose.yml starts on an empty volume: one role and one database per
# region, one for the national level, one for the registry. No role can connect to another's database.
set -euo pipefail

create_database() {
  local name="$1" password="$2"
  psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
    --set=name="$name" --set=password="$password" <<'SQL'
CREATE ROLE :"name" LOGIN NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

# As which regional subgraphs read for their callers (row-level security); none of them can log in.
psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --command='CREATE ROLE maillage_reader NOLOGIN' \
  --command='CREATE ROLE maillage_reader_books NOLOGIN' \
  --command='CREATE ROLE maillage_reader_desk NOLOGIN' \
  --command='CREATE ROLE maillage_reader_buyer NOLOGIN' \
  --command='CREATE ROLE maillage_writer_desk NOLOGIN' \
  --command='CREATE ROLE maillage_writer_coordination NOLOGIN' \
  --command='CREATE ROLE maillage_reader_auditor NOLOGIN' \
  --command='CREATE ROLE maillage_folder NOLOGIN'

for variable in $(compgen -v | grep -E '^REGION_[0-9A-Z]+_PASSWORD$'); do
  code="${variable#REGION_}"
  code="${code%_PASSWORD}"
  create_database "maillage_region_${code,,}" "${!variable:?}"
  psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres --set=name="maillage_region_${code,,}" <<'SQL'
GRANT maillage_reader, maillage_reader_books, maillage_reader_desk, maillage_reader_buyer,
  maillage_writer_desk, maillage_writer_coordination, maillage_reader_auditor, maillage_folder TO :"name";
SQL
done
create_database maillage_national "${NATIONAL_PASSWORD:?}"
create_database maillage_registry "${REGISTRY_PASSWORD:?}"

psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --command='REVOKE CONNECT ON DATABASE postgres FROM PUBLIC' \
  --command='REVOKE CONNECT ON DATABASE template1 FROM PUBLIC'
