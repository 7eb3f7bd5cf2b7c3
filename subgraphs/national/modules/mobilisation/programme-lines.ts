import type { EntityManager } from 'typeorm';
import type { CheckedOperation } from './check-operation';
import { type MobilisationProgrammeEntity, MobilisationProgrammeLineEntity } from './mobilisation-programme.entity';
import type { RequestActor } from './request-caller';
import type { Sizing } from './size-operation';
import { dueAtOf } from './transitions';

/** A line as it is kept until its programme is announced. */
export interface KeptLine {
  readonly line: number;
  readonly requestId: string;
  readonly operation: CheckedOperation & { readonly proposedSizing: Sizing };
}

/** Keeps lines in one statement, in place of those of the same numbers. */
export async function keepLines(
  manager: EntityManager,
  programmeId: string,
  lines: readonly KeptLine[],
): Promise<void> {
  await manager.query(
    `INSERT INTO mobilisation_programme_line (origin, programme_id, line, request_id, operation)
     SELECT 'IMPORTED', $1, kept.line, kept."requestId", kept.operation
     FROM jsonb_to_recordset($2::jsonb) AS kept (line integer, "requestId" uuid, operation jsonb)
     ON CONFLICT (programme_id, line)
       DO UPDATE SET request_id = excluded.request_id, operation = excluded.operation, updated_at = now()`,
    [programmeId, JSON.stringify(lines)],
  );
}

/** How many lines are kept. */
export function countLines(manager: EntityManager, programmeId: string): Promise<number> {
  return manager.countBy(MobilisationProgrammeLineEntity, { programme: { id: programmeId } });
}

/** Announces every line: requests, their history, and the programme itself; the lines have then served. */
export async function announceLines(
  manager: EntityManager,
  programme: MobilisationProgrammeEntity,
  actor: RequestActor,
  now: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO mobilisation_request
       (origin, public_id, created_at, siren, title, description, kind, cpv, amount, region_code, departement, commune,
        consultation_on, starts_on, ends_on, lots, state, waiting_since, due_at, proposed_sizing, programme_id,
        programme_line)
     SELECT 'IMPORTED', line.request_id, $2, o.siren, o.title, o.description, o.kind, o.cpv, o.amount, o."regionCode",
        o.departement, o.commune, o."consultationOn", o."startsOn", o."endsOn", o.lots, 'ANNOUNCED', $2, $3,
        o."proposedSizing", line.programme_id, line.line
     FROM mobilisation_programme_line AS line,
       jsonb_to_record(line.operation) AS o (siren text, title text, description text, kind text, cpv text,
         amount numeric, "regionCode" text, departement text, commune text, "consultationOn" date, "startsOn" date,
         "endsOn" date, lots jsonb, "proposedSizing" jsonb)
     WHERE line.programme_id = $1`,
    [programme.id, now, dueAtOf('ANNOUNCED', now, null)],
  );
  await manager.query(
    `INSERT INTO mobilisation_event (origin, created_at, request_id, kind, actor, role, party, to_state)
     SELECT 'IMPORTED', $2, id, 'MOVED', $3, $4, CASE WHEN $4 = 'buyer' THEN siren END, 'ANNOUNCED'
     FROM mobilisation_request WHERE programme_id = $1`,
    [programme.id, now, actor.subject, actor.role],
  );
  programme.announcedAt = now;
  await manager.save(programme);
}
