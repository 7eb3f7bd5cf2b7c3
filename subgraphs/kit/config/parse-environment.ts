import { z } from 'zod';
import { HubError } from '../errors';

/** The environment of a process, as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a service's settings from the environment: pure, frozen, all problems reported at once.
 * An empty variable counts as absent. Throws CONFIG_INVALID naming every variable at fault, never its value.
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  environment: Environment,
): Readonly<z.infer<z.ZodObject<Shape>>> {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success) return Object.freeze(result.data);
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new HubError('CONFIG_INVALID', `The configuration is not usable. ${problems.join('; ')}. See .env.example.`, {
    problems,
  });
}

/** A TCP port; 0 lets the system choose. */
export const portSetting = z.coerce.number().int().min(0).max(65535);

/** A duration in milliseconds, at least 1. */
export const millisecondsSetting = z.coerce.number().int().min(1);

/** A count of bytes, at least 1 KiB. */
export const bytesSetting = z.coerce.number().int().min(1024);

/** A PostgreSQL connection URL. */
export const databaseUrlSetting = z.string().regex(/^postgres(?:ql)?:\/\//, 'must be a postgres:// URL');
