import { type BookNoun, field, required } from './book-noun';

const TEXT = { is: 'text' } as const;
const DATE = { is: 'date' } as const;
const OWN_DESK = { is: 'reference', to: 'Desk' } as const;

/** Persons by pseudonym, their work contracts, hours and outcomes. Nothing of them is ever federated but aggregates. */
export const PERSON_NOUNS: readonly BookNoun[] = [
  {
    name: 'Participant',
    plural: 'participants',
    table: 'participant',
    description: 'A person who works under a clause, by pseudonym. Never leaves the region.',
    writers: ['desk'],
    fields: [
      required('desk', OWN_DESK, 'The desk that follows the person.', { given: 'once', isFilter: true }),
      required('pseudonym', TEXT, 'Pseudonym, made by the system.', { given: 'never' }),
      field(
        'reference',
        TEXT,
        'What the desk calls the person by, unique for the desk; never a name or a number of the State.',
        {
          isFilter: true,
        },
      ),
      field('birthYear', { is: 'integer', least: 1920, most: 2099 }, 'Year of birth.'),
      required('sex', { is: 'code', list: 'SEX' }, 'Sex; code list SEX.'),
      required(
        'educationLevel',
        { is: 'code', list: 'EDUCATION_LEVEL' },
        'Level of education; code list EDUCATION_LEVEL.',
      ),
      field('residenceCommune', TEXT, 'INSEE code of the commune of residence.'),
      field('livesInQpv', { is: 'boolean' }, 'Whether the person lives in a priority neighbourhood (QPV).'),
    ],
  },
  {
    name: 'WorkContract',
    plural: 'workContracts',
    table: 'work_contract',
    description: 'An employment of a participant that counts for a lot.',
    writers: ['desk'],
    period: ['startsOn', 'endsOn'],
    fields: [
      required('desk', OWN_DESK, 'The desk that follows it.', { given: 'once', isFilter: true }),
      required('participant', { is: 'reference', to: 'Participant' }, 'The person.', { given: 'once', isFilter: true }),
      required('lot', { is: 'reference', to: 'Lot' }, 'The lot that the hours count for.', { isFilter: true }),
      required('employer', { is: 'reference', to: 'Contractor' }, 'Who employs the person.', { isFilter: true }),
      field('reference', TEXT, 'What the desk calls it by, unique for the desk.', { isFilter: true }),
      required('type', { is: 'code', list: 'WORK_CONTRACT_TYPE' }, 'Kind; code list WORK_CONTRACT_TYPE.'),
      required(
        'executionMode',
        { is: 'code', list: 'EXECUTION_MODE' },
        'How the clause is executed; code list EXECUTION_MODE.',
      ),
      required('startsOn', DATE, 'First day.'),
      field('endsOn', DATE, 'Last day.'),
      field('weeklyHours', { is: 'decimal', least: 0.01, most: 60 }, 'Hours per week that the contract is for.'),
    ],
  },
  {
    name: 'HourEntry',
    plural: 'hourEntries',
    table: 'hour_entry',
    description: 'Hours done under a work contract in a month: entered by the desk, then validated by a facilitator.',
    writers: ['desk'],
    without: ['create', 'update'],
    fields: [
      required('workContract', { is: 'reference', to: 'WorkContract' }, 'The work contract.', {
        given: 'once',
        isFilter: true,
      }),
      required('month', { is: 'month' }, 'The month.', { given: 'once', isFilter: true }),
      required('hours', { is: 'hours', above: 0, most: 744 }, 'Hours.'),
      required('state', { is: 'choice', of: ['ENTERED', 'VALIDATED'] }, 'Figures count validated hours only.', {
        given: 'never',
        isFilter: true,
      }),
      field('validatedBy', { is: 'reference', to: 'Facilitator' }, 'The facilitator who validated them.', {
        given: 'never',
        column: 'validated_by',
      }),
      field('validatedAt', { is: 'moment' }, 'When they were validated.', { given: 'never' }),
    ],
  },
  {
    name: 'Outcome',
    plural: 'outcomes',
    table: 'outcome',
    description: 'What became of a participant at the end of a work contract, six or twelve months later.',
    writers: ['desk'],
    fields: [
      required('workContract', { is: 'reference', to: 'WorkContract' }, 'The work contract.', {
        given: 'once',
        isFilter: true,
      }),
      required('stage', { is: 'choice', of: ['EXIT', 'SIX_MONTHS', 'TWELVE_MONTHS'] }, 'When.', { given: 'once' }),
      required('situation', { is: 'code', list: 'OUTCOME' }, 'Situation; code list OUTCOME.'),
      required('observedOn', DATE, 'Day on which it was known.'),
    ],
  },
];
