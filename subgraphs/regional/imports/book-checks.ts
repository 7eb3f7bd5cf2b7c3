import type { ReferenceName } from './book-references';
import type { ProblemCode } from './problem-codes';

/** Something that must not be said by any line. */
export interface BookCheck {
  readonly code: ProblemCode;
  /** Field that the report points at. */
  readonly field: string;
  readonly references: readonly ReferenceName[];
  /** True of a line at fault. A field that the mapping leaves out is null there. */
  readonly when: string;
}

const check = (code: ProblemCode, field: string, when: string, references: ReferenceName[] = []): BookCheck => ({
  code,
  field,
  when,
  references,
});

/** What the hours of a month must be (issue of the books, "Bad input"; law: none works more than the hours of the month). */
export function hoursChecks(startsOn: string, endsOn: string, references: ReferenceName[]): BookCheck[] {
  const monthEnd = `(s.month + interval '1 month' - interval '1 day')::date`;
  return [
    check('HOURS_NOT_POSITIVE', 'hours', 's.hours <= 0'),
    check('HOURS_OVER_MONTH', 'hours', `s.hours > 24 * extract(day FROM ${monthEnd})`),
    check('MONTH_OUTSIDE_CONTRACT', 'month', `${monthEnd} < ${startsOn} OR s.month > ${endsOn}`, references),
    check('DESK_CLOSED', 'month', 's.month > r_desk.closed_on', ['desk']),
    check('DESK_NOT_OPEN', 'month', `${monthEnd} < r_desk.opened_on`, ['desk']),
    check('VALIDATED_BY_NOBODY', 'validatedBy', `s.state = 'VALIDATED' AND s.validated_by IS NULL`),
    check(
      'FACILITATOR_NOT_IN_POST',
      'validatedBy',
      `s.state = 'VALIDATED' AND (r_facilitator.ended_on < s.month OR r_facilitator.started_on > now()::date)`,
      ['facilitator'],
    ),
  ];
}

/** An end is not before its beginning. */
export function datesCheck(start: string, end: string, field: string): BookCheck {
  return check('DATES_OUT_OF_ORDER', field, `s.${end} < s.${start}`);
}

/** Nothing begins at a desk that is closed. */
export function openDeskCheck(column: string, field: string): BookCheck {
  return check('DESK_CLOSED', field, `s.${column} > r_desk.closed_on`, ['desk']);
}

export const EXEMPTION_CHECKS: readonly BookCheck[] = [
  check(
    'EXEMPTION_INCONSISTENT',
    'exemptionReason',
    `s.exemption_reason IS NOT NULL AND s.obligation IS DISTINCT FROM 'EXEMPT'`,
  ),
];

export const COMMITMENT_CHECKS: readonly BookCheck[] = [
  check('HOURS_NOT_POSITIVE', 'committedHours', 's.committed_hours <= 0'),
];

/** A contract of work does not shrink under hours that it has. */
export const SHRINKING_CHECK: BookCheck = check(
  'HOURS_LEFT_OUTSIDE',
  'endsOn',
  `EXISTS (SELECT FROM hour_entry h WHERE h.work_contract_id = r_work.id
    AND ((h.month + interval '1 month' - interval '1 day')::date < s.starts_on OR h.month > s.ends_on))`,
  ['work'],
);
