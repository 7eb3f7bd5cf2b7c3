import { createHash } from 'node:crypto';
import { z } from 'zod';
import { HubError } from '../../../kit/errors';
import { type ContractsScope } from '../../../kit/scope';

/** Where a page ends: the last row, and what must not be forgotten on the pages behind it. */
export interface ContractPosition {
  readonly sort: string;
  readonly id: string;
  /** Regions that were missing on this page or an earlier one. */
  readonly missed: readonly string[];
}

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** Digest of the question: a cursor continues the list it comes from, and no other. */
  q: z.string().length(16),
  s: z.string().max(64),
  i: z.string().max(64),
  m: z.array(z.string().regex(/^[0-9A-Z]{2,4}$/)).max(200),
});

type Question = Pick<ContractsScope, 'filter'> & {
  readonly membership: Pick<ContractsScope['membership'], 'expected'>;
};

/** Writes the cursor of a row. */
export function encodeCursor(question: Question, position: ContractPosition): string {
  const cursor: z.infer<typeof cursorSchema> = {
    v: 1,
    q: digestOf(question),
    s: position.sort,
    i: position.id,
    m: [...position.missed],
  };
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');
}

/** Reads a cursor. Throws CURSOR_MALFORMED, or CURSOR_OF_ANOTHER_QUERY when the filter is not the same. */
export function decodeCursor(question: Question, cursor: string): ContractPosition {
  const parsed = cursorSchema.safeParse(jsonOf(cursor));
  if (!parsed.success) {
    throw new HubError(
      'CURSOR_MALFORMED',
      '`after` is not a cursor of this hub. Give `endCursor` of the previous page as it is.',
      { argument: 'after' },
    );
  }
  if (parsed.data.q !== digestOf(question)) {
    const message =
      '`after` is a cursor of contracts with another filter. Keep the filter, or start again without `after`.';
    throw new HubError('CURSOR_OF_ANOTHER_QUERY', message, { argument: 'after' });
  }
  return { sort: parsed.data.s, id: parsed.data.i, missed: parsed.data.m };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function digestOf({ filter, membership }: Question): string {
  const question = JSON.stringify([
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .sort(),
    membership.expected,
  ]);
  return createHash('sha256').update(question).digest('hex').slice(0, 16);
}
