import type { z } from 'zod';

/** The first thing wrong with an input, as InvalidInputError of the schema says it: where, with dots, and what. */
export function firstProblem({ issues }: z.ZodError): { readonly field: string; readonly message: string } {
  const [issue] = issues;
  return { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'is not right' };
}
