import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ensureRoles } from './ensure-roles';

/** As whom the region's own API works for its people: roles of the cluster, none with a login. */
const ROLES = ['maillage_writer_desk', 'maillage_writer_coordination', 'maillage_reader_auditor'] as const;
const [DESK, COORDINATION] = ROLES;

type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
const READ: readonly Command[] = ['SELECT'];
const ADD: readonly Command[] = ['SELECT', 'INSERT'];
const WRITE: readonly Command[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** What one role does with the rows of one table that `rows` describes. */
interface Grant {
  readonly role: (typeof ROLES)[number];
  readonly table: string;
  readonly commands: readonly Command[];
  readonly rows: string;
}

const OWN = 'desk_id = (SELECT maillage_own_desk())';
/** The subqueries are under the same policies, so that a table shows what belongs to the rows that are shown above it. */
const OF_OWN_CONTRACTS = 'contract_id IN (SELECT c.id FROM contract c)';
const OF_OWN_LOTS = 'lot_id IN (SELECT l.id FROM lot l)';
const OF_OWN_WORK = 'work_contract_id IN (SELECT w.id FROM work_contract w)';

/** What everybody of a region reads: its network, lists and parameters, and the directory of buyers and companies. */
const SHARED = [
  'coordination',
  'desk',
  'desk_territory',
  'facilitator',
  'desk_host',
  'territory_strategy',
  'local_code',
  'dated_parameter',
] as const;
const DIRECTORY = ['buyer', 'buyer_establishment', 'contractor'] as const;
/** Books of one desk, with the condition under which a row is its own. */
const OWN_BOOKS: readonly (readonly [string, string])[] = [
  ['operation', OWN],
  ['contract', OWN],
  ['contract_clause', OF_OWN_CONTRACTS],
  ['lot', OF_OWN_CONTRACTS],
  ['lot_contractor', OF_OWN_LOTS],
  ['hour_commitment', OF_OWN_LOTS],
  ['participant', OWN],
  ['work_contract', OWN],
  ['hour_entry', OF_OWN_WORK],
  ['outcome', OF_OWN_WORK],
  ['qualitative_record', OWN],
  ['declaration', OWN],
];
/** A person's criteria: never for the coordination, sealed ones or not. */
const CRITERIA: readonly [string, string] = [
  'participant_criterion',
  'participant_id IN (SELECT p.id FROM participant p)',
];
/** What a desk writes of the network: its own territory's strategy and who carries it. */
const OWN_NETWORK = ['desk_host', 'territory_strategy', 'facilitator'] as const;

const GRANTS: readonly Grant[] = [
  ...SHARED.map((table): Grant => ({ role: DESK, table, commands: READ, rows: 'true' })),
  ...DIRECTORY.map((table): Grant => ({ role: DESK, table, commands: ADD, rows: 'true' })),
  ...[...OWN_BOOKS, CRITERIA].map(([table, rows]): Grant => ({ role: DESK, table, commands: WRITE, rows })),
  ...OWN_NETWORK.map((table): Grant => ({ role: DESK, table, commands: ['INSERT', 'UPDATE', 'DELETE'], rows: OWN })),
  { role: DESK, table: 'import_run', commands: ADD, rows: OWN },
  ...[...SHARED, ...DIRECTORY].map((table): Grant => ({ role: COORDINATION, table, commands: WRITE, rows: 'true' })),
  ...OWN_BOOKS.map(([table]): Grant => ({ role: COORDINATION, table, commands: READ, rows: 'true' })),
  { role: COORDINATION, table: 'import_run', commands: ADD, rows: 'true' },
];

/** Lets desks and the coordination read and write the books of their region, each what is its own. */
export class OpenBooksToDesks1764110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ensureRoles(runner, ROLES);
    await runner.query(`ALTER TABLE lot_contractor ENABLE ROW LEVEL SECURITY`);
    for (const { role, table, commands, rows } of GRANTS) {
      await runner.query(`GRANT ${commands.join(', ')} ON ${table} TO ${role}`);
      for (const command of commands) {
        await runner.query(`
          CREATE POLICY ${policyOf(role, table, command)} ON ${table} FOR ${command} TO ${role} ${conditionOf(command, rows)}`);
      }
    }
  }

  /** The roles stay: other databases of the cluster use them. */
  async down(runner: QueryRunner): Promise<void> {
    for (const { role, table, commands } of GRANTS) {
      for (const command of commands) await runner.query(`DROP POLICY ${policyOf(role, table, command)} ON ${table}`);
      await runner.query(`REVOKE ALL ON ${table} FROM ${role}`);
    }
  }
}

function conditionOf(command: Command, rows: string): string {
  switch (command) {
    case 'INSERT':
      return `WITH CHECK (${rows})`;
    case 'UPDATE':
      return `USING (${rows}) WITH CHECK (${rows})`;
    default:
      return `USING (${rows})`;
  }
}

function policyOf(role: string, table: string, command: Command): string {
  return `ps_${table}_${role.split('_').at(-1)}_${command.toLowerCase()}`;
}
