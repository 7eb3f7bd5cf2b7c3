import type { Answer } from './ask';

/** Headers that name the one request and its moment. */
const OF_THE_REQUEST = new Set(['date', 'x-request-id']);

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;

/** Writes answers of one hub so that they are equal to those of another exactly when nobody can tell the two apart. */
export interface AnswerWriter {
  write(answer: Answer<unknown>): string;
}

/**
 * Takes out of answers what names the one request (its identifier and date) and moments since `since`: those before it are rows', and the
 * same in a copy of the database. Identifiers that were not `known` then are named in the order in which they appear. Errors are
 * sorted, for regions answer in any order; every other header counts, the size of the body too.
 */
export function answerWriter(since: Date, known: ReadonlySet<string>): AnswerWriter {
  const made = new Map<string, string>();
  const nameOf = (id: string): string => {
    if (known.has(id)) return id;
    const name = made.get(id) ?? `made-${made.size}`;
    made.set(id, name);
    return name;
  };
  const start = since.toISOString();
  return {
    write({ status, headers, data, errors, extensions }) {
      const requestId = headers.get('x-request-id') ?? '';
      const own = (text: string) => (requestId === '' ? text : text.replaceAll(requestId, 'REQUEST'));
      const sorted = errors.map((error) => own(JSON.stringify(error))).sort();
      const sent = [...headers].filter(([name]) => !OF_THE_REQUEST.has(name)).sort();
      return own(JSON.stringify({ status, headers: sent, data, errors: sorted, extensions }))
        .replaceAll(MOMENT, (moment) => (new Date(moment).toISOString() < start ? moment : 'MOMENT'))
        .replaceAll(UUID, nameOf);
    },
  };
}
