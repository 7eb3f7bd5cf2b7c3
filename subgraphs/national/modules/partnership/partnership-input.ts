import { z } from 'zod';
import { codeListOf } from '../../../kit/catalogue';
import { isSiren } from '../../../kit/identifiers';
import { findRegion } from '../../../kit/regions';

const text = (most: number) => z.string().trim().min(1).max(most);
const day = z.iso.date();
const sectors = codeListOf('SECTOR').entries.map(({ code }) => code);
const siren = z.string().refine(isSiren, 'is not a SIREN: nine digits with a valid key');
const listed = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .nullish()
    .transform((items) => items ?? []);

const objective = z
  .object({
    label: text(200),
    hours: z.number().positive().max(9_999_999_999),
    deadline: day,
    startsOn: day.nullish().transform((value) => value ?? null),
    sectors: listed(z.enum(sectors as [string, ...string[]]), 50),
    regions: listed(
      z.string().refine((code) => findRegion(code) !== undefined, 'is not the INSEE code of a region'),
      18,
    ),
  })
  .refine(({ startsOn, deadline }) => startsOn === null || startsOn <= deadline, {
    message: 'begins after its deadline',
    path: ['startsOn'],
  });

/** What is said of a convention: the whole of it, whenever it is signed or amended. */
export const partnershipInput = z
  .object({
    siren,
    buyerName: text(300),
    title: text(300),
    scope: text(4_000)
      .nullish()
      .transform((value) => value ?? null),
    contactName: text(200)
      .nullish()
      .transform((value) => value ?? null),
    contactEmail: z
      .email()
      .nullish()
      .transform((value) => value ?? null),
    reportsDue: listed(
      z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'is not a day of the year, MM-DD'),
      12,
    ),
    signedOn: day,
    endsOn: day.nullish().transform((value) => value ?? null),
    members: listed(z.object({ siren, name: text(300) }), 100),
    documents: listed(z.object({ name: text(300), url: z.url({ protocol: /^https$/ }) }), 100),
    objectives: listed(objective, 50),
  })
  .superRefine((given, context) => {
    const { signedOn, endsOn } = given;
    if (endsOn !== null && endsOn < signedOn) {
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'comes before the signature' });
    }
    const sirens = [given.siren, ...given.members.map((member) => member.siren)];
    if (new Set(sirens).size < sirens.length) {
      context.addIssue({ code: 'custom', path: ['members'], message: 'names a SIREN twice, or the buyer itself' });
    }
    const labels = given.objectives.map(({ label }) => label);
    if (new Set(labels).size < labels.length) {
      context.addIssue({ code: 'custom', path: ['objectives'], message: 'names two objectives alike' });
    }
  });

/** A convention as it was said, checked. */
export type PartnershipInput = z.infer<typeof partnershipInput>;
