import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { databaseUrlSetting, portSetting } from '../kit/config';
import { HubError } from '../kit/errors';

const regionsFileSchema = z.array(
  z.object({
    code: z.string().regex(/^[0-9A-Z]{2,4}$/),
    databaseUrl: databaseUrlSetting,
    port: portSetting,
    booksKeyFile: z.string().optional(),
  }),
);

/** Where one region's books are and where its subgraph listens. */
export interface RegionSetting {
  /** INSEE code of the region, "53". */
  readonly code: string;
  /** PostgreSQL URL of the region's own database. Holds a password: never written to a log or an error. */
  readonly databaseUrl: string;
  /** TCP port of the region's subgraph; 0 lets the system choose. */
  readonly port: number;
  /** File of the keys of the region's books; without it sensitive criteria are counted as unknown. */
  readonly booksKeyFile?: string | undefined;
}

/**
 * Reads the file that tells a process which regions it serves: a JSON array of
 * `{ code, databaseUrl, port, booksKeyFile }`. Throws CONFIG_INVALID when it is missing, wrong, or names a region twice.
 */
export async function readRegionsFile(path: string): Promise<RegionSetting[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // The cause is not kept: a JSON error quotes the text around it, which may hold a password.
    throw new HubError('CONFIG_INVALID', `The regions file ${path} cannot be read or is not JSON.`, { path });
  }
  const result = regionsFileSchema.safeParse(json);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new HubError('CONFIG_INVALID', `The regions file ${path} is not usable. ${problems.join('; ')}.`, {
      path,
      problems,
    });
  }
  const codes = result.data.map((setting) => setting.code);
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (repeated.length > 0)
    throw new HubError('CONFIG_INVALID', `The regions file ${path} names a region twice: ${repeated.join(', ')}.`, {
      path,
    });
  return result.data;
}
