import { z } from 'zod';
import { REGIONS } from './region-table';

const CODES = REGIONS.map((region) => region.code);

/** Setting of regions by INSEE code, separated by commas: "53,76". */
export const regionListSetting = z
  .string()
  .transform((text) => text.split(',').map((code) => code.trim()))
  .refine((codes) => codes.every((code) => CODES.includes(code)), `must be codes among ${CODES.join(', ')}`);
