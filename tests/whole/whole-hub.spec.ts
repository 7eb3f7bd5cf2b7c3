import { describeBuyers } from './whole-hub/buyers';
import { describeFigures } from './whole-hub/figures';
import { describeOutage } from './whole-hub/outage';
import { describePaging } from './whole-hub/paging';
import { describePlaces } from './whole-hub/places';
import { ask, hub, useWholeHub } from './whole-hub/the-hub';

// One hub for all of them: it takes half a minute to start. In this order, for the last ones stop parts of it.
useWholeHub();
describeFigures();
describePlaces();
describeBuyers();
describePaging();
describeOutage();

describe('stopping', () => {
  it('ends everything at Ctrl-C', async () => {
    expect(await hub.interrupt()).toBe(0);
    await expect(ask(hub.url, '{ __typename }')).rejects.toThrow();
  }, 60_000);
});
