import { z } from 'zod';
import { type CoverageOf, coverageOfDesks } from '../../subgraphs/kit/territories';
import type { GatewayClient } from '../client';

const text = z.string().nullable();
const personSchema = z.object({ name: text, email: text, phone: text });
const deskSchema = z.object({
  id: z.string(),
  name: text,
  email: text,
  phone: text,
  territories: z.array(z.object({ kind: text, code: text })).nullable(),
  facilitators: z.array(personSchema).nullable(),
});
const postSchema = personSchema.extend({
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
  readonly coverageOf: CoverageOf<DirectoryDesk>;
  /** The departmental coordination where there is one that is filled, else the regional one; null when there is none. */
  readonly coordinatorOf: (departement: string) => DirectoryPost | null;
}

const QUESTION = `query Directory($codes: [RegionCode!]) { regions(codes: $codes) { code name status
  correspondents { name email phone organisation departements isVacant }
  network { isDemonstration desks { id name email phone territories { kind code } facilitators { name email phone } } } } }`;

/**
 * The whole directory of the network, in one question: however many places are looked up afterwards, no region is asked again. A
 * region that does not answer is there with its status and without desks.
 */
export async function readDirectory(
  gateway: GatewayClient,
  codes?: readonly string[],
): Promise<ReadonlyMap<string, RegionDirectory>> {
  const schema = z.object({ regions: z.array(regionSchema) });
  const { regions } = await gateway.ask(QUESTION, { codes: codes ?? null }, schema, { isPartial: true });
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
    coverageOf: coverageOfDesks(desks ?? []),
    coordinatorOf: (departement) =>
      correspondents.find((post) => post.departements.includes(departement) && !post.isVacant) ??
      correspondents.find((post) => post.departements.length === 0) ??
      null,
  };
}
