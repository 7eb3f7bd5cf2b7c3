import { parseArgs } from 'node:util';
import { ENGINE_NAMES } from './stack.mjs';
import { QUESTIONS } from './workloads.mjs';

const VARIABLES = ['different', 'identical'];

const FULL = { regions: '18,2,50,100', rounds: '5', seconds: '3', warmup: '2', late: Object.keys(QUESTIONS).join() };
const QUICK = { regions: '18', rounds: '2', seconds: '2', warmup: '1', late: 'consolidation' };

export const HELP = `npm run bench -- [options]

  --quick               2 rounds, 18 regions, one late workload
  --regions 2,18        sizes of networks (2 to 100)
  --workloads a,b       ${Object.keys(QUESTIONS).join(', ')}
  --late a,b            those that also run with one region 300 ms late; "" for none
  --variables a,b       ${VARIABLES.join(', ')}
  --engines a,b         ${ENGINE_NAMES.join(', ')}
  --rounds 5            rounds; medians are taken over them
  --seconds 3           seconds of load per engine and round
  --warmup 2            seconds of load per engine before the first round
  --connections 10      concurrent clients
  --set NAME=VALUE      a setting of our gateway (see .env.example); repeatable
  --profile             profiles our gateway; writes no results
  --out FILE            default: bench/results/latest.json`;

/** Reads the command line. Throws on anything unknown. */
export function readOptions(parameters) {
  const text = (fallback) => ({ type: 'string', ...(fallback === undefined ? {} : { default: fallback }) });
  const { values } = parseArgs({
    args: parameters,
    options: {
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      workloads: text(Object.keys(QUESTIONS).join()),
      variables: text(VARIABLES.join()),
      engines: text(ENGINE_NAMES.join()),
      connections: text('10'),
      set: { type: 'string', multiple: true, default: [] },
      ...Object.fromEntries(['regions', 'rounds', 'seconds', 'warmup', 'late', 'out'].map((name) => [name, text()])),
    },
  });
  const given = { ...(values.quick ? QUICK : FULL), ...values };
  return {
    isHelp: values.help,
    isProfile: values.profile,
    out: values.out,
    sizes: listOf('regions', given.regions).map((size) => numberOf('regions', size, 2, 100)),
    questions: listOf('workloads', given.workloads, Object.keys(QUESTIONS)),
    lateQuestions: listOf('late', given.late, Object.keys(QUESTIONS)),
    variables: listOf('variables', given.variables, VARIABLES),
    engines: listOf('engines', given.engines, ENGINE_NAMES),
    rounds: numberOf('rounds', given.rounds, 1, 50),
    seconds: numberOf('seconds', given.seconds, 1, 120),
    warmup: numberOf('warmup', given.warmup, 1, 120),
    connections: numberOf('connections', given.connections, 1, 500),
    settings: Object.fromEntries(given.set.map((text) => [text.split('=', 1)[0], text.slice(text.indexOf('=') + 1)])),
  };
}

function listOf(name, text, known) {
  const values = text.split(',').filter((value) => value !== '');
  const unknown = known === undefined ? [] : values.filter((value) => !known.includes(value));
  if (unknown.length > 0) throw new Error(`--${name} takes ${known.join(', ')}; not ${unknown.join(', ')}`);
  return values;
}

function numberOf(name, text, least, most) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} takes a whole number from ${least} to ${most}; not ${text}`);
}
