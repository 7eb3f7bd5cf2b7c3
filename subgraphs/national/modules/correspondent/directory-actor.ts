import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';

/** Somebody who keeps the directory: a coordination its own region's posts, the association all. */
export interface DirectoryActor {
  readonly role: 'coordination' | 'consolidator';
  /** Region of a coordination; null for the association. */
  readonly region: string | null;
  /** Issuer and subject of their token. */
  readonly subject: string;
}

/** The person who changes the directory. Throws FORBIDDEN and UNAUTHENTICATED. */
export function directoryActorOf(caller: Caller, subject: string | undefined): DirectoryActor {
  if (caller.role !== 'coordination' && caller.role !== 'consolidator') {
    throw new HubError('FORBIDDEN', `The role "${caller.role}" has no part in keeping the directory.`);
  }
  if (subject === undefined) {
    throw new HubError(
      'UNAUTHENTICATED',
      'The directory keeps who changed what, and the gateway did not say who asks.',
    );
  }
  return { role: caller.role, region: caller.role === 'coordination' ? caller.region : null, subject };
}

/** Whether a caller keeps the posts of a region; null stands for those of the association itself. */
export function keepsPostsOf(caller: Caller, region: string | null): boolean {
  return caller.role === 'consolidator' || (caller.role === 'coordination' && caller.region === region);
}
