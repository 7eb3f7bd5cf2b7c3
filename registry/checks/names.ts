import { REGIONS, type Region } from '../../subgraphs/kit/regions';

/** Whether a type belongs to a region: its prefix, then a capital letter, so that no prefix is the start of another. */
export function isOwn(region: Region, typeName: string): boolean {
  return typeName.startsWith(region.prefix) && /^[A-Z]/.test(typeName.slice(region.prefix.length));
}

/** The other region whose prefix a name carries, if any. */
export function otherOwner(region: Region, typeName: string): Region | undefined {
  return REGIONS.find((other) => other.code !== region.code && isOwn(other, typeName));
}

/** Names that JavaScript objects have by themselves: a program that reads answers by name could be misled. */
export function isReservedByJavaScript(name: string): boolean {
  return name.startsWith('_') || name in Object.prototype || name === 'prototype';
}

/** What a name looks like: names with the same look can be taken for each other in most typefaces. */
export function lookOf(name: string): string {
  return name
    .replaceAll('_', '')
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[il1]/g, 'l')
    .replaceAll('0', 'o');
}
