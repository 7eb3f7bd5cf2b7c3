/* global AbortSignal */
import { isDeepStrictEqual } from 'node:util';

const SAMPLES = 5;
const ATTEMPTS = 5;
/** The first answer includes planning, which takes seconds for a large network on a busy machine. */
const PATIENCE_MILLISECONDS = 60_000;

/** Asks every engine the same few questions. Gives what differs from the first engine, as text; empty when nothing does. */
export async function differences(engines, bodies, token) {
  const step = Math.max(1, Math.floor(bodies.length / SAMPLES));
  const sample = bodies.filter((_, index) => index % step === 0).slice(0, SAMPLES);
  const found = [];
  for (const body of sample) {
    const answers = [];
    for (const [name, { url }] of Object.entries(engines))
      answers.push([name, await askUntilComplete(url, body, token)]);
    const [[firstName, first]] = answers;
    for (const [name, answer] of answers) {
      if (answer.data == null || answer.errors !== undefined) found.push(`${name}: ${excerpt(answer)}`);
      else if (!isDeepStrictEqual(answer.data, first.data)) {
        found.push(`${name} differs from ${firstName}: ${excerpt(answer)} against ${excerpt(first)}`);
      }
    }
  }
  return found;
}

/**
 * A first answer may miss a deadline while an engine plans and connects. Only errors are asked again: an answer that
 * is wrong without saying so counts at once.
 */
async function askUntilComplete(url, body, token) {
  let answer = await ask(url, body, token);
  for (let attempt = 1; attempt < ATTEMPTS && answer.errors !== undefined; attempt += 1)
    answer = await ask(url, body, token);
  return answer;
}

async function ask(url, body, token) {
  const headers = { 'content-type': 'application/json', authorization: token };
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const response = await fetch(url, { method: 'POST', headers, body, signal });
  return response.json();
}

const excerpt = (answer) => JSON.stringify(answer.errors ?? answer.data ?? answer).slice(0, 400);
