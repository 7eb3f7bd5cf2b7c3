import { geography } from '../../../kit/cog';
import type { Region } from '../../../kit/regions';
import { type InputProblem, problem } from '../rows/input-problem';
import type { WholeRow } from './noun-rules';

/** A place of the official geographic code: its kind and its code name something that exists. */
export function placeProblems(row: WholeRow, kindField: string, codeField: string): readonly InputProblem[] {
  const [kind, code] = [row[kindField], row[codeField]];
  if (kind == null && code == null) return [];
  if (kind == null) return [problem('PLACE_INCOMPLETE', kindField, 'Indiquez le type du lieu.')];
  if (kind === 'REGION') return [];
  if (typeof code !== 'string') return [problem('PLACE_INCOMPLETE', codeField, 'Indiquez le code du lieu.')];
  return nameOf(String(kind), code) === undefined ? [unknownPlace(codeField, code)] : [];
}

/** A territory of a desk: it exists and is at least partly in the region. */
export function territoryProblems(row: WholeRow, region: Region): readonly InputProblem[] {
  const problems = placeProblems(row, 'kind', 'code');
  if (problems.length > 0) return problems;
  const code = String(row['code']);
  const cog = geography();
  const regions: Readonly<Record<string, string | undefined>> = {
    COMMUNE: cog.commune(code)?.region,
    DEPARTEMENT: cog.departement(code)?.region,
    EPCI: cog.epci(code)?.region,
  };
  const found = regions[String(row['kind'])];
  const isHere =
    found === region.code || cog.communes().some((each) => each.epci === code && each.region === region.code);
  return isHere ? [] : [problem('PLACE_ELSEWHERE', 'code', `« ${code} » n'est pas dans la région ${region.name}.`)];
}

/** A commune of today or of an earlier official geographic code. */
export function communeProblems(row: WholeRow, field: string): readonly InputProblem[] {
  const code = row[field];
  return typeof code === 'string' && geography().commune(code) === undefined ? [unknownPlace(field, code)] : [];
}

/** A département of the 18 regions. */
export function departementProblems(row: WholeRow, field: string): readonly InputProblem[] {
  const code = row[field];
  return typeof code === 'string' && geography().departement(code) === undefined ? [unknownPlace(field, code)] : [];
}

function unknownPlace(field: string, code: string): InputProblem {
  return problem(
    'PLACE_UNKNOWN',
    field,
    `« ${code} » n'est pas dans le code officiel géographique. Un code postal n'est pas un code INSEE.`,
  );
}

function nameOf(kind: string, code: string): string | undefined {
  switch (kind) {
    case 'COMMUNE':
      return geography().commune(code)?.name;
    case 'DEPARTEMENT':
      return geography().departement(code)?.name;
    default:
      return geography().epci(code)?.name;
  }
}
