import { z } from 'zod';
import { isSiren } from '../identifiers';
import { findRegion } from '../regions';

/** Most SIRENs that one buyer sees: its own and those under the same conventions. */
export const MAX_CALLER_SIRENS = 200;

const region = z.string().refine((code) => findRegion(code) !== undefined, 'not an INSEE code of a region');
/** Global identifier of a desk: "53-12". */
const desk = z.string().regex(/^[0-9A-Z]{2,4}-[1-9]\d{0,17}$/, 'not the identifier of a desk, such as 53-12');
const sirens = z.array(z.string().refine(isSiren, 'not a SIREN')).min(1).max(MAX_CALLER_SIRENS);

/** A caller as claims describe it. Every role carries exactly what it needs and nothing else. */
export const callerSchema = z
  .discriminatedUnion('role', [
    z.strictObject({ role: z.literal('public') }),
    z.strictObject({ role: z.literal('desk'), region, desk }),
    z.strictObject({ role: z.literal('coordination'), region }),
    z.strictObject({ role: z.literal('consolidator') }),
    z.strictObject({ role: z.literal('approver') }),
    // `convention`: SIRENs of the other parties of conventions that hold today. Their contracts are seen, nothing is done in their name.
    z.strictObject({ role: z.literal('buyer'), sirens, convention: sirens.optional() }),
    z.strictObject({ role: z.literal('administrator') }),
    z.strictObject({ role: z.literal('auditor') }),
  ])
  .refine((caller) => caller.role !== 'desk' || caller.desk.startsWith(`${caller.region}-`), {
    message: 'the desk is not one of the region',
    path: ['desk'],
  });

/** Everything about a caller that an answer may depend on. Who the person is stands apart, for limits and logs. */
export type Caller = z.infer<typeof callerSchema>;

/** A caller about whom nothing is known. */
export const PUBLIC_CALLER: Caller = Object.freeze({ role: 'public' });

/** A caller as one text: two callers with the same text get the same answers. */
export function callerKey(caller: Caller): string {
  switch (caller.role) {
    case 'desk':
      return `desk:${caller.desk}`;
    case 'coordination':
      return `coordination:${caller.region}`;
    case 'buyer':
      return [`buyer:${sorted(caller.sirens).join(',')}`, ...sorted(caller.convention ?? [])].join('+');
    default:
      return caller.role;
  }
}

const asRegionsKnow = new WeakMap<Caller, Caller>();

/**
 * A caller as regions are told of it: for them a buyer is the SIRENs whose contracts it sees, its own and those of its conventions. The
 * same object for the same caller.
 */
export function callerForRegions(caller: Caller): Caller {
  if (caller.role !== 'buyer' || caller.convention === undefined) return caller;
  const known = asRegionsKnow.get(caller);
  if (known !== undefined) return known;
  const made: Caller = { role: 'buyer', sirens: sorted([...caller.sirens, ...caller.convention]) };
  asRegionsKnow.set(caller, made);
  return made;
}

function sorted(sirens: readonly string[]): string[] {
  return [...new Set(sirens)].sort();
}
