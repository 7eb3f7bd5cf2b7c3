import type { QueryRunner } from 'typeorm';

/**
 * Makes roles without login exist and lets the owner of this database become each of them. Roles belong to the cluster,
 * and the owner of one database may seldom create them: then an administrator has to, and the error says which.
 */
export async function ensureRoles(runner: QueryRunner, roles: readonly string[]): Promise<void> {
  try {
    for (const role of roles) {
      // Several databases of one cluster are migrated at the same time.
      await runner.query(`
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`);
      await runner.query(`
        DO $$ BEGIN
          IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN
            EXECUTE format('GRANT ${role} TO %I', current_user);
          END IF;
        END $$`);
    }
  } catch (cause) {
    throw new Error(
      'roles as which a region works for its callers are missing. An administrator of PostgreSQL creates them (CREATE ROLE … NOLOGIN) ' +
        `and grants them to the owner of this database: ${roles.join(', ')}. The operator's guide has the statements`,
      { cause },
    );
  }
}
