import { FIRST_QUERY } from './first-consolidation';
import type { DemonstrationScale } from './hub-settings';

/** What a started hub tells. */
export interface WelcomeFacts {
  /** "http://127.0.0.1:4000/graphql". */
  readonly graphqlUrl: string;
  /** Address of the own API of a region; undefined where none runs. */
  readonly booksUrl?: string | undefined;
  /** Token of a consolidator, for the query to paste. */
  readonly token: string;
  /** "14,2 s". */
  readonly elapsed: string;
  readonly demonstration: DemonstrationScale;
  /** Region that the example stops. */
  readonly exampleRegion: string;
}

/** The message printed once everything runs: where it is, what the data are, and what to try. */
export function welcomeMessage({
  graphqlUrl,
  booksUrl,
  token,
  elapsed,
  demonstration,
  exampleRegion,
}: WelcomeFacts): string {
  const body = JSON.stringify({ query: FIRST_QUERY });
  return [
    '',
    `Maillage est prêt (${elapsed}).`,
    '',
    `  GraphQL   ${graphqlUrl}`,
    ...(booksUrl === undefined ? [] : [`  Livres    ${booksUrl}`]),
    `  Données   ${DATA_NOTES[demonstration]}`,
    '',
    'La consolidation nationale de 2021, à coller dans un autre terminal (jeton de développement, 12 heures) :',
    '',
    `  curl -s ${graphqlUrl} -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${body}'`,
    '',
    'Un jeton pour un autre rôle (desk, coordination, buyer…) :',
    '',
    `  npx maillage token --role coordination --region ${exampleRegion}`,
    '',
    'Pour voir ce que devient le total quand une région ne répond plus :',
    '',
    `  npx maillage region stop ${exampleRegion}`,
    `  npx maillage region start ${exampleRegion}`,
    '',
    'Ctrl-C arrête tout.',
    '',
  ].join('\n');
}

const DATA_NOTES: Readonly<Record<DemonstrationScale, string>> = {
  full: 'DONNÉES DE DÉMONSTRATION, fictives : aucune personne ni aucun marché réels.',
  small: 'DONNÉES DE DÉMONSTRATION (jeu réduit), fictives : aucune personne ni aucun marché réels.',
  none: 'aucune donnée de démonstration ; `npx maillage import decp FICHIER` importe des marchés publics.',
};
