import { createHash } from 'node:crypto';
import { templateDigest } from '../../schema';

/** Tells what a supergraph is composed of: equal keys compose to the same text. */
export function compositionKey(publications: readonly { readonly regionCode: string; readonly sdl: string }[]): string {
  const hash = createHash('sha256').update(templateDigest());
  for (const { regionCode, sdl } of publications) {
    hash.update(`\0${regionCode}\0`).update(createHash('sha256').update(sdl).digest('hex'));
  }
  return hash.digest('hex');
}
