import { HubError } from '../../../kit/errors';

/**
 * Full-time equivalents of some hours: hours divided by the hours of one full-time year, rounded half
 * up to the decimals asked. The default factor of the schema, 1600, is what the published national
 * figures imply (25,124,684 hours for 15,703 equivalents in 2021); the factor is always stated, never stored.
 * Throws FACTOR_OUT_OF_RANGE.
 */
export function fullTimeEquivalents(hundredths: number, hoursPerYear: number, decimals: number): number {
  if (hoursPerYear < 1000 || hoursPerYear > 2500 || decimals < 0 || decimals > 2) {
    const message = `fullTimeEquivalents(hoursPerYear: ${hoursPerYear}, decimals: ${decimals}): hoursPerYear goes from 1000 to 2500 and decimals from 0 to 2. Usual factors are 1600, 1607 and 1820.`;
    throw new HubError('FACTOR_OUT_OF_RANGE', message, { hoursPerYear, decimals });
  }
  const scale = 10 ** decimals;
  return Math.round((hundredths * scale) / (hoursPerYear * 100)) / scale;
}
