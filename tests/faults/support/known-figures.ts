/**
 * What every region of the faults suite really did: the truth that regions answer from and that the checker
 * sums by itself. Nothing here comes from the hub's code, region codes included.
 */

/** INSEE codes of the 18 regions of the law, ascending. */
export const REGION_CODES = [
  '01',
  '02',
  '03',
  '04',
  '06',
  '11',
  '24',
  '27',
  '28',
  '32',
  '44',
  '52',
  '53',
  '75',
  '76',
  '84',
  '93',
  '94',
] as const;

/** Numbers of one region for one or several months. Hours are in hundredths. */
export interface KnownFigures {
  readonly hoursPlanned: number;
  readonly hoursDone: number;
  readonly workContracts: number;
  readonly participants: number;
  readonly womenParticipants: number;
  readonly participantsOfKnownSex: number;
  readonly contracts: number;
  readonly operations: number;
  readonly lots: number;
  readonly qpvParticipants: number;
  readonly participantsOfKnownResidence: number;
}

/** Months from one to another, both included, as YYYY-MM. */
export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (;;) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text > to) return months;
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/** What a region did in one month: different for every region and month. */
export function figuresOfMonth(code: string, month: string): KnownFigures {
  const region = Number(code);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const size = 10 + ((region * 31 + year * 7 + number * 13) % 97);
  const hoursDone = size * 12_345 + region;
  return {
    hoursPlanned: hoursDone + size * 1_000 + number,
    hoursDone,
    workContracts: size * 3,
    participants: size * 2,
    womenParticipants: size >> 1,
    participantsOfKnownSex: size + (size >> 1),
    contracts: size + 1,
    operations: size,
    lots: size + 2,
    qpvParticipants: size >> 2,
    participantsOfKnownResidence: size >> 1,
  };
}

/** What a region did in a period. */
export function figuresOf(code: string, from: string, to: string): KnownFigures {
  return addUp(monthsFrom(from, to).map((month) => figuresOfMonth(code, month)));
}

/** Sums figures, name by name. */
export function addUp(parts: readonly KnownFigures[]): KnownFigures {
  const sum: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part) as [string, number][]) sum[name] = (sum[name] ?? 0) + value;
  }
  return sum as unknown as KnownFigures;
}

/** Buyers of a region in a period; neighbours share some, as buyers do. */
export function buyersOf(code: string, from: string, to: string): string[] {
  return identifiersOf(code, from, to, (number) => withKey(String(10_000_000 + number)));
}

/** Companies of a region in a period. */
export function companiesOf(code: string, from: string, to: string): string[] {
  return identifiersOf(code, from, to, (number) => withKey(String(2_000_000_000_000 + number * 3)));
}

function identifiersOf(code: string, from: string, to: string, write: (number: number) => string): string[] {
  const numbers = monthsFrom(from, to).flatMap((month) => {
    const start = Number(code) * 7 + Number(month.slice(0, 4)) + Number(month.slice(5)) * 5;
    return [start % 400, (start + 3) % 400, (start + 11) % 400];
  });
  return [...new Set(numbers)].map(write);
}

/** Appends the key of Luhn that SIREN and SIRET end with. */
function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
