import { composePublications } from './compose-publications';
import type { FromComposer, ToComposer } from './composer-messages';

/** Entry of the process in which publications are composed: one at a time, for as long as its parent lives. */
function main(): void {
  const answer = (message: FromComposer) => process.send?.(message);
  process.on('message', ({ publications }: ToComposer) => answer(composePublications(publications)));
  process.on('disconnect', () => process.exit(0));
  answer({ kind: 'READY' });
}

main();
