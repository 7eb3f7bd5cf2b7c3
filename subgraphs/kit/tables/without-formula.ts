/** A spreadsheet takes a text that begins so for a formula (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A text as it may stand in a cell: what a spreadsheet would compute gets an apostrophe before it. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
