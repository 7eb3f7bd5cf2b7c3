import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Every variable, as .env.example documents it. */
const settingsSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4053),
  HUB_KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  HUB_KEYS_FILE: z.string().optional(),
  TEST_KEYS_FILE: z.string().optional(),
  BOOKS_FILE: z.string().default('data/demonstration.json'),
  NODE_ENV: z.string().optional(),
});

const regionSchema = z.object({
  code: z.string(),
  name: z.string(),
  prefix: z.string(),
  schemaVersion: z.string(),
});

/**
 * Reads the environment and region.json. Throws with every problem found, and when nobody would be believed or a test
 * key would be believed in production.
 */
export async function loadSettings(environment, folder) {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settingsSchema.safeParse(present);
  if (!read.success) throw new Error(`The settings are not usable:\n${z.prettifyError(read.error)}`);
  const given = read.data;
  if (given.TEST_KEYS_FILE !== undefined && given.NODE_ENV === 'production') {
    throw new Error('TEST_KEYS_FILE is set in production: whoever holds the test key could ask for everything.');
  }
  if ([given.HUB_KEYS_URL, given.HUB_KEYS_FILE, given.TEST_KEYS_FILE].every((source) => source === undefined)) {
    throw new Error('Set HUB_KEYS_URL or HUB_KEYS_FILE: this subgraph answers nobody but the gateway of the hub.');
  }
  const region = regionSchema.parse(JSON.parse(await readFile(join(folder, 'region.json'), 'utf8')));
  const pathOf = (file) => (file === undefined ? undefined : resolve(folder, file));
  return Object.freeze({
    region: Object.freeze(region),
    sdl: await readFile(join(folder, 'schema.graphql'), 'utf8'),
    host: given.HOST,
    port: given.PORT,
    hubKeysUrl: given.HUB_KEYS_URL,
    hubKeysFile: pathOf(given.HUB_KEYS_FILE),
    testKeysFile: pathOf(given.TEST_KEYS_FILE),
    booksFile: pathOf(given.BOOKS_FILE),
  });
}
