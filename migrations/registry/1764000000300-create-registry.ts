import type { MigrationInterface, QueryRunner } from 'typeorm';

const IDENTITY = `
  id bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL DEFAULT now()`;

/** Tables, in the order in which they need each other. */
const TABLES = [
  `CREATE TABLE check_run (${IDENTITY},
    region_code text NOT NULL,
    conclusion text NOT NULL CONSTRAINT ck_check_run_conclusion CHECK (conclusion IN ('PASSED', 'FAILED')),
    checked_by text NOT NULL,
    checksum text NOT NULL,
    schema_version text NOT NULL,
    url text NOT NULL,
    compared_with integer,
    checks jsonb NOT NULL,
    CONSTRAINT pk_check_run PRIMARY KEY (id))`,
  `CREATE TABLE publication (${IDENTITY},
    region_code text NOT NULL,
    number integer NOT NULL CONSTRAINT ck_publication_number CHECK (number > 0),
    schema_version text NOT NULL,
    url text NOT NULL,
    sdl text NOT NULL,
    checksum text NOT NULL CONSTRAINT ck_publication_checksum CHECK (checksum ~ '^[0-9a-f]{64}$'),
    is_servable boolean NOT NULL,
    published_by text NOT NULL,
    check_run_id bigint NOT NULL,
    CONSTRAINT pk_publication PRIMARY KEY (id),
    CONSTRAINT uq_publication_region_number UNIQUE (region_code, number),
    CONSTRAINT fk_publication_check_run FOREIGN KEY (check_run_id) REFERENCES check_run (id))`,
  `CREATE TABLE member (${IDENTITY},
    updated_at timestamptz NOT NULL DEFAULT now(),
    region_code text NOT NULL CONSTRAINT ck_member_region CHECK (region_code ~ '^[0-9A-Z]{2,4}$'),
    state text NOT NULL CONSTRAINT ck_member_state CHECK (state IN ('INVITED', 'CONNECTED', 'SUSPENDED')),
    publication_id bigint,
    suspended_at timestamptz,
    maintenance_from timestamptz,
    maintenance_to timestamptz,
    maintenance_reason text,
    CONSTRAINT pk_member PRIMARY KEY (id),
    CONSTRAINT uq_member_region UNIQUE (region_code),
    CONSTRAINT ck_member_connected CHECK (state <> 'CONNECTED' OR publication_id IS NOT NULL),
    CONSTRAINT ck_member_suspended CHECK ((state = 'SUSPENDED') = (suspended_at IS NOT NULL)),
    CONSTRAINT ck_member_maintenance CHECK (
      (maintenance_from IS NULL) = (maintenance_to IS NULL) AND maintenance_from < maintenance_to),
    CONSTRAINT fk_member_publication FOREIGN KEY (publication_id) REFERENCES publication (id))`,
  `CREATE TABLE member_probe (${IDENTITY},
    region_code text NOT NULL,
    status text NOT NULL,
    probed_at timestamptz NOT NULL,
    latency_ms integer,
    CONSTRAINT pk_member_probe PRIMARY KEY (id),
    CONSTRAINT uq_member_probe_region UNIQUE (region_code))`,
  `CREATE TABLE allowed_host (${IDENTITY},
    region_code text NOT NULL,
    host text NOT NULL CONSTRAINT ck_allowed_host_host CHECK (host = lower(host) AND length(host) BETWEEN 1 AND 253),
    CONSTRAINT pk_allowed_host PRIMARY KEY (id),
    CONSTRAINT uq_allowed_host_region_host UNIQUE (region_code, host))`,
  `CREATE TABLE credential (${IDENTITY},
    updated_at timestamptz NOT NULL DEFAULT now(),
    public_id text NOT NULL CONSTRAINT ck_credential_public_id CHECK (public_id ~ '^[0-9a-f]{16}$'),
    secret_hash text NOT NULL CONSTRAINT ck_credential_secret_hash CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
    kind text NOT NULL CONSTRAINT ck_credential_kind CHECK (kind IN ('REGION', 'ADMINISTRATION', 'READER')),
    region_code text,
    label text NOT NULL CONSTRAINT ck_credential_label CHECK (length(label) BETWEEN 1 AND 100),
    created_by text NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_by text,
    last_used_on date,
    CONSTRAINT pk_credential PRIMARY KEY (id),
    CONSTRAINT uq_credential_public_id UNIQUE (public_id),
    CONSTRAINT ck_credential_region CHECK ((kind = 'REGION') = (region_code IS NOT NULL)),
    CONSTRAINT ck_credential_revocation CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)))`,
  `CREATE TABLE supergraph (
    number integer NOT NULL CONSTRAINT ck_supergraph_number CHECK (number > 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    cause text NOT NULL CONSTRAINT ck_supergraph_cause CHECK (cause IN
      ('PUBLISH', 'ROLLBACK_SUBGRAPH', 'ROLLBACK_SUPERGRAPH', 'SUSPEND', 'RESUME', 'MAINTENANCE', 'SETUP')),
    restored_from integer,
    created_by text NOT NULL,
    composition_key text NOT NULL,
    payload text NOT NULL,
    checksum text NOT NULL CONSTRAINT ck_supergraph_checksum CHECK (checksum ~ '^[0-9a-f]{64}$'),
    CONSTRAINT pk_supergraph PRIMARY KEY (number))`,
  `CREATE INDEX ix_supergraph_composition_key ON supergraph (composition_key, number)`,
  `CREATE TABLE supergraph_member (${IDENTITY},
    number integer NOT NULL,
    region_code text NOT NULL,
    publication_id bigint NOT NULL,
    CONSTRAINT pk_supergraph_member PRIMARY KEY (id),
    CONSTRAINT uq_supergraph_member_number_region UNIQUE (number, region_code),
    CONSTRAINT fk_supergraph_member_supergraph FOREIGN KEY (number) REFERENCES supergraph (number),
    CONSTRAINT fk_supergraph_member_publication FOREIGN KEY (publication_id) REFERENCES publication (id))`,
  `CREATE TABLE conformance_run (${IDENTITY},
    region_code text NOT NULL,
    url text NOT NULL,
    schema_version text NOT NULL,
    is_passed boolean NOT NULL,
    ran_by text NOT NULL,
    report jsonb NOT NULL,
    CONSTRAINT pk_conformance_run PRIMARY KEY (id))`,
  `CREATE TABLE operation_set (${IDENTITY},
    client text NOT NULL CONSTRAINT ck_operation_set_client CHECK (length(client) BETWEEN 1 AND 100),
    version text NOT NULL,
    operations integer NOT NULL,
    pushed_by text NOT NULL,
    CONSTRAINT pk_operation_set PRIMARY KEY (id),
    CONSTRAINT uq_operation_set_client_version UNIQUE (client, version))`,
  `CREATE TABLE registered_operation (${IDENTITY},
    operation_set_id bigint NOT NULL,
    hash text NOT NULL,
    name text,
    coordinates text[] NOT NULL,
    CONSTRAINT pk_registered_operation PRIMARY KEY (id),
    CONSTRAINT fk_registered_operation_set FOREIGN KEY (operation_set_id) REFERENCES operation_set (id) ON DELETE CASCADE)`,
  `CREATE TABLE seen_operation (${IDENTITY},
    operation text NOT NULL,
    hash text NOT NULL,
    name text,
    coordinates text[] NOT NULL,
    last_seen_on date NOT NULL,
    CONSTRAINT pk_seen_operation PRIMARY KEY (id),
    CONSTRAINT uq_seen_operation_operation UNIQUE (operation))`,
  `CREATE TABLE usage_count (${IDENTITY},
    day date NOT NULL,
    operation text NOT NULL,
    client text NOT NULL,
    version text NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT pk_usage_count PRIMARY KEY (id),
    CONSTRAINT uq_usage_count_day_operation_client UNIQUE (day, operation, client, version))`,
  `CREATE TABLE usage_batch (${IDENTITY},
    batch text NOT NULL,
    CONSTRAINT pk_usage_batch PRIMARY KEY (id),
    CONSTRAINT uq_usage_batch_batch UNIQUE (batch))`,
  `CREATE TABLE audit_entry (${IDENTITY},
    actor text NOT NULL,
    action text NOT NULL,
    region_code text,
    details jsonb NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (id))`,
];

/** What was published, checked, served and written down never changes, whatever the code does. */
const UNCHANGING = ['check_run', 'publication', 'supergraph', 'supergraph_member', 'conformance_run', 'audit_entry'];

/** Everything that the registry keeps. */
export class CreateRegistry1764000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(table);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME;
      END $$`);
    for (const table of UNCHANGING) {
      await runner.query(`
        CREATE TRIGGER tr_${table}_unchanging BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = TABLES.flatMap((text) => /^CREATE TABLE (\w+)/.exec(text)?.[1] ?? []);
    for (const name of names.reverse()) await runner.query(`DROP TABLE ${name}`);
    await runner.query('DROP FUNCTION refuse_change()');
  }
}
