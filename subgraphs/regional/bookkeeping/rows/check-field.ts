import { z } from 'zod';
import { codeListOf } from '../../../kit/catalogue';
import type { ErrorCode } from '../../../kit/errors';
import { isSiren, isSiret } from '../../../kit/identifiers';
import type { Region } from '../../../kit/regions';
import { localIdOf } from '../../books';
import type { BookField } from '../nouns';
import { type InputProblem, problem } from './input-problem';
import { nearestOf } from './nearest-code';

const email = z.email();
const TEXT_LENGTH = 300;
const LONG_TEXT_LENGTH = 20_000;
/** A French or international number, as people write it: digits, spaces, dots, dashes, brackets, a plus. */
const PHONE = /^\+?[\d\s().-]{6,25}$/;
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** What is wrong with the value of one field, by itself. Null is right where the field is optional. */
export function checkField(field: BookField, value: unknown, region: Region): readonly InputProblem[] {
  if (value === null || value === undefined) {
    return field.isRequired ? [problem('FIELD_REQUIRED', field.name, 'Ce champ est obligatoire.')] : [];
  }
  const found = faultOf(field, value, region);
  return found === undefined ? [] : [problem(found.code, field.name, found.message, found.suggestion ?? null)];
}

interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly suggestion?: string | null;
}

function faultOf({ kind }: BookField, value: unknown, region: Region): Fault | undefined {
  switch (kind.is) {
    case 'text':
      return textFault(String(value), TEXT_LENGTH);
    case 'longText':
      return textFault(String(value), LONG_TEXT_LENGTH);
    case 'email':
      return email.safeParse(value).success
        ? undefined
        : fault('EMAIL_MALFORMED', "Ce n'est pas une adresse électronique.");
    case 'phone':
      return PHONE.test(String(value)) ? undefined : fault('PHONE_MALFORMED', "Ce n'est pas un numéro de téléphone.");
    case 'siren':
      return isSiren(String(value)) ? undefined : sirenFault(String(value));
    case 'siret':
      return isSiret(String(value))
        ? undefined
        : fault('SIRET_MALFORMED', "Ce n'est pas un SIRET : 14 chiffres dont la clé est juste.");
    case 'choice':
      return codeFault(String(value), kind.of, kind.of.join(', '));
    case 'code':
      return listFault(String(value), kind.list);
    case 'codes':
      return (value as readonly string[]).map((code) => listFault(code, kind.list)).find((each) => each !== undefined);
    case 'integer':
    case 'decimal':
    case 'hours':
    case 'euros':
      return numberFault(kind, Number(value));
    case 'reference':
      return localIdOf(region, String(value)) === null
        ? fault('REFERENCE_UNKNOWN', `« ${String(value)} » n'est pas un identifiant de cette région.`)
        : undefined;
    default:
      return undefined;
  }
}

function fault(code: ErrorCode, message: string, suggestion: string | null = null): Fault {
  return { code, message, suggestion };
}

function textFault(text: string, most: number): Fault | undefined {
  if (text.trim() === '') return fault('TEXT_EMPTY', 'Le texte est vide.');
  if (text.length > most) return fault('TEXT_TOO_LONG', `Le texte dépasse ${most} caractères.`);
  return CONTROL.test(text) ? fault('TEXT_MALFORMED', 'Le texte contient un caractère de contrôle.') : undefined;
}

/** A SIRET begins with its SIREN: people often give the one for the other. */
function sirenFault(text: string): Fault {
  const start = text.slice(0, 9);
  return fault(
    'SIREN_MALFORMED',
    "Ce n'est pas un SIREN : 9 chiffres dont la clé est juste.",
    isSiret(text) && isSiren(start) ? start : null,
  );
}

function listFault(code: string, list: string): Fault | undefined {
  const { entries } = codeListOf(list);
  return codeFault(
    code,
    entries.map((entry) => entry.code),
    `la liste ${list}`,
  );
}

function codeFault(code: string, codes: readonly string[], where: string): Fault | undefined {
  if (codes.includes(code)) return undefined;
  return fault('CODE_UNKNOWN', `« ${code} » n'est pas dans ${where}.`, nearestOf(code, codes));
}

function numberFault(
  kind: Extract<BookField['kind'], { is: 'integer' | 'decimal' | 'hours' | 'euros' }>,
  value: number,
): Fault | undefined {
  const decimals = Math.abs(value * 100 - Math.round(value * 100));
  if (!Number.isFinite(value) || decimals > 1e-6)
    return fault('NUMBER_MALFORMED', 'Le nombre a plus de deux décimales.');
  switch (kind.is) {
    case 'hours':
      if (value <= kind.above) return fault('HOURS_NOT_POSITIVE', `Les heures doivent dépasser ${kind.above}.`);
      return value > kind.most ? fault('HOURS_TOO_MANY', `Plus de ${kind.most} heures.`) : undefined;
    case 'euros':
      if (value < 0) return fault('NUMBER_OUT_OF_RANGE', 'Le montant est négatif.');
      return value > 1e12 ? fault('NUMBER_OUT_OF_RANGE', 'Le montant est invraisemblable.') : undefined;
    default:
      return value < kind.least || value > kind.most
        ? fault('NUMBER_OUT_OF_RANGE', `La valeur doit aller de ${kind.least} à ${kind.most}.`)
        : undefined;
  }
}
