import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** The consolidation of 2021, one line: ready to paste in a shell. */
export const FIRST_QUERY = `{ consolidation(period: {from: "2021-01", to: "2021-12"}) { total { hoursDone workContracts contracts participants } coverage { expected answered missing { code name } isComplete } } }`;

const answerSchema = z.object({
  data: z.object({
    consolidation: z.object({
      total: z.object({ hoursDone: z.number().nullable() }).nullable(),
      coverage: z.object({ expected: z.number(), answered: z.number() }),
    }),
  }),
});

const ATTEMPTS = 5;
const PAUSE_MS = 500;

/**
 * Asks the hub its first national figure, again while cold databases make regions late, and says in French what
 * came back. It reports and decides nothing: a hub that answers partially runs, and says so itself.
 */
export async function askFirstConsolidation(graphqlUrl: string, token: string): Promise<string> {
  let last = 'première consolidation : sans réponse';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = answerSchema.safeParse(await post(graphqlUrl, token));
    if (answer.success) {
      const { total, coverage } = answer.data.data.consolidation;
      const hours = total?.hoursDone?.toLocaleString('fr-FR') ?? '?';
      last = `première consolidation : ${hours} heures en 2021, ${coverage.answered} régions sur ${coverage.expected}`;
      if (coverage.answered === coverage.expected) return last;
    }
    await sleep(PAUSE_MS);
  }
  return last;
}

async function post(graphqlUrl: string, token: string): Promise<unknown> {
  try {
    const response = await fetch(graphqlUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: FIRST_QUERY }),
    });
    return await response.json();
  } catch {
    return undefined;
  }
}
