import type { QuestionSigner } from '../../subgraphs/kit/signatures';
import { QUESTION_CONTENT_TYPE, type SubgraphTransport } from './subgraph-transport';

/**
 * Signs each question just before it is sent (docs/adr/0012). Here and not earlier, since signatures of equal questions
 * differ: identical ones have been made one by now. A question sent a second time within its deadline keeps its
 * signature. One that cannot be signed is not sent.
 */
export function signQuestions(transport: SubgraphTransport, url: string, signer: QuestionSigner): SubgraphTransport {
  const address = new URL(url);
  return {
    ...transport,
    async post(question) {
      let headers: Readonly<Record<string, string>>;
      try {
        headers = await signer.sign({
          url: address,
          headers: { ...question.headers, 'content-type': QUESTION_CONTENT_TYPE },
          body: question.body,
        });
      } catch {
        return { status: 'failure', failure: 'UNREACHABLE', reason: 'the question could not be signed' };
      }
      return transport.post({ ...question, headers });
    },
  };
}
