import { describeMutants } from '../support/expect-caught';
import { HTTP_MUTANTS } from './mutants/http-mutants';
import { IDENTITY_MUTANTS } from './mutants/identity-mutants';
import { SCHEMA_MUTANTS } from './mutants/schema-mutants';

describeMutants('a region that is wrong about HTTP, schema or callers', [
  ...HTTP_MUTANTS,
  ...SCHEMA_MUTANTS,
  ...IDENTITY_MUTANTS,
]);
