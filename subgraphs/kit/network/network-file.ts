import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HubError } from '../errors';
import { findRegion, regionOf, type Region } from '../regions';

const memberSchema = z.object({
  code: z.string().regex(/^[0-9A-Z]{2,4}$/),
  /** Name of a region that the law does not know; only networks of tests have one. */
  name: z.string().min(1).optional(),
  url: z.url(),
  /** Version of the regional schema that the region publishes: "1", "2". */
  schemaVersion: z.string().regex(/^[1-9]\d*$/),
  /** A time in which it may not answer. */
  maintenance: z.object({ from: z.coerce.date(), to: z.coerce.date() }).nullish(),
  /** Whether the gateway signs every question to the region with its body; no unless said. */
  signsBodies: z.boolean().optional(),
});

const networkSchema = z.object({
  /** Rises with every change of the members; travels in every scope. */
  version: z.number().int().min(1),
  nationalUrl: z.url(),
  /** Where the registry's API is asked; without it, it is no part of the graph. */
  registryUrl: z.url().nullish(),
  members: z.array(memberSchema),
});

/** A region that runs a subgraph of the hub. */
export interface Member {
  readonly region: Region;
  readonly url: string;
  readonly schemaVersion: string;
  /** When it may not answer, as its coordination declared. */
  readonly maintenance?: { readonly from: Date; readonly to: Date } | null;
  /** Whether the gateway signs every question to the region with its body (docs/adr/0012); no unless said. */
  readonly signsBodies?: boolean | undefined;
}

/** Who takes part in the hub, and where. */
export interface Network {
  readonly version: number;
  readonly nationalUrl: string;
  /** Null or absent when the registry is no part of the graph. */
  readonly registryUrl?: string | null;
  /** In ascending order of region codes. */
  readonly members: readonly Member[];
}

/** Parses the text of a network file. Throws CONFIG_INVALID with every problem found. */
export function parseNetwork(text: string, source = 'network file'): Network {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', `${source} is not JSON.`, { source }, { cause });
  }
  return networkOf(json, source);
}

/** Reads a network that is JSON already. Throws CONFIG_INVALID with every problem found. */
export function networkOf(json: unknown, source: string): Network {
  const result = networkSchema.safeParse(json);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new HubError('CONFIG_INVALID', `${source} is not usable. ${problems.join('; ')}.`, { source, problems });
  }
  const members = result.data.members.map(({ code, name, url, schemaVersion, signsBodies, maintenance }): Member => {
    const region = findRegion(code) ?? (name === undefined ? undefined : regionOf(code, name));
    if (region === undefined)
      throw new HubError('REGION_UNKNOWN', `${source} names the region "${code}", which the law does not know.`, {
        region: code,
      });
    return { region, url, schemaVersion, signsBodies, ...(maintenance == null ? {} : { maintenance }) };
  });
  const codes = members.map((member) => member.region.code);
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (repeated.length > 0)
    throw new HubError('CONFIG_INVALID', `${source} names a region twice: ${repeated.join(', ')}.`, { source });
  members.sort((left, right) => (left.region.code < right.region.code ? -1 : 1));
  const { version, nationalUrl, registryUrl } = result.data;
  return { version, nationalUrl, ...(registryUrl == null ? {} : { registryUrl }), members };
}

/** Reads and parses a network file. Throws CONFIG_INVALID when it is missing or wrong. */
export async function readNetwork(path: string): Promise<Network> {
  try {
    return parseNetwork(await readFile(path, 'utf8'), path);
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    throw new HubError('CONFIG_INVALID', `The network file ${path} cannot be read.`, { path }, { cause });
  }
}
