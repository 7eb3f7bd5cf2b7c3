import { type BookNoun, field, required } from './book-noun';

const TEXT = { is: 'text' } as const;
const DATE = { is: 'date' } as const;
const DESK = { is: 'reference', to: 'Desk' } as const;
const HOST = { is: 'code', list: 'HOST_TYPE' } as const;
const TERRITORY = { is: 'choice', of: ['COMMUNE', 'EPCI', 'DEPARTEMENT'] } as const;

/** The network of the region: who is there, where, and what was decided. */
export const NETWORK_NOUNS: readonly BookNoun[] = [
  {
    name: 'Desk',
    plural: 'desks',
    table: 'desk',
    description: 'A one-stop desk (guichet unique).',
    writers: ['coordination'],
    period: ['openedOn', 'closedOn'],
    similar: { field: 'name' },
    fields: [
      required('name', TEXT, 'Name of the desk.'),
      field('reference', TEXT, 'What the coordination calls the desk by in its files, unique in the region.'),
      required('hostType', HOST, 'Who carries the desk today; code list HOST_TYPE.'),
      field('siret', { is: 'siret' }, 'SIRET of the organisation that carries the desk.'),
      field('email', { is: 'email' }, 'Professional e-mail of the desk.'),
      field('phone', { is: 'phone' }, 'Telephone of the desk.'),
      required('openedOn', DATE, 'Day on which the desk opened.'),
      field('closedOn', DATE, 'Day on which the desk closed.'),
    ],
  },
  {
    name: 'DeskTerritory',
    plural: 'deskTerritories',
    table: 'desk_territory',
    description: 'A territory that a desk covers.',
    writers: ['coordination'],
    fields: [
      required('desk', DESK, 'The desk.', { given: 'once', isFilter: true }),
      required('kind', TERRITORY, 'Kind of territory.', { given: 'once' }),
      required('code', TEXT, 'INSEE code of a commune or département, SIREN of an EPCI.', { given: 'once' }),
      required('name', TEXT, 'Official name.'),
    ],
  },
  {
    name: 'Facilitator',
    plural: 'facilitators',
    table: 'facilitator',
    description: 'A facilitator of a desk.',
    writers: ['desk', 'coordination'],
    period: ['startedOn', 'endedOn'],
    fields: [
      required('desk', DESK, 'The desk.', { given: 'once', isFilter: true }),
      required('name', TEXT, 'Name of the person.'),
      field('email', { is: 'email' }, 'Professional e-mail.'),
      field('phone', { is: 'phone' }, 'Professional telephone.'),
      required('fullTimeShare', { is: 'decimal', least: 0.01, most: 1 }, 'Part of a full-time post, at most 1.'),
      required('startedOn', DATE, 'First day in post.'),
      field('endedOn', DATE, 'Last day in post.'),
    ],
  },
  {
    name: 'DeskHost',
    plural: 'deskHosts',
    table: 'desk_host',
    description: 'Who carries a desk, and since when.',
    writers: ['desk', 'coordination'],
    period: ['since', 'until'],
    fields: [
      required('desk', DESK, 'The desk.', { given: 'once', isFilter: true }),
      required('hostType', HOST, 'Kind of organisation; code list HOST_TYPE.'),
      required('organisation', TEXT, 'Name of the organisation.'),
      field('siret', { is: 'siret' }, 'SIRET of the organisation.'),
      required('since', DATE, 'First day.'),
      field('until', DATE, 'Last day.'),
    ],
  },
  {
    name: 'TerritoryStrategy',
    plural: 'territoryStrategies',
    table: 'territory_strategy',
    description: 'What the decision makers of a territory decided: objectives, priority publics and sectors.',
    writers: ['desk', 'coordination'],
    period: ['validFrom', 'validTo'],
    fields: [
      required('desk', DESK, 'The desk of the territory.', { given: 'once', isFilter: true }),
      required('title', TEXT, 'Title.'),
      required('decidedBy', TEXT, 'Body that decided, such as a conseil communautaire.'),
      required('decidedOn', DATE, 'Day of the decision.'),
      required('validFrom', DATE, 'First day of validity.'),
      field('validTo', DATE, 'Last day of validity.'),
      field('hoursPerYear', { is: 'hours', above: 0, most: 9_999_999_999 }, 'Objective in hours per year.'),
      field('personsPerYear', { is: 'integer', least: 0, most: 1_000_000 }, 'Objective in persons per year.'),
      field('priorityPublics', { is: 'codes', list: 'CRITERION' }, 'Priority publics; code list CRITERION.'),
      field('prioritySectors', { is: 'codes', list: 'SECTOR' }, 'Priority sectors; code list SECTOR.'),
      field('summary', { is: 'longText' }, 'What was decided, in a few sentences.'),
    ],
  },
  {
    name: 'QualitativeRecord',
    plural: 'qualitativeRecords',
    table: 'qualitative_record',
    description: 'A good practice, a testimony or a point of attention. It leaves the region only with consent.',
    writers: ['desk'],
    fields: [
      required('desk', DESK, 'The desk.', { given: 'once', isFilter: true }),
      required(
        'kind',
        { is: 'choice', of: ['GOOD_PRACTICE', 'TESTIMONY', 'POINT_OF_ATTENTION'] },
        'What kind of record.',
        { isFilter: true },
      ),
      required('theme', { is: 'code', list: 'RECORD_THEME' }, 'Theme; code list RECORD_THEME.', { isFilter: true }),
      field('territoryKind', TERRITORY, 'Kind of territory that it is about.'),
      field('territoryCode', TEXT, 'Code of that territory.'),
      required('author', TEXT, 'Who wrote it, as it may be shown.'),
      required('title', TEXT, 'Title.'),
      required('body', { is: 'longText' }, 'The record itself. Never names a participant.'),
      required('occurredOn', DATE, 'Day that it is about.'),
      field('sharedOn', DATE, 'Day on which the author agreed to share it nationally.'),
      field('withdrawnOn', DATE, 'Day on which that consent was withdrawn.'),
    ],
  },
];
