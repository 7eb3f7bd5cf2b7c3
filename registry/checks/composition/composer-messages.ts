import type { Publication } from '../../../schema';
import type { CompositionOutcome } from '../check-types';

/** What a composer's process is told. */
export type ToComposer = { readonly publications: readonly Publication[] };

/** What its watchdog is told. */
export type ToWatchdog = 'BEGIN' | 'END';

/** What it answers. */
export type FromComposer = { readonly kind: 'READY' } | CompositionOutcome;
