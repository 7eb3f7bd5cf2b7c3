const CONSOLIDATION = `query Consolidation($period: PeriodInput!, $filter: FigureFilter) {
  consolidation(period: $period, filter: $filter) {
    period { from to }
    total {
      hoursPlanned hoursDone workContracts participants womenShare qpvShare
      contracts lots operations desks facilitators
    }
    coverage { expected answered missing { code status } desksExpected desksReporting isComplete }
  }
}`;

const DIRECTORY = `query Directory($codes: [RegionCode!]) {
  regions(codes: $codes) {
    code
    name
    network {
      coordinationName
      facilitatorCount
      desks {
        id name hostType email phone openedOn
        territories { kind code name }
        facilitators { id name email phone }
      }
    }
  }
}`;

const CONTRACTS = `query Contracts($filter: ContractFilter) {
  contracts(filter: $filter, first: 50) {
    edges {
      region { code name }
      node {
        id title operationTitle sector clauseType amount notifiedOn departement hoursPlanned hoursDone origin
        buyer { siren name kind }
      }
    }
    pageInfo { hasNextPage }
    coverage { expected answered missing { code status } }
  }
}`;

/** How many different sets of variables a load cycles through; more than any engine has under way at once. */
export const VARIABLE_SETS = 199;

const FIRST_YEAR = 2012;
const DEPARTEMENTS = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
  (code) => code !== '20',
);

const monthOf = (index) => `${FIRST_YEAR + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

/** Two départements that differ from one number to the next. */
function departementsOf(number) {
  const first = number % DEPARTEMENTS.length;
  const second =
    (first + 1 + (Math.floor(number / DEPARTEMENTS.length) % (DEPARTEMENTS.length - 1))) % DEPARTEMENTS.length;
  return [DEPARTEMENTS[first], DEPARTEMENTS[second]];
}

/** Regions that are asked for; all but one, another one each time, when the number says so. */
function rotated(codes, number) {
  return number === 0 || codes.length < 3 ? codes : codes.filter((_, index) => index !== number % codes.length);
}

/** What is asked of every engine. `variables(number, codes)` gives the set of that number for these regions. */
export const QUESTIONS = {
  consolidation: {
    operationName: 'Consolidation',
    query: CONSOLIDATION,
    variables: (number, codes) => ({
      period: { from: monthOf(number % 120), to: monthOf((number % 120) + (number % 12)) },
      filter: { regions: codes, departements: departementsOf(number) },
    }),
  },
  directory: {
    operationName: 'Directory',
    query: DIRECTORY,
    variables: (number, codes) => ({ codes: rotated(codes, number) }),
  },
  contracts: {
    operationName: 'Contracts',
    query: CONTRACTS,
    variables: (number, codes) => ({ filter: { regions: codes, departements: departementsOf(number) } }),
  },
};

/** Every load: a question, whether requests differ, whether one region is late. */
export function workloads({ questions, lateQuestions, variables }) {
  const healthy = questions.flatMap((question) =>
    variables.map((kind) => ({ question, variables: kind, isLate: false })),
  );
  const late = lateQuestions.flatMap((question) =>
    variables.map((kind) => ({ question, variables: kind, isLate: true })),
  );
  return [...healthy, ...late].map((load) => ({ ...load, name: load.question + (load.isLate ? '-late' : '') }));
}

/** JSON text of one request. */
export function requestBody(name, number, codes) {
  const { operationName, query, variables } = QUESTIONS[name];
  return JSON.stringify({ operationName, query, variables: variables(number, codes) });
}
