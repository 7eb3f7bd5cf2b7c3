import { z } from 'zod';
import type { GatewayClient } from '../client';

const resultSchema = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('ImportCorrespondentsSuccess'),
    created: z.number(),
    changed: z.number(),
    unchanged: z.number(),
  }),
  z.object({
    __typename: z.literal('DirectoryLinesError'),
    message: z.string(),
    problemCount: z.number(),
    problems: z.array(z.object({ line: z.number(), field: z.string(), message: z.string() })),
  }),
]);

const MUTATION = `mutation Sheet($input: ImportCorrespondentsInput!) { importCorrespondents(input: $input) { __typename
  ... on ImportCorrespondentsSuccess { created changed unchanged }
  ... on DirectoryLinesError { message problemCount problems { line field message } } } }`;

/** What became of a sheet: every line of it was taken, or none. */
export type SheetOutcome = z.infer<typeof resultSchema>;

/** Takes a sheet of correspondents; a trial checks everything and changes nothing. */
export async function importPosts(gateway: GatewayClient, csv: string, isTrial: boolean): Promise<SheetOutcome> {
  const schema = z.object({ importCorrespondents: resultSchema });
  const { importCorrespondents } = await gateway.ask(MUTATION, { input: { csv, isTrial } }, schema);
  return importCorrespondents;
}
