import { z } from 'zod';
import { type CoverageOf, coverageOfDesks } from './cover-communes';

const text = z.string().nullable();
const territorySchema = z.object({ kind: text, code: text });
const personSchema = z.object({ name: text, email: text, phone: text });
const deskSchema = z.object({
  id: z.string(),
  name: text,
  email: text,
  phone: text,
  territories: z.array(territorySchema).nullable(),
  /** Absent when they were not asked. */
  facilitators: z.array(personSchema).nullish(),
});
const postSchema = personSchema.extend({
  function: z.string(),
  organisation: z.string(),
  departements: z.array(z.string()),
  isVacant: z.boolean(),
});
const regionSchema = z.object({
  code: z.string(),
  name: z.string(),
  status: text,
  network: z.object({ desks: z.array(deskSchema).nullable(), isDemonstration: z.boolean().nullable() }).nullable(),
  correspondents: z.array(postSchema),
});

/** What the data of an answer to `directoryQuestion` are. */
export const directoryAnswer = z.object({ regions: z.array(regionSchema) });

/** A desk of the directory, with whom to call there. */
export type DirectoryDesk = z.infer<typeof deskSchema>;

/** A post of a regional or departmental coordination. */
export type DirectoryPost = z.infer<typeof postSchema>;

/** What the directory says of one region. */
export interface RegionDirectory {
  readonly code: string;
  readonly name: string;
  /** LIVE, or why its desks are not known. */
  readonly status: string;
  readonly isDemonstration: boolean;
  /** Every desk that is open; empty unless LIVE. */
  readonly desks: readonly DirectoryDesk[];
  /** Every post that is open, vacant ones too. */
  readonly posts: readonly DirectoryPost[];
  readonly coverageOf: CoverageOf<DirectoryDesk>;
  /** The departmental coordination where there is one that is filled, else the regional one; null when there is none. */
  readonly coordinatorOf: (departement: string) => DirectoryPost | null;
}

/**
 * The question of the whole directory of the network, or of the regions in `$codes`, as whoever asks may see it; with the facilitators of the
 * desks or without.
 */
export function directoryQuestion({ withFacilitators }: { readonly withFacilitators: boolean }): string {
  const facilitators = withFacilitators ? 'facilitators { name email phone }' : '';
  return `query Directory($codes: [RegionCode!]) { regions(codes: $codes) { code name status
  correspondents { name email phone function organisation departements isVacant }
  network { isDemonstration desks { id name email phone territories { kind code } ${facilitators} } } } }`;
}

/** What an answer says, by code of the region. A region that did not answer is there with its status and without desks. */
export function networkDirectory({ regions }: z.infer<typeof directoryAnswer>): ReadonlyMap<string, RegionDirectory> {
  return new Map(regions.map((region) => [region.code, directoryOf(region)]));
}

function directoryOf({ code, name, status, network, correspondents }: z.infer<typeof regionSchema>): RegionDirectory {
  const desks = network?.desks ?? null;
  return {
    code,
    name,
    // A region that answered its status and lost its desks on the way is missing as well.
    status: desks === null && status === 'LIVE' ? 'MISSING' : (status ?? 'MISSING'),
    isDemonstration: network?.isDemonstration === true,
    desks: status === 'LIVE' ? (desks ?? []) : [],
    posts: correspondents,
    coverageOf: coverageOfDesks(desks ?? []),
    coordinatorOf: (departement) =>
      correspondents.find((post) => post.departements.includes(departement) && !post.isVacant) ??
      correspondents.find((post) => post.departements.length === 0) ??
      null,
  };
}
