import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeListOf } from '../../subgraphs/kit/catalogue';
import {
  type BookKeys,
  bookKeysOf,
  criterionOf,
  criterionTokens,
  isSensitive,
  isToken,
  keysOfFile,
  makeBookKey,
  openCriterion,
  parseBookKeyFile,
  sealCriterion,
  SENSITIVE_CRITERIA,
  storedCriterion,
} from '../../subgraphs/regional/privacy';

const NOW = new Date('2026-11-25T04:00:00Z');
const newKeys = (count = 1): BookKeys => bookKeysOf({ keys: Array.from({ length: count }, () => makeBookKey(NOW)) });
const CRITERION = { criterion: 'PRISON_LEAVER', localCode: 'PPSMJ' };

describe('a sealed criterion', () => {
  const keys = newKeys();

  it('opens for its person, and looks like nothing', () => {
    const sealed = sealCriterion(keys, '12', CRITERION);
    expect(openCriterion(keys, '12', sealed)).toEqual(CRITERION);
    expect(sealed.toString('latin1')).not.toMatch(/PRISON|PPSMJ/);
    expect(sealCriterion(keys, '12', CRITERION)).not.toEqual(sealed);
  });

  it('is as long whatever it says', () => {
    const lengths = Object.keys(SENSITIVE_CRITERIA).flatMap((criterion) => [
      sealCriterion(keys, '1', { criterion, localCode: null }).length,
      sealCriterion(keys, '123456789', { criterion, localCode: 'é'.repeat(60) }).length,
    ]);
    expect(new Set(lengths).size).toBe(1);
  });

  it('opens for nobody else, by no other key, and not when a bit was changed anywhere', () => {
    const sealed = sealCriterion(keys, '12', CRITERION);
    const code = (action: () => unknown) => {
      try {
        action();
        return 'opened';
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(code(() => openCriterion(keys, '13', sealed))).toBe('BOOKS_SEAL_BROKEN');
    expect(code(() => openCriterion(newKeys(), '12', sealed))).toBe('BOOKS_KEY_UNKNOWN');
    expect(code(() => openCriterion(keys, '12', sealed.subarray(1)))).toBe('BOOKS_SEAL_BROKEN');
    for (let place = 0; place < sealed.length; place += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(place) ^ 1, place);
      expect(code(() => openCriterion(keys, '12', altered))).toMatch(/^BOOKS_/);
    }
  });

  it('opens by a key that is no longer in use', () => {
    const [first, second] = newKeys(2);
    if (second === undefined) throw new Error('no second key');
    const sealed = sealCriterion([second], '12', CRITERION);
    expect(openCriterion([first, second], '12', sealed)).toEqual(CRITERION);
  });
});

describe('a stored main criterion', () => {
  it('is a token for a sensitive one and the code for any other', () => {
    const keys = newKeys(2);
    const tokens = criterionTokens(keys);
    for (const { code } of codeListOf('CRITERION').entries) {
      const stored = storedCriterion(keys, code);
      expect(isToken(stored)).toBe(isSensitive(code));
      expect(criterionOf(tokens, stored)).toBe(code);
    }
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(2 * Object.keys(SENSITIVE_CRITERIA).length);
    expect(criterionOf(criterionTokens(newKeys()), storedCriterion(keys, 'REFUGEE'))).toBeNull();
  });

  it('names sensitive criteria that the national list has', () => {
    const codes = codeListOf('CRITERION').entries.map(({ code }) => code);
    expect(Object.keys(SENSITIVE_CRITERIA).filter((code) => !codes.includes(code))).toEqual([]);
  });
});

describe('a key file', () => {
  it.each(['', '{}', '{"keys": []}', '{"keys": [{"key": "too-short-secret"}]}', 'no JSON: secret'])(
    'is refused without a word of it: %s',
    (text) => {
      expect(() => parseBookKeyFile(text, 'keys.json')).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
      expect(() => parseBookKeyFile(text, 'keys.json')).not.toThrow(/secret/);
    },
  );

  it('is read again when it changes, and is missed when it is gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'maillage-keys-'));
    const path = join(folder, 'keys.json');
    const write = (date: Date) => {
      writeFileSync(path, JSON.stringify({ keys: [makeBookKey(NOW)] }));
      utimesSync(path, date, date);
    };
    let now = 0;
    write(new Date(1_000));
    const source = keysOfFile(path, () => now);
    const before = source.current();
    write(new Date(2_000));
    expect(source.current()).toBe(before);
    now = 2_000;
    expect(source.current()[0].id).not.toEqual(before[0].id);
    rmSync(folder, { recursive: true });
    now = 4_000;
    expect(() => source.current()).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });
});
