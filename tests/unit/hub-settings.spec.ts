import { loadHubSettings } from '../../cli/embedded';
import { REGIONS } from '../../subgraphs/kit/regions';

describe('settings of the embedded hub', () => {
  it('runs every region unless told otherwise', () => {
    expect(loadHubSettings({}).regionCodes).toEqual(REGIONS.map(({ code }) => code));
  });

  it('leaves out the regions that are said to be absent', () => {
    const { regionCodes } = loadHubSettings({ MAILLAGE_ABSENT_REGIONS: '53, 76' });
    expect(regionCodes).toHaveLength(REGIONS.length - 2);
    expect(regionCodes).not.toContain('53');
  });

  it('refuses a region that the law does not know', () => {
    expect(() => loadHubSettings({ MAILLAGE_ABSENT_REGIONS: '53,99' })).toThrow('MAILLAGE_ABSENT_REGIONS');
  });
});
