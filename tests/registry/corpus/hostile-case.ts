import { regionalSchema } from '../../../schema';
import { findRegion, type Region } from '../../../subgraphs/kit/regions';
import type { FindingCode } from '../../../registry/checks';

/** The region that publishes what is hostile, and two that have nothing to do with it. */
export const PUBLISHER: Region = regionOfCode('53');
export const OTHERS: readonly Region[] = [regionOfCode('28'), regionOfCode('76')];

/** The newest version of the regional schema as the publisher would publish it. */
export const VALID_SDL = regionalSchema(PUBLISHER, '2');

/** One hostile or broken subgraph, and why it is refused. */
export interface HostileCase {
  readonly name: string;
  readonly sdl: string;
  /** "2" unless said. */
  readonly schemaVersion?: string;
  readonly code: FindingCode;
  /** Where the finding stands; null for nowhere in the schema. */
  readonly coordinate: string | null;
}

/** One way to do harm, in at least three forms. */
export interface HostileClass {
  readonly name: string;
  readonly cases: readonly HostileCase[];
}

/** The valid SDL with more behind it. */
export const plus = (definitions: string): string => `${VALID_SDL}\n\n${definitions}\n`;

/** The valid SDL with another field in one of its types. */
export function withField(type: string, field: string): string {
  const opening = new RegExp(`^type ${type} [^{]*\\{$`, 'm').exec(VALID_SDL)?.[0];
  if (opening === undefined) throw new Error(`The regional schema has no type ${type}`);
  return edited(opening, `${opening}\n  ${field}`);
}

/** The valid SDL with some text replaced where it first occurs; it must occur. */
export function edited(from: string | RegExp, to: string): string {
  const result = VALID_SDL.replace(from, () => to);
  if (result === VALID_SDL) throw new Error(`The regional schema does not hold ${String(from)}`);
  return result;
}

/** The valid SDL with the first line of a field of a type replaced. */
export function editedField(type: string, from: string, to: string): string {
  const body = new RegExp(`^type ${type} [^]*?^\\}$`, 'm').exec(VALID_SDL)?.[0];
  if (body?.includes(from) !== true) throw new Error(`${type} of the regional schema does not hold ${from}`);
  return VALID_SDL.replace(body, () => body.replace(from, () => to));
}

function regionOfCode(code: string): Region {
  const region = findRegion(code);
  if (region === undefined) throw new Error(`There is no region ${code}`);
  return region;
}
