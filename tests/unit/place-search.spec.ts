import { geography, searchPlace } from '../../subgraphs/kit/cog';
import { readCogCommunes } from '../../subgraphs/kit/cog/cog-files';

const codesOf = (text: string) => {
  const found = searchPlace(text);
  if (found.status === 'found') return [found.commune.code];
  return found.status === 'ambiguous' ? found.choices.map(({ code }) => code) : found.status;
};

describe('what commune a text means', () => {
  it('is told of every commune of the 18 regions by its code, which stands among the choices at least', () => {
    const communes = geography().communes();
    expect(communes).toHaveLength(34_875);
    const lost = communes.filter(({ code }) => !codesOf(code).includes(code));
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  it('is told by name, without case, accents and signs', () => {
    expect(codesOf('Landerneau')).toEqual(['29103']);
    expect(codesOf('  saint-étienne-du-rouvray ')).toEqual(['76575']);
    expect(codesOf('ST ETIENNE DU ROUVRAY')).toEqual(['76575']);
  });

  it('gives the choices of a name or postal code that several communes have', () => {
    expect(codesOf('Saint-Denis')).toEqual(expect.arrayContaining(['93066', '97411']));
    expect((codesOf('35190') as string[]).length).toBeGreaterThan(1);
  });

  it('leads from the code of every commune that was merged to the one it is part of today', () => {
    // Dommartin, now of Bâgé-Dommartin.
    expect(codesOf('01144')).toEqual(['01025']);
    const former = readCogCommunes().flatMap(({ code, anciensCodes = [] }) =>
      anciensCodes.map((old) => [old, code] as const),
    );
    expect(former.length).toBeGreaterThan(4_000);
    const lost = former.filter(([old]) => geography().commune(old) === undefined);
    expect(lost).toEqual([]);
    // Two codes stand at two communes; the record of the associated commune itself says which it belongs to.
    const elsewhere = former.filter(([old, code]) => geography().commune(old)?.code !== code).map(([old]) => old);
    expect(elsewhere).toEqual(['55273', '60455']);
  });

  it('gives the choices of a postal code that is a former code of another commune as well', () => {
    expect(codesOf('29200')).toEqual(expect.arrayContaining(['29019', geography().commune('29200')?.code]));
  });

  it('leads from an arrondissement to the commune of today', () => {
    expect(codesOf('75101')).toEqual(['75056']);
  });

  it('proposes what is similar to a name that is none, and nothing for a code', () => {
    const unknown = searchPlace('Landernaux');
    expect(unknown).toMatchObject({ status: 'unknown' });
    expect(unknown.status === 'unknown' && unknown.proposals.map(({ code }) => code)).toContain('29103');
    expect(searchPlace('00000')).toEqual({ status: 'unknown', proposals: [] });
  });
});
