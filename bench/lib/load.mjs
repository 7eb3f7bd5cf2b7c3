import autocannon from 'autocannon';
import { requestBody, VARIABLE_SETS } from './workloads.mjs';
import { cpuMilliseconds } from './process-usage.mjs';

const TIMEOUT_SECONDS = 10;

/** Bodies of one load: one when requests are identical, many when they differ. Made before the load runs. */
export function bodiesOf({ question, variables }, codes) {
  const count = variables === 'identical' ? 1 : VARIABLE_SETS;
  return Array.from({ length: count }, (_, number) => requestBody(question, number, codes));
}

/**
 * Loads one engine for some seconds. All connections draw from one list, so that no two requests under way are the
 * same unless all are. `observed` are the processes whose processor time is taken per request.
 */
export async function load({ url, token, bodies, connections, seconds, start = 0, observed = {} }) {
  let next = start;
  const before = usageOf(observed);
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: TIMEOUT_SECONDS,
    // A null or an error in place of an answer must not look fast.
    verifyBody: (body) => body.startsWith('{"data":{') && !body.includes('"errors":['),
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: token },
        setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] }),
      },
    ],
  });
  const after = usageOf(observed);
  const answered = result['2xx'] - result.mismatches;
  // No answer at all is a failure too: it would show as no figure.
  const failed = result.errors + result.non2xx + result.mismatches + (answered === 0 ? 1 : 0);
  return {
    rps: answered / result.duration,
    p99: result.latency.p99,
    p50: result.latency.p50,
    failed,
    sent: next - start,
    cpu: Object.fromEntries(
      Object.keys(observed).map((name) => [name, answered === 0 ? null : (after[name] - before[name]) / answered]),
    ),
  };
}

function usageOf(observed) {
  return Object.fromEntries(Object.entries(observed).map(([name, pid]) => [name, cpuMilliseconds(pid)]));
}
