/** What holds while the coordination has set nothing: a proposal, with who has to decide. */
export interface ParameterDefault {
  readonly value: number;
  readonly unit: 'DAY' | 'MONTH';
  readonly source: string;
}

/** Parameters of the network's own rules. A row of `dated_parameter` of the same code comes before them on its days. */
export const PARAMETER_DEFAULTS = {
  /** Days after the end of a month in which its declaration is on time. */
  DECLARATION_DEADLINE_DAYS: { value: 15, unit: 'DAY', source: 'Proposition, à fixer par la coordination régionale' },
  /** Months after a person's last hour or exit, after which what identifies the person is erased. */
  PARTICIPANT_RETENTION_MONTHS: {
    value: 24,
    unit: 'MONTH',
    source: 'Proposition, à fixer par le responsable de traitement',
  },
  /** Months for which it is kept who looked at whom. */
  ACCESS_LOG_RETENTION_MONTHS: {
    value: 12,
    unit: 'MONTH',
    source:
      'Proposition, à fixer par le responsable de traitement (recommandation CNIL sur la journalisation, à vérifier)',
  },
} as const satisfies Record<string, ParameterDefault>;

/** Code of one of these parameters. */
export type ParameterCode = keyof typeof PARAMETER_DEFAULTS;
