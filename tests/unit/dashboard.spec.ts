import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createGatewayMetrics } from '../../gateway/telemetry';

const dashboard = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        gridPos: z.object({ x: z.number(), y: z.number() }),
        targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(__dirname, '../../deploy/grafana/maillage-gateway.json'), 'utf8')));
const targets = dashboard.panels.flatMap((panel) => panel.targets);

/** Names of the samples that a gateway exports, and the labels of each. */
async function exported(): Promise<{
  series: ReadonlySet<string>;
  metrics: readonly string[];
  labels: Map<string, string>;
}> {
  const metrics = createGatewayMetrics();
  metrics.recordRequest({ outcome: 'answered', milliseconds: 1 });
  metrics.recordRegion({ region: '53', outcome: 'SUCCESS', milliseconds: 1, breakerState: 'closed', wasAsked: true });
  metrics.recordCoverage({ expected: 2, answered: 1 });
  metrics.recordPlan('hit', 1);
  metrics.recordSwap({ outcome: 'served', milliseconds: 1, blockedMilliseconds: 1 });
  metrics.recordServed('0123456789ab');
  const text = await metrics.text();
  metrics.close();
  const samples = [...text.matchAll(/^(maillage_\w+)(?:\{([^}]*)\})? /gm)];
  const labels = new Map<string, string>();
  for (const [, name = '', of = ''] of samples) labels.set(name, of);
  return {
    series: new Set(labels.keys()),
    metrics: [...text.matchAll(/^# TYPE (\w+) /gm)].map((match) => match[1] ?? ''),
    labels,
  };
}

const namesIn = (text: string) => [...text.matchAll(/\bmaillage_\w+/g)].map(([name]) => name);

describe('the Grafana dashboard', () => {
  it('asks for metrics that the gateway exports', async () => {
    const { series } = await exported();
    const asked = targets.flatMap(({ expr }) => namesIn(expr));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !series.has(name))).toEqual([]);
  });

  it('shows every metric that the gateway exports', async () => {
    const { metrics } = await exported();
    const shown = new Set(targets.flatMap(({ expr }) => namesIn(expr)).map((name) => name.replace(/_bucket$/, '')));
    expect(metrics.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('groups and filters by labels that the metrics have', async () => {
    const { labels } = await exported();
    for (const { expr, legendFormat } of targets) {
      const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap((match) => (match[1] ?? '').split(', '));
      const filtered = [...expr.matchAll(/(\w+)!?=~?"/g)].map((match) => match[1] ?? '');
      const legend = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
      const known = namesIn(expr).flatMap((name) => (labels.get(name) ?? '').match(/\w+(?==)/g) ?? []);
      // Prometheus itself adds which gateway it read.
      const unknown = [...grouped, ...filtered, ...legend].filter((name) => ![...known, 'instance'].includes(name));
      expect([expr, unknown]).toEqual([expr, []]);
    }
  });

  it('has panels that stand apart', () => {
    const places = dashboard.panels.map(({ gridPos: { x, y } }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});
