import { Argument, InvalidArgumentError, Option } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import { CURRENT_REGIONAL_SCHEMA_VERSION, REGIONAL_SCHEMA_VERSIONS } from '../../subgraphs/kit/regional-schema';
import { findRegion, type Region, REGIONS } from '../../subgraphs/kit/regions';

const CODES = REGIONS.map((region) => region.code);

/** The region of an INSEE code. Throws REGION_UNKNOWN before anything is asked of anybody. */
export function regionNamed(code: string): Region {
  const region = findRegion(code);
  if (region !== undefined) return region;
  throw new HubError('REGION_UNKNOWN', `"${code}" is not a region of the law. The codes are ${CODES.join(', ')}.`, {
    region: code,
  });
}

/** `--region <code>`, read as a region. */
export function regionOption(description = 'INSEE code of the region: 53, 01'): Option {
  return new Option('--region <code>', description).choices(CODES).argParser(regionNamed);
}

/** `<region>`, read as a region. */
export function regionArgument(): Argument {
  return new Argument('<region>', 'INSEE code of the region: 53, 01').choices(CODES).argParser(regionNamed);
}

/** A whole number from 1. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('Give a whole number from 1.');
}

/** `--schema-version <version>`: which version of the regional schema. */
export function schemaVersionOption(): Option {
  return new Option('--schema-version <version>', 'version of the regional schema')
    .choices([...REGIONAL_SCHEMA_VERSIONS])
    .default(CURRENT_REGIONAL_SCHEMA_VERSION);
}

/** `--json`, everywhere the same. */
export function jsonOption(what: string): Option {
  return new Option('--json', `print JSON: ${what}`);
}
