import { request } from 'undici';
import { z } from 'zod';
import { ERRORS, HubError, type ErrorCode } from '../../subgraphs/kit/errors';
import { readHubRecord, type HubRecord } from '../record';

const regionEntrySchema = z.object({
  region: z.string(),
  state: z.enum(['STARTING', 'RUNNING', 'STOPPED']),
  url: z.string().optional(),
});

const failureSchema = z.object({ code: z.string(), message: z.string() });

/** One region as the running hub reports it. */
export type RegionReport = z.infer<typeof regionEntrySchema>;

/** What a command can ask of the running hub of a data directory. */
export interface HubClient {
  regions(): Promise<RegionReport[]>;
  region(code: string): Promise<RegionReport>;
  /** Returns once the region's server is closed. */
  stopRegion(code: string): Promise<RegionReport>;
  /** Returns once the region's server listens. */
  startRegion(code: string): Promise<RegionReport>;
}

const ANSWER_DEADLINE = 40_000;

/**
 * Connects to the hub that runs from a data directory. Throws HUB_NOT_RUNNING when there is none; each call
 * throws HUB_NOT_RUNNING when it has gone since, HUB_TIMEOUT, or what the hub answers.
 */
export async function connectToHub(dataDirectory: string): Promise<HubClient> {
  const record = await readHubRecord(dataDirectory);
  if (record === undefined) throw notRunning(dataDirectory);
  const call = async <Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> => {
    const { status, body } = await send(record, method, path).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'HeadersTimeoutError')
        throw new HubError('HUB_TIMEOUT', `The hub did not answer within ${ANSWER_DEADLINE / 1_000} s.`);
      throw notRunning(dataDirectory);
    });
    if (status === 200) return schema.parse(body);
    const failure = failureSchema.parse(body);
    throw new HubError(isErrorCode(failure.code) ? failure.code : 'INTERNAL_SERVER_ERROR', failure.message);
  };
  return {
    regions: () => call('GET', '/regions', z.array(regionEntrySchema)),
    region: (code) => call('GET', `/regions/${encodeURIComponent(code)}`, regionEntrySchema),
    stopRegion: (code) => call('POST', `/regions/${encodeURIComponent(code)}/stop`, regionEntrySchema),
    startRegion: (code) => call('POST', `/regions/${encodeURIComponent(code)}/start`, regionEntrySchema),
  };
}

/**
 * Whether the recorded hub answers with its own token: its process number alone may belong to another by now.
 * One that takes the connection and stays silent (suspended, overloaded) is there.
 */
export async function isHubAnswering(record: HubRecord): Promise<boolean> {
  return send(record, 'GET', '/regions', 2_000).then(
    ({ status }) => status === 200,
    (error: unknown) => error instanceof Error && error.name === 'HeadersTimeoutError',
  );
}

async function send(
  record: HubRecord,
  method: 'GET' | 'POST',
  path: string,
  deadline = ANSWER_DEADLINE,
): Promise<{ status: number; body: unknown }> {
  const response = await request(`${record.controlUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${record.token}` },
    headersTimeout: deadline,
    bodyTimeout: deadline,
    reset: true,
  });
  return { status: response.statusCode, body: await response.body.json() };
}

function notRunning(dataDirectory: string): HubError {
  return new HubError(
    'HUB_NOT_RUNNING',
    `No hub runs from ${dataDirectory}. Run \`npm start\` first, or set MAILLAGE_DATA_DIR.`,
  );
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
