/** SIREN of La Poste, whose establishments follow their own rule. */
const LA_POSTE = '356000000';

function luhnSum(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

/** Whether a text is a SIREN: 9 digits with a valid Luhn key (Insee, répertoire Sirene). */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhnSum(text) % 10 === 0;
}

/**
 * Whether a text is a SIRET: 14 digits with a valid Luhn key. La Poste's establishments are the known
 * exception: the plain sum of their digits is a multiple of 5.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (luhnSum(text) % 10 === 0) return true;
  return text.startsWith(LA_POSTE) && [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** Appends the Luhn key to a text of digits: 8 digits give a valid SIREN, 13 a valid SIRET. */
export function withLuhnKey(digits: string): string {
  return digits + String((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}
