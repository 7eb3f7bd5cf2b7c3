import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import type { GatewayClient } from '../client';
import { splitProgramme } from './split-programme';

const problemSchema = z.object({ line: z.number(), field: z.string(), message: z.string() });
const resultSchema = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('MobilisationProgrammeSuccess'),
    programme: z.object({
      id: z.string(),
      title: z.string(),
      lineCount: z.number(),
      announcedAt: z.string().nullable(),
    }),
  }),
  z.object({
    __typename: z.literal('MobilisationProgrammeLinesError'),
    problemCount: z.number(),
    problems: z.array(problemSchema),
  }),
  z.object({ __typename: z.literal('MobilisationProgrammeNotFoundError'), message: z.string() }),
  z.object({ __typename: z.literal('InvalidInputError'), field: z.string(), message: z.string() }),
]);

const RESULT = `{ __typename
  ... on MobilisationProgrammeSuccess { programme { id title lineCount announcedAt } }
  ... on MobilisationProgrammeLinesError { problemCount problems { line field message } }
  ... on MobilisationProgrammeNotFoundError { message }
  ... on InvalidInputError { field message } }`;

/** What became of a programme; `--json` is this. */
export interface ProgrammeReport {
  readonly id: string;
  readonly title: string;
  readonly lines: number;
  /** Null when nothing was announced. */
  readonly announcedAt: string | null;
  readonly problemCount: number;
  readonly problems: readonly z.infer<typeof problemSchema>[];
}

/** A programme to announce. */
export interface ProgrammeFile {
  readonly siren: string;
  readonly title: string;
  readonly csv: string;
}

/**
 * Announces every line of a programme, or none. All parts are looked at, so that one report names what is wrong in the
 * whole file. Throws PROGRAMME_UNREADABLE and MOBILISATION_PROGRAMME_REFUSED.
 */
export async function importProgramme(gateway: GatewayClient, file: ProgrammeFile): Promise<ProgrammeReport> {
  const { parts, lineCount } = splitProgramme(file.csv);
  const { siren, title } = file;
  const { id } = await programmeOf(gateway, 'openMobilisationProgramme', { siren, title });
  const problems: z.infer<typeof problemSchema>[] = [];
  let problemCount = 0;
  for (const part of parts) {
    const result = await change(gateway, 'addMobilisationProgrammeLines', { id, ...part });
    if (result.__typename === 'MobilisationProgrammeLinesError') {
      problems.push(...result.problems);
      problemCount += result.problemCount;
    } else succeeded(result);
  }
  if (problemCount > 0) return { id, title, lines: lineCount, announcedAt: null, problemCount, problems };
  const { announcedAt } = await programmeOf(gateway, 'announceMobilisationProgramme', { id, lines: lineCount });
  return { id, title, lines: lineCount, announcedAt, problemCount, problems };
}

async function change(gateway: GatewayClient, field: string, input: object): Promise<z.infer<typeof resultSchema>> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { result: ${field}(input: $input) ${RESULT} }`;
  return (await gateway.ask(query, { input }, z.object({ result: resultSchema }))).result;
}

async function programmeOf(gateway: GatewayClient, field: string, input: object) {
  return succeeded(await change(gateway, field, input));
}

function succeeded(result: z.infer<typeof resultSchema>) {
  if (result.__typename === 'MobilisationProgrammeSuccess') return result.programme;
  const why = 'message' in result ? result.message : 'Some lines cannot be announced.';
  throw new HubError('MOBILISATION_PROGRAMME_REFUSED', why);
}
