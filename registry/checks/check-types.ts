import type { Region } from '../../subgraphs/kit/regions';
import type { FindingCode } from './finding-codes';

/** The checks of a publication, in the order in which they run. */
export const CHECK_NAMES = [
  'SIZE',
  'PARSE',
  'ALLOW_LIST',
  'CONFORMITY',
  'COMPOSITION',
  'INVARIANT',
  'DIFF',
  'LINT',
  'URL_POLICY',
] as const;

/** The name of a check. */
export type CheckName = (typeof CHECK_NAMES)[number];

/**
 * How bad a finding is. ERROR: the publication is refused. BREAKING: somebody uses what it takes away, and it is
 * refused. DANGEROUS, WARNING: it may be published, and somebody should look. SAFE: said for completeness.
 */
export const SEVERITIES = ['ERROR', 'BREAKING', 'DANGEROUS', 'WARNING', 'SAFE'] as const;

/** How bad a finding is. */
export type Severity = (typeof SEVERITIES)[number];

/** What an operation uses of the schema: one record per coordinate, operation and client. */
export interface UsageRecord {
  /** `Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`. */
  readonly coordinate: string;
  /** SHA-256 of the document. */
  readonly operationHash: string;
  readonly operationName: string | null;
  /** Who asked, or who registered the operation; null when it did not say. */
  readonly client: string | null;
  /** How often the gateway saw it in the window; 0 for one that is only registered. */
  readonly count: number;
  /** Last day on which the gateway saw it, YYYY-MM-DD; null for one that is only registered. */
  readonly lastSeen: string | null;
}

/** Who uses the coordinate of a finding. */
export type Usage = Omit<UsageRecord, 'coordinate'>;

/** One thing that a check found. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** INSEE code of the region that publishes. */
  readonly region: string;
  /** Where in the schema: `Type`, `Type.field`, `Type.field(argument:)`, `@directive`; null when it is nowhere in it. */
  readonly coordinate: string | null;
  /** Line of the SDL handed in, from 1; null when it is on none. */
  readonly line: number | null;
  /** What was found. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
  /** Who uses the coordinate; of findings of DIFF. */
  readonly usedBy?: readonly Usage[];
}

/** What became of one check. */
export interface CheckResult {
  readonly name: CheckName;
  /** FAILED: it found an ERROR or BREAKING. SKIPPED: it did not run, for the reason given. */
  readonly status: 'COMPLETED' | 'FAILED' | 'SKIPPED';
  readonly findings: readonly Finding[];
  /** Why a check was skipped. */
  readonly reason?: string;
}

/** What became of a publication in all checks. */
export interface CheckReport {
  readonly conclusion: 'PASSED' | 'FAILED';
  /** One result per check, in the order of CHECK_NAMES. */
  readonly checks: readonly CheckResult[];
  /** The supergraph with the publication in it; null unless PASSED. */
  readonly supergraphSdl: string | null;
}

/** What a region publishes. */
export interface MemberPublication {
  readonly region: Region;
  /** Its subgraph's SDL, as handed in. */
  readonly sdl: string;
  /** Version of the regional schema that it says it implements: "1", "2". */
  readonly schemaVersion: string;
  /** Address of its subgraph. */
  readonly url: string;
}

/** A publication to be checked, and what it would change. */
export interface CheckInput extends MemberPublication {
  readonly current: {
    /**
     * What the supergraph that is served was composed from: one publication per member in the graph, in the order of
     * region codes, with the present one of the publishing region if it has any.
     */
    readonly publications: readonly MemberPublication[];
    /** The supergraph that is served; null before the first. */
    readonly supergraphSdl: string | null;
  };
  /** Host names that a national administrator allowed this region, in any case, without port. */
  readonly allowedHosts: readonly string[];
  /** In development, http to loopback is allowed, too. */
  readonly mode: 'development' | 'production';
  /**
   * Operations that are registered, and those that the gateway saw in the last 30 days. Records of coordinates that
   * are not the region's may be left out.
   */
  readonly usage: readonly UsageRecord[];
}

/** What composing came to. Never a thrown error, whatever the SDL: one that cannot be composed is an outcome. */
export type CompositionOutcome =
  | { readonly kind: 'COMPOSED'; readonly supergraphSdl: string; readonly nationalSdl: string }
  /** The subgraphs do not compose. */
  | { readonly kind: 'REFUSED'; readonly problems: readonly CompositionProblem[] }
  /** It took more time or memory than it may, or overflowed the stack. */
  | { readonly kind: 'EXHAUSTED'; readonly what: 'TIME' | 'MEMORY' | 'STACK' }
  /** The composition itself failed: a fault of the hub. */
  | { readonly kind: 'CRASHED'; readonly message: string };

/** One error of the composition. */
export interface CompositionProblem {
  /** Code of the composition library: "INVALID_FIELD_SHARING". */
  readonly code: string;
  readonly message: string;
  /** Where it stands: subgraphs with the lines of their SDL. */
  readonly places: readonly { readonly subgraph: string; readonly line: number }[];
}

/** Composes in a process of its own, which can be ended at any moment. */
export interface Composer {
  /** Composes the national subgraph with these publications. Never rejects. */
  compose(publications: readonly Pick<MemberPublication, 'region' | 'sdl'>[]): Promise<CompositionOutcome>;
  /** Ends the process. */
  stop(): Promise<void>;
}

/** Gives the addresses of a host name; rejects when it has none. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

/** What the checks need of the world. */
export interface CheckDependencies {
  readonly composer: Composer;
  readonly resolveHost: ResolveHost;
}
