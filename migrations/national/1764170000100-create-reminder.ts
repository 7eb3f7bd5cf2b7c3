import type { MigrationInterface, QueryRunner } from 'typeorm';

const baseOf = (table: string) => `
  id bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  origin text NOT NULL CONSTRAINT ck_${table}_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION'))`;

const ROLES = `('buyer', 'coordination', 'desk', 'consolidator')`;

/** Reminders: who wants them, by mail or webhook, and what was delivered on which day. */
export class CreateReminder1764170000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_target (${baseOf('reminder_target')},
        public_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT ck_reminder_target_kind CHECK (kind IN ('MAIL', 'WEBHOOK')),
        subject text NOT NULL,
        caller jsonb NOT NULL CONSTRAINT ck_reminder_target_role CHECK (coalesce(caller ->> 'role', '') IN ${ROLES}),
        address text NOT NULL,
        rhythm text NOT NULL CONSTRAINT ck_reminder_target_rhythm CHECK (rhythm IN ('OFF', 'DAILY', 'WEEKLY')),
        secret text,
        expires_on date NOT NULL,
        CONSTRAINT pk_reminder_target PRIMARY KEY (id),
        CONSTRAINT uq_reminder_target_public_id UNIQUE (public_id),
        CONSTRAINT uq_reminder_target_address UNIQUE (subject, kind, address),
        CONSTRAINT ck_reminder_target_secret CHECK ((kind = 'WEBHOOK') = (secret IS NOT NULL)))`);
    await runner.query(`
      CREATE UNIQUE INDEX uq_reminder_target_mail ON reminder_target (subject) WHERE kind = 'MAIL'`);
    await runner.query(`
      CREATE TABLE reminder_delivery (${baseOf('reminder_delivery')},
        target_id bigint NOT NULL,
        day date NOT NULL,
        state text NOT NULL CONSTRAINT ck_reminder_delivery_state
          CHECK (state IN ('CLAIMED', 'SENT', 'FAILED', 'UNKNOWN')),
        attempts integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_reminder_delivery PRIMARY KEY (id),
        CONSTRAINT uq_reminder_delivery_day UNIQUE (target_id, day),
        CONSTRAINT fk_reminder_delivery_target FOREIGN KEY (target_id) REFERENCES reminder_target (id) ON DELETE CASCADE)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reminder_delivery`);
    await runner.query(`DROP TABLE reminder_target`);
  }
}
