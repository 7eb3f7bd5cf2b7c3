import type { MigrationInterface, QueryRunner } from 'typeorm';

const baseOf = (table: string) => `
  id bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  origin text NOT NULL CONSTRAINT ck_${table}_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION'))`;

/** Network life: trainings with their seats, shared resources with their versions, and what each desk has taken up. */
export class CreateNetworkLife1764170000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTrainings(runner);
    await createResources(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['desk_resource', 'resource_version', 'shared_resource', 'training_seat', 'training']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

async function createTrainings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE training (${baseOf('training')},
      public_id uuid NOT NULL,
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL CONSTRAINT ck_training_kind CHECK (kind IN ('TRAINING', 'PRACTICE_SESSION')),
      title text NOT NULL,
      theme text NOT NULL,
      description text,
      region_code text,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      place text,
      remote_url text,
      seats integer NOT NULL CONSTRAINT ck_training_seats CHECK (seats > 0),
      validity_months integer CONSTRAINT ck_training_validity CHECK (validity_months > 0),
      cancelled_at timestamptz,
      created_by text NOT NULL,
      CONSTRAINT pk_training PRIMARY KEY (id),
      CONSTRAINT uq_training_public_id UNIQUE (public_id),
      CONSTRAINT ck_training_times CHECK (ends_at > starts_at),
      CONSTRAINT ck_training_place CHECK (place IS NOT NULL OR remote_url IS NOT NULL))`);
  await runner.query(`CREATE INDEX ix_training_starts_at ON training (starts_at)`);
  await runner.query(`
    CREATE TABLE training_seat (${baseOf('training_seat')},
      training_id bigint NOT NULL,
      desk text NOT NULL,
      seats integer NOT NULL CONSTRAINT ck_training_seat_seats CHECK (seats >= 0),
      attended integer CONSTRAINT ck_training_seat_attended CHECK (attended >= 0),
      CONSTRAINT pk_training_seat PRIMARY KEY (id),
      CONSTRAINT uq_training_seat_desk UNIQUE (training_id, desk),
      CONSTRAINT fk_training_seat_training FOREIGN KEY (training_id) REFERENCES training (id))`);
  await runner.query(`CREATE INDEX ix_training_seat_desk ON training_seat (desk)`);
}

async function createResources(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE shared_resource (${baseOf('shared_resource')},
      public_id uuid NOT NULL,
      kind text NOT NULL CONSTRAINT ck_shared_resource_kind CHECK (kind IN ('MODEL_CLAUSE', 'DOCTRINE', 'GUIDE')),
      theme text NOT NULL,
      region_code text,
      current_number integer NOT NULL,
      CONSTRAINT pk_shared_resource PRIMARY KEY (id),
      CONSTRAINT uq_shared_resource_public_id UNIQUE (public_id))`);
  await runner.query(`
    CREATE TABLE resource_version (${baseOf('resource_version')},
      resource_id bigint NOT NULL,
      number integer NOT NULL CONSTRAINT ck_resource_version_number CHECK (number > 0),
      title text NOT NULL,
      summary text NOT NULL,
      text text NOT NULL,
      url text,
      valid_until date,
      published_by text NOT NULL,
      CONSTRAINT pk_resource_version PRIMARY KEY (id),
      CONSTRAINT uq_resource_version_number UNIQUE (resource_id, number),
      CONSTRAINT fk_resource_version_resource FOREIGN KEY (resource_id) REFERENCES shared_resource (id))`);
  await runner.query(`
    CREATE INDEX ix_resource_version_search ON resource_version
      USING gin (to_tsvector('french', title || ' ' || summary || ' ' || text))`);
  await runner.query(`
    CREATE TABLE desk_resource (${baseOf('desk_resource')},
      resource_id bigint NOT NULL,
      desk text NOT NULL,
      number integer NOT NULL,
      taken_at timestamptz NOT NULL,
      CONSTRAINT pk_desk_resource PRIMARY KEY (id),
      CONSTRAINT uq_desk_resource_desk UNIQUE (resource_id, desk),
      CONSTRAINT fk_desk_resource_resource FOREIGN KEY (resource_id) REFERENCES shared_resource (id))`);
  await runner.query(`CREATE INDEX ix_desk_resource_desk ON desk_resource (desk)`);
}
