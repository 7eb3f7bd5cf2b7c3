import type { Caller } from '../kit/identity';
import type { Region } from '../kit/regions';
import type { CriterionToken } from './privacy';
import type { RegionalLoaders } from './regional-loaders';

/** What every resolver of one request shares. */
export interface RegionalContext {
  readonly region: Region;
  /** On whose behalf the gateway asks. */
  readonly caller: Caller;
  /** Loaders of this request alone. */
  readonly loaders: RegionalLoaders;
  /** Which sensitive criteria the tokens of the books stand for; none without the key of the region. */
  readonly criterionTokens: () => readonly CriterionToken[];
}
