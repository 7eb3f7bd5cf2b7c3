import type { Region } from '../../kit/regions';

/** A local identifier, as PostgreSQL's bigint is written. */
const LOCAL_ID = /^[1-9]\d{0,17}$/;

/** Identifier of a row over the whole network: "53-1234". */
export function globalId(region: Pick<Region, 'code'>, localId: string): string {
  return `${region.code}-${localId}`;
}

/** Local part of a global identifier; null when it belongs to another region or is none. */
export function localIdOf(region: Pick<Region, 'code'>, id: string): string | null {
  const prefix = `${region.code}-`;
  if (!id.startsWith(prefix)) return null;
  const localId = id.slice(prefix.length);
  return LOCAL_ID.test(localId) ? localId : null;
}
