import type { MigrationInterface, QueryRunner } from 'typeorm';

const baseOf = (table: string) => `
  id bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  origin text NOT NULL CONSTRAINT ck_${table}_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION'))`;

const STATES = `('ANNOUNCED', 'TAKEN_OVER', 'SIZED', 'CLAUSE_DRAFTED', 'NOTIFIED', 'IN_EXECUTION', 'CLOSED', 'DECLINED')`;
const ROLES = `('buyer', 'coordination', 'desk', 'consolidator')`;

/** Mobilisation requests: what buyers announce, what became of it, and the programmes that announce many at once. */
export class CreateMobilisation1764170000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createProgramme(runner);
    await createRequest(runner);
    await createHistory(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['message', 'event', 'request', 'programme_line', 'programme']) {
      await runner.query(`DROP TABLE mobilisation_${table}`);
    }
  }
}

async function createProgramme(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE mobilisation_programme (${baseOf('mobilisation_programme')},
      public_id uuid NOT NULL,
      siren text NOT NULL,
      title text NOT NULL,
      opened_by text NOT NULL,
      announced_at timestamptz,
      CONSTRAINT pk_mobilisation_programme PRIMARY KEY (id),
      CONSTRAINT uq_mobilisation_programme_public_id UNIQUE (public_id),
      CONSTRAINT ck_mobilisation_programme_siren CHECK (siren ~ '^[0-9]{9}$'),
      CONSTRAINT ck_mobilisation_programme_title CHECK (length(title) BETWEEN 1 AND 200))`);
  await runner.query(`
    CREATE TABLE mobilisation_programme_line (${baseOf('mobilisation_programme_line')},
      programme_id bigint NOT NULL,
      line integer NOT NULL CONSTRAINT ck_mobilisation_programme_line_number CHECK (line > 0),
      request_id uuid NOT NULL,
      operation jsonb NOT NULL,
      CONSTRAINT pk_mobilisation_programme_line PRIMARY KEY (id),
      CONSTRAINT uq_mobilisation_programme_line UNIQUE (programme_id, line),
      CONSTRAINT fk_mobilisation_programme_line_programme FOREIGN KEY (programme_id)
        REFERENCES mobilisation_programme (id))`);
}

async function createRequest(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE mobilisation_request (${baseOf('mobilisation_request')},
      public_id uuid NOT NULL,
      version integer NOT NULL DEFAULT 1,
      siren text NOT NULL,
      title text NOT NULL,
      description text,
      kind text NOT NULL,
      cpv text,
      amount numeric(14,2) NOT NULL,
      region_code text NOT NULL,
      departement text,
      commune text,
      consultation_on date,
      starts_on date,
      ends_on date,
      lots jsonb NOT NULL DEFAULT '[]',
      state text NOT NULL,
      waiting_since timestamptz NOT NULL,
      due_at timestamptz,
      addressed_desks text[] NOT NULL DEFAULT '{}',
      desk text,
      handled_by_coordination boolean NOT NULL DEFAULT false,
      proposed_sizing jsonb NOT NULL,
      agreed_sizing jsonb,
      decline_reason text,
      programme_id bigint,
      programme_line integer,
      CONSTRAINT pk_mobilisation_request PRIMARY KEY (id),
      CONSTRAINT uq_mobilisation_request_public_id UNIQUE (public_id),
      CONSTRAINT fk_mobilisation_request_programme FOREIGN KEY (programme_id) REFERENCES mobilisation_programme (id),
      CONSTRAINT ck_mobilisation_request_siren CHECK (siren ~ '^[0-9]{9}$'),
      CONSTRAINT ck_mobilisation_request_kind CHECK (kind IN ('WORKS', 'SERVICES', 'SUPPLIES')),
      CONSTRAINT ck_mobilisation_request_amount CHECK (amount > 0),
      CONSTRAINT ck_mobilisation_request_dates CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on),
      CONSTRAINT ck_mobilisation_request_state CHECK (state IN ${STATES}),
      CONSTRAINT ck_mobilisation_request_declined CHECK ((state = 'DECLINED') = (decline_reason IS NOT NULL)),
      CONSTRAINT ck_mobilisation_request_holder CHECK (NOT (desk IS NOT NULL AND handled_by_coordination)))`);
  await runner.query(`CREATE INDEX ix_mobilisation_request_siren ON mobilisation_request (siren, created_at)`);
  await runner.query(`CREATE INDEX ix_mobilisation_request_region ON mobilisation_request (region_code, created_at)`);
  await runner.query(`CREATE INDEX ix_mobilisation_request_due ON mobilisation_request (due_at)`);
}

async function createHistory(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE mobilisation_event (${baseOf('mobilisation_event')},
      request_id bigint NOT NULL,
      kind text NOT NULL CONSTRAINT ck_mobilisation_event_kind
        CHECK (kind IN ('MOVED', 'ADDRESSED', 'REDIRECTED', 'SIZED', 'DESK_DECLINED')),
      actor text NOT NULL,
      role text NOT NULL CONSTRAINT ck_mobilisation_event_role CHECK (role IN ${ROLES}),
      party text,
      from_state text,
      to_state text NOT NULL CONSTRAINT ck_mobilisation_event_to CHECK (to_state IN ${STATES}),
      note text,
      CONSTRAINT pk_mobilisation_event PRIMARY KEY (id),
      CONSTRAINT fk_mobilisation_event_request FOREIGN KEY (request_id) REFERENCES mobilisation_request (id))`);
  await runner.query(`CREATE INDEX ix_mobilisation_event_request ON mobilisation_event (request_id)`);
  await runner.query(`
    CREATE TABLE mobilisation_message (${baseOf('mobilisation_message')},
      request_id bigint NOT NULL,
      actor text NOT NULL,
      role text NOT NULL CONSTRAINT ck_mobilisation_message_role CHECK (role IN ${ROLES}),
      party text,
      text text NOT NULL CONSTRAINT ck_mobilisation_message_text CHECK (length(text) BETWEEN 1 AND 10000),
      document_name text,
      media_type text,
      url text,
      CONSTRAINT pk_mobilisation_message PRIMARY KEY (id),
      CONSTRAINT ck_mobilisation_message_document CHECK (document_name IS NOT NULL OR (media_type IS NULL AND url IS NULL)),
      CONSTRAINT fk_mobilisation_message_request FOREIGN KEY (request_id) REFERENCES mobilisation_request (id))`);
  await runner.query(`CREATE INDEX ix_mobilisation_message_request ON mobilisation_message (request_id)`);
}
