import { z } from 'zod';
import type { GatewayClient } from '../client';

const text = z.string().nullable();
const postSchema = z.object({
  id: z.string(),
  level: z.string(),
  region: z.object({ code: z.string(), name: z.string() }).nullable(),
  departements: z.array(z.string()),
  name: text,
  function: z.string(),
  organisation: z.string(),
  email: text,
  phone: text,
  validFrom: z.string(),
  validTo: text,
  confirmedOn: text,
  isPublished: z.boolean(),
  needsConfirmation: z.boolean(),
});

/** A post of the directory of correspondents, as whoever keeps it sees it. */
export type Post = z.infer<typeof postSchema>;

const QUESTION = `query Posts($filter: CorrespondentPostFilter) { correspondentPosts(filter: $filter) {
  id level region { code name } departements name function organisation email phone validFrom validTo confirmedOn isPublished
  needsConfirmation } }`;

/** Open posts that the caller keeps: a coordination those of its region, the association all. */
export async function readPosts(
  gateway: GatewayClient,
  filter: { readonly region?: string | undefined; readonly needsConfirmation?: boolean | undefined },
): Promise<readonly Post[]> {
  const schema = z.object({ correspondentPosts: z.array(postSchema) });
  const { correspondentPosts } = await gateway.ask(QUESTION, { filter }, schema);
  return correspondentPosts;
}
