import { checkAnswer } from './support/checker';
import { type ConsolidatedQuery, requestOf } from './support/consolidated-query';
import { type FaultNetwork, startFaultNetwork } from './support/fault-network';
import { FAULTS, HEALTHY } from './support/faults';
import { type HubUnderTest, startHubHere } from './support/hub';

const QUERY: ConsolidatedQuery = {
  from: '2023-03',
  to: '2024-01',
  regions: undefined,
  hasDistinct: true,
  hasBreakdown: true,
};

/** Everything runs in this one process, on a machine that may be busy: long enough for what is healthy. */
const DEADLINE_MILLISECONDS = 3_000;

describe('a consolidation over 18 regions, one of which', () => {
  let network: FaultNetwork;
  let hub: HubUnderTest;

  beforeAll(async () => {
    network = await startFaultNetwork();
    hub = await startHubHere(network.urls, DEADLINE_MILLISECONDS);
  });
  afterAll(async () => {
    await hub.close();
    await network.close();
  });
  beforeEach(() => network.heal());

  const ask = async (): Promise<string> => {
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(requestOf(QUERY)),
    });
    return response.text();
  };
  /** Every region healthy but Bretagne. */
  const evidence = (fault: string) => {
    const behaviour = (code: string) => [code === '53' ? fault : HEALTHY.name];
    return { served: behaviour, around: behaviour };
  };
  const statusOf = (text: string) => /"code":"53"\},"status":"(\w+)"/.exec(text)?.[1];

  it.each([HEALTHY, ...FAULTS].map((fault) => [fault.name, fault] as const))('answers with %s', async (name, fault) => {
    network.fronts.find(({ code }) => code === '53')?.setFault(fault);
    const text = await ask();
    expect(checkAnswer(QUERY, text, evidence(name))).toEqual([]);
    expect(fault.statuses).toContain(statusOf(text));
    expect(network.trapVisits()).toBe(0);
    expect(network.history.breakages).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('was told wrongly is caught by the checker: totals, statuses, other regions, words', async () => {
    const text = await ask();
    const kindsAfter = (changed: string, fault = HEALTHY.name) => [
      ...new Set(checkAnswer(QUERY, changed, evidence(fault)).map(({ kind }) => kind)),
    ];
    const [, hours = ''] = /"total":\{"hoursPlanned":([\d.]+)/.exec(text) ?? [];
    expect(kindsAfter(text)).toEqual([]);
    expect(kindsAfter(text.replace(hours, String(Number(hours) + 0.01)))).toEqual(['WRONG_TOTAL']);
    expect(kindsAfter(text.replace('"code":"11"},"status":"LIVE"', '"code":"11"},"status":"TIMEOUT"'))).toEqual(
      expect.arrayContaining(['CROSS_EFFECT', 'WRONG_STATUS', 'WRONG_TOTAL']),
    );
    expect(kindsAfter(text, 'hang')).toContain('WRONG_STATUS');
    expect(kindsAfter(text.replace('"buyers":', '"buyers":1'))).toEqual(['WRONG_TOTAL']);
    expect(kindsAfter('{"data":null}')).toEqual(['UNANSWERED']);
    expect(kindsAfter(text.replace('{', '{"x":"canari-2-85-07-35-238-101-44",'))).toEqual(['LEAK']);
  });
});
