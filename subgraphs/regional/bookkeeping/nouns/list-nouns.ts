import { type BookNoun, field, required } from './book-noun';

const TEXT = { is: 'text' } as const;
const DATE = { is: 'date' } as const;

/** Lists and numbers of the region, with the time for which they hold. */
export const LIST_NOUNS: readonly BookNoun[] = [
  {
    name: 'LocalCode',
    plural: 'localCodes',
    table: 'local_code',
    description: 'An entry of a local list, and the code of the national list that it stands for.',
    writers: ['coordination'],
    period: ['validFrom', 'validTo'],
    fields: [
      required('list', TEXT, 'Name of the national code list.', { given: 'once', isFilter: true }),
      required('code', TEXT, 'Local code.', { given: 'once', isFilter: true }),
      required('label', TEXT, 'Label that people read.'),
      required('nationalCode', TEXT, 'Code of the national list.'),
      required('validFrom', DATE, 'First day of validity.'),
      field('validTo', DATE, 'Last day of validity.'),
    ],
  },
  {
    name: 'DatedParameter',
    plural: 'datedParameters',
    table: 'dated_parameter',
    description: 'A number of the law or of the network that holds for some time, such as a European threshold.',
    writers: ['coordination'],
    period: ['validFrom', 'validTo'],
    fields: [
      required('code', TEXT, 'Code of the parameter.', { given: 'once', isFilter: true }),
      required('value', { is: 'decimal', least: 0, most: 99_999_999_999 }, 'Value.'),
      required('unit', TEXT, 'Unit, such as EUR or months.'),
      required('source', TEXT, 'Law, decree or page that says so.'),
      required('validFrom', DATE, 'First day of validity.'),
      field('validTo', DATE, 'Last day of validity.'),
    ],
  },
];
