/** All regions in one process, each on a port of its own. Answers are kept as text, so that a gateway is what is measured. */
import { createServer } from 'node:http';
import { Buffer } from 'node:buffer';
import { regionsOf } from '../lib/network.mjs';
import { compileQuestion } from './answer.mjs';
import { cannedRegion } from './canned-region.mjs';

/** Characters of kept answers and questions, beyond which all are forgotten. */
const KEPT_CHARACTERS = 400_000_000;

/** Region that answers late, and by how many milliseconds. */
let late = { code: undefined, milliseconds: 0 };
let keptCharacters = 0;
const caches = [];
const compiled = new Map();

function answerOf(entityOf, text) {
  const { query, variables } = JSON.parse(text);
  let answer = compiled.get(query);
  if (answer === undefined) {
    answer = compileQuestion(query);
    compiled.set(query, answer);
  }
  return Buffer.from(JSON.stringify(answer(variables ?? {}, entityOf)), 'utf8');
}

function keptAnswer(kept, entityOf, text) {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const answer = answerOf(entityOf, text);
  keptCharacters += text.length + answer.length;
  if (keptCharacters > KEPT_CHARACTERS) {
    caches.forEach((cache) => cache.clear());
    keptCharacters = 0;
  }
  kept.set(text, answer);
  return answer;
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

function startRegion(region) {
  const entityOf = cannedRegion(region);
  const kept = new Map();
  caches.push(kept);
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const text = (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).toString('utf8');
      try {
        const answer = keptAnswer(kept, entityOf, text);
        if (late.code === region.code) setTimeout(() => send(response, 200, answer), late.milliseconds);
        else send(response, 200, answer);
      } catch (error) {
        console.error(`${region.code}: ${error.stack}\n${text.slice(0, 2_000)}`);
        send(response, 500, Buffer.from('{"errors":[{"message":"not canned"}]}'));
      }
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', 1_024, () =>
      resolve([region.code, `http://127.0.0.1:${server.address().port}/graphql`]),
    );
  });
}

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  late = message.late;
  process.send({ kind: 'late-set' });
});

const urls = Object.fromEntries(await Promise.all(regionsOf(Number(process.env.REGIONS)).map(startRegion)));
process.send({ kind: 'ready', urls });
