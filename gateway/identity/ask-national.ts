import { type HubTokenSigner, PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import { createSubgraphTransport } from '../data-source';

/** A question to the national level beside its GraphQL endpoint, over connections of its own. */
export interface NationalQuestion {
  /** The JSON of the answer, or why there is none. */
  ask(question: object): Promise<{ readonly answer: unknown } | { readonly failure: string }>;
  close(): Promise<void>;
}

const MAX_ANSWER_BYTES = 16 * 1024;
const CONNECTIONS = 4;
const DEADLINE_MILLISECONDS = 2_000;

/**
 * Opens the address of one kind of question. The gateway shows a token of an audience of its own, so that nothing a client sends can end
 * there.
 */
export function openNationalQuestion(
  nationalUrl: string,
  signer: HubTokenSigner,
  { path, audience }: { readonly path: string; readonly audience: string },
): NationalQuestion {
  const transport = createSubgraphTransport({
    // Beside `graphql`, whatever path a proxy puts before it.
    url: new URL(path.slice(1), nationalUrl).href,
    deadlineMilliseconds: DEADLINE_MILLISECONDS,
    bodyLimitBytes: MAX_ANSWER_BYTES,
    connections: CONNECTIONS,
  });
  return {
    async ask(question) {
      const token = await signer.tokenFor({ audience, caller: PUBLIC_CALLER });
      const outcome = await transport.post({
        body: JSON.stringify(question),
        headers: { authorization: `Bearer ${token}` },
        isRepeatable: true,
      });
      return outcome.status === 'failure' ? { failure: outcome.reason } : { answer: outcome.value.body };
    },
    close: () => transport.close(),
  };
}
