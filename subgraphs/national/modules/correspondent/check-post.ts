import { z } from 'zod';
import { geography } from '../../../kit/cog';
import { findRegion } from '../../../kit/regions';
import type { PostValues } from './correspondent-change.entity';

/** A post as it is entered or imported. */
export interface PostInput {
  readonly region?: string | null | undefined;
  readonly departements?: readonly string[] | null | undefined;
  readonly name?: string | null | undefined;
  readonly function: string;
  readonly organisation: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly validFrom: string;
  readonly validTo?: string | null | undefined;
}

/** What a post says, but for what a person decides about it. */
export type CheckedPost = Omit<PostValues, 'isPublished' | 'confirmedOn'>;

/** A field that cannot be taken as it is. */
export interface PostFault {
  readonly status: 'invalid';
  readonly field: string;
  readonly message: string;
}

const email = z.email().max(254);
/** Digits with the signs that people set between them; at least nine, as a French number has without its zero. */
const PHONE = /^\+?[\d\s().-]{9,30}$/;
const MAX_TEXT = 200;

/** Checks a post and writes it as it is kept: trimmed, on one line, départements sorted. */
export function checkPost(input: PostInput): CheckedPost | PostFault {
  const place = checkPlace(input.region || null, input.departements ?? []);
  if ('status' in place) return place;
  const texts = {
    name: oneLine(input.name),
    function: oneLine(input.function),
    organisation: oneLine(input.organisation),
    email: oneLine(input.email),
    phone: oneLine(input.phone),
  };
  const { function: title, organisation } = texts;
  if (title === null) return fault('function', 'A post has a function, such as "Coordinatrice régionale".');
  if (organisation === null) return fault('organisation', 'A post has an organisation that carries it.');
  for (const [field, text] of Object.entries(texts)) {
    if (text !== null && text.length > MAX_TEXT) return fault(field, `At most ${MAX_TEXT} characters.`);
  }
  if (texts.email !== null && !email.safeParse(texts.email).success)
    return fault('email', 'This is no e-mail address.');
  if (texts.phone !== null && !PHONE.test(texts.phone)) {
    return fault('phone', 'A telephone number has 9 digits or more, as in "01 23 45 67 89" or "+33 1 23 45 67 89".');
  }
  const { validFrom, validTo = null } = input;
  if (validTo !== null && validTo < validFrom) return fault('validTo', 'The last day lies before the first.');
  return { ...place, ...texts, function: title, organisation, validFrom, validTo };
}

function checkPlace(
  regionCode: string | null,
  given: readonly string[],
): Pick<CheckedPost, 'regionCode' | 'departements'> | PostFault {
  const departements = [...new Set(given)].sort();
  if (regionCode === null) {
    return departements.length === 0
      ? { regionCode, departements }
      : fault('departements', 'A post of the association has no départements. Name the region of the post.');
  }
  if (findRegion(regionCode) === undefined) return fault('region', `No region has the INSEE code "${regionCode}".`);
  const stranger = departements.find((code) => geography().departement(code)?.region !== regionCode);
  return stranger === undefined
    ? { regionCode, departements }
    : fault('departements', `The region ${regionCode} has no département "${stranger}".`);
}

function oneLine(text: string | null | undefined): string | null {
  return text?.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim() || null;
}

/** A fault of one field of the input. */
export function fault(field: string, message: string): PostFault {
  return { status: 'invalid', field, message };
}
