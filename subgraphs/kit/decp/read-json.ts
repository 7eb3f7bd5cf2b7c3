import { pipeline, type Readable } from 'node:stream';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/Pick';
import { streamValues } from 'stream-json/streamers/StreamValues';
import { HubError } from '../errors';
import type { DecpItem, DecpRecord, RawHolder } from './decp-record';

type JsonObject = Readonly<Record<string, unknown>>;

/** Where the records are: `marches[]`, `marches.marche[]`, `marches.contrat-concession[]`, or a bare list. */
const RECORD_PATH = /^(?:marches\.)?(?:(?:marche|contrat-concession)\.)?\d+$/;
/** A list of one that a conversion from XML wrote as an object. */
const LONE_RECORD_PATH = /^marches\.(?:marche|contrat-concession)$/;

/**
 * Reads DECP JSON in a stream, in both of its shapes: `{ marches: { marche: [ … ] } }` with nested
 * `titulaire` objects (2.0.3) and `{ marches: [ … ] }` flat. Concessions are told apart and not read.
 * Throws IMPORT_FILE_UNREADABLE when the text is not JSON or holds no list of contracts.
 */
export async function* readJson(source: Readable, path: string): AsyncGenerator<DecpItem> {
  let isDecp = false;
  const filter = (stack: readonly (string | number | null)[], token: { readonly name: string }): boolean => {
    isDecp ||= stack[0] === 'marches' || typeof stack[0] === 'number';
    const place = stack.join('.');
    return RECORD_PATH.test(place) || (token.name === 'startObject' && LONE_RECORD_PATH.test(place));
  };
  const values = streamValues();
  // An error of any stage destroys the last one, so that the loop below throws it.
  pipeline(source, parser(), pick({ filter }), values, () => undefined);
  let rank = 0;
  try {
    for await (const { value } of values as AsyncIterable<{ readonly value: unknown }>) {
      rank += 1;
      yield itemOf(value, rank);
    }
  } catch (cause) {
    throw new HubError(
      'IMPORT_FILE_UNREADABLE',
      `${path} is not complete JSON: it cannot be read after its record ${rank}. Nothing was imported.`,
      { path, records: rank },
      { cause },
    );
  }
  if (!isDecp)
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} is not a DECP file: it holds no "marches".`, { path });
}

function itemOf(value: unknown, line: number): DecpItem {
  const record = objectOf(value);
  if (record === undefined) {
    const message = 'The record is not a JSON object.';
    return { kind: 'unreadable', rejection: { line, uid: null, reason: 'ROW_UNREADABLE', message, value: null } };
  }
  if ('autoriteConcedante' in record || 'concessionnaires' in record || /concession/i.test(textOf(record._type) ?? ''))
    return { kind: 'concession', line };
  return { kind: 'record', record: recordOf(record, line) };
}

function recordOf(record: JsonObject, line: number): DecpRecord {
  const buyer = objectOf(record.acheteur) ?? {};
  const place = objectOf(record.lieuExecution) ?? {};
  return {
    line,
    uid: textOf(record.uid),
    id: textOf(record.id),
    title: textOf(record.objet),
    cpv: textOf(record.codeCPV),
    buyerId: textOf(buyer.id),
    buyerName: textOf(buyer.nom),
    buyerRegion: textOf(buyer.region_code),
    buyerDepartement: textOf(buyer.departement_code),
    holders: listOf(record.titulaires).flatMap(holderOf),
    amount: textOf(record.montant),
    notifiedOn: textOf(record.dateNotification),
    durationMonths: textOf(record.dureeMois),
    placeCode: textOf(place.code),
    placeType: textOf(place.typeCode),
    considerations: considerationsOf(record.considerationsSociales),
  };
}

/** `{ titulaire: { id, … } }` (2.0.3) or `{ id, … }` (flat). */
function holderOf(value: unknown): RawHolder[] {
  const outer = objectOf(value);
  if (outer === undefined) return [];
  const holder = objectOf(outer.titulaire) ?? outer;
  return [
    {
      id: textOf(holder.id),
      idType: textOf(holder.typeIdentifiant),
      name: textOf(holder.denominationSociale) ?? textOf(holder.nom),
    },
  ];
}

/** `{ considerationSociale: [ … ] }`, the same with one text, a plain list, or `[]`, which says nothing. */
function considerationsOf(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return null;
  const inner = objectOf(value)?.considerationSociale ?? value;
  const texts = listOf(inner).flatMap((entry) => textOf(objectOf(entry)?.considerationSociale ?? entry) ?? []);
  return texts.length === 0 ? null : texts;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}
