/** Engines that ours is compared with. */
const PEERS = ['fanout', 'fanoutHub', 'stock', 'hiveRust'];
const OURS = 'maillage';

/** Middle value; the mean of the two middle ones of an even number; null of none. */
export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((left, right) => left - right);
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const rounded = (value, digits) => (value === null ? null : Number(value.toFixed(digits)));

/** One line of the results. `rounds` holds, per engine, what each round measured; round k of all engines ran side by side. */
export function summarize({ workload, variables, regions, identical, rounds, memory }) {
  const names = Object.keys(rounds);
  const perEngine = (read, digits) =>
    Object.fromEntries(names.map((name) => [name, rounded(median(rounds[name].map(read)), digits)]));
  const peers = names.includes(OURS) ? PEERS.filter((name) => names.includes(name)) : [];
  const ratioTo = (peer) => rounds[OURS].map(({ rps }, round) => rps / rounds[peer][round].rps);
  const cpuRatioTo = (peer) => rounds[OURS].map(({ cpu }, round) => rounds[peer][round].cpu.engine / cpu.engine);
  return {
    workload,
    variables,
    regions,
    identical,
    rps: perEngine(({ rps }) => rps, 1),
    p99: perEngine(({ p99 }) => p99, 0),
    ratio: Object.fromEntries(peers.map((peer) => [peer, rounded(median(ratioTo(peer)), 2)])),
    cpuRatio: Object.fromEntries(peers.map((peer) => [peer, rounded(median(cpuRatioTo(peer)), 2)])),
    p50: perEngine(({ p50 }) => p50, 0),
    cpuMs: perEngine(({ cpu }) => cpu.engine, 2),
    nationalCpuMs: perEngine(({ cpu }) => cpu.national, 2),
    regionsCpuMs: perEngine(({ cpu }) => cpu.regions, 2),
    pssMb: memory,
    failed: Object.fromEntries(names.map((name) => [name, rounds[name].reduce((sum, { failed }) => sum + failed, 0)])),
    rounds: rounds[names[0]].length,
  };
}

/** The results as a table for people. */
export function table(results) {
  const names = Object.keys(results[0]?.rps ?? {});
  const head = [
    'workload',
    'variables',
    'N',
    'same',
    ...names.map((name) => `${name} rps/p99/cpu`),
    'ours to fanout/fanoutHub/stock/hive',
    'by cpu',
    'failed',
  ];
  const rows = results.map((result) => [
    result.workload,
    result.variables,
    String(result.regions),
    result.identical ? 'yes' : 'NO',
    ...names.map((name) => `${show(result.rps[name])} / ${show(result.p99[name])} / ${show(result.cpuMs[name])}`),
    PEERS.map((peer) => show(result.ratio[peer])).join(' / '),
    PEERS.map((peer) => show(result.cpuRatio[peer])).join(' / '),
    String(Object.values(result.failed).reduce((sum, failed) => sum + failed, 0)),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const show = (value) => (value === undefined || value === null ? '-' : String(value));
