/** One error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An answer over HTTP, read as JSON. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors: readonly AnswerError[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Asks a GraphQL endpoint as a client does: real HTTP, JSON body. `Data` is what the test expects to find. */
export async function ask<Data>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: Data; errors?: AnswerError[]; extensions?: Record<string, unknown> };
  return {
    status: response.status,
    headers: response.headers,
    data: body.data as Data,
    errors: body.errors ?? [],
    extensions: body.extensions ?? {},
  };
}

/** The codes of an answer's errors. */
export function codesOf(answer: Answer<unknown>): unknown[] {
  return answer.errors.map((error) => error.extensions?.['code']);
}
