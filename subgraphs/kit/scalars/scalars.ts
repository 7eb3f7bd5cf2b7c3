import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { isCommuneCode } from '../cog';
import { HubError } from '../errors';
import { isSiren } from '../identifiers';
import { isMonth } from '../months';
import { MAX_SCOPE_LENGTH } from '../scope';
import { safeCount } from './number-scalars';
import { textScalar } from './text-scalar';

/** Which regions exist is for services to say (REGION_UNKNOWN); the scalar only keeps it a short text. */
const RegionCode = textScalar({ name: 'RegionCode', isValid: (text) => text.length >= 1 && text.length <= 16 });

const Scope = textScalar({ name: 'Scope', isValid: (text) => text.length >= 1 && text.length <= MAX_SCOPE_LENGTH });

const Code = textScalar({ name: 'Code', isValid: (text) => text.length >= 1 && text.length <= 64 });

const Month = textScalar({
  name: 'Month',
  isValid: isMonth,
  refusal: (shown) =>
    new HubError('PERIOD_MALFORMED', `${shown} is not a month from 1990-01 to 2099-12. Write it YYYY-MM: "2021-01".`),
});

const Siren = textScalar({
  name: 'Siren',
  isValid: isSiren,
  refusal: (shown) =>
    new HubError(
      'SIREN_MALFORMED',
      `${shown} is not a SIREN: nine digits with a valid Luhn key. A SIRET begins with its SIREN.`,
    ),
});

/** Only ever an answer. Digits are checked, not the key: a region answers for what its books hold. */
const Siret = textScalar({ name: 'Siret', isValid: (text) => /^\d{14}$/.test(text) });

const CommuneCode = textScalar({
  name: 'CommuneCode',
  isValid: isCommuneCode,
  refusal: (shown) =>
    new HubError(
      'COMMUNE_MALFORMED',
      `${shown} is not the INSEE code of a commune: five digits, or 2A or 2B and three digits. A postal code is not an INSEE code.`,
    ),
});

/**
 * The scalars of the hub, by their names in the schema: spread into the resolver map of a subgraph, which
 * takes those that its schema declares. Malformed input of a client throws the coded error of the table.
 */
export const SCALARS: Readonly<Record<string, GraphQLScalarType>> = {
  RegionCode,
  Scope,
  HourHundredths: safeCount('HourHundredths'),
  Count: safeCount('Count'),
  DateTime: new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime' }),
  Date: new GraphQLScalarType({ ...GraphQLLocalDate.toConfig(), name: 'Date' }),
  Month,
  Code,
  Siren,
  Siret,
  CommuneCode,
};
