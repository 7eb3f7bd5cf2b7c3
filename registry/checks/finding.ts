import type { ASTNode } from 'graphql';
import type { Region } from '../../subgraphs/kit/regions';
import type { CheckName, CheckResult, Finding } from './check-types';
import { type FindingCode, FINDINGS } from './finding-codes';

/** Where something was found. */
export interface Place {
  readonly coordinate?: string | null;
  /** Node of the SDL handed in. */
  readonly node?: ASTNode | undefined;
  /** Line of the SDL handed in; that of the node unless given. */
  readonly line?: number | null;
}

/** A finding with the severity and advice of its code. */
export function finding(region: Region, code: FindingCode, place: Place, message: string): Finding {
  const { severity, advice } = FINDINGS[code];
  const line = place.line ?? (place.node === undefined ? null : lineOf(place.node));
  return { code, severity, region: region.code, coordinate: place.coordinate ?? null, line, message, advice };
}

/** Line on which a node is named: a description stands above, and nobody looks for the finding there. */
export function lineOf(node: ASTNode): number | null {
  const named = 'name' in node ? node.name : undefined;
  return named?.loc?.startToken.line ?? node.loc?.startToken.line ?? null;
}

/** The result of a check that ran. */
export function resultOf(name: CheckName, findings: readonly Finding[]): CheckResult {
  const isFailed = findings.some(({ severity }) => severity === 'ERROR' || severity === 'BREAKING');
  return { name, status: isFailed ? 'FAILED' : 'COMPLETED', findings: inOrder(findings) };
}

/** The result of a check that did not run. */
export function skipped(name: CheckName, reason: string): CheckResult {
  return { name, status: 'SKIPPED', findings: [], reason };
}

/** Most findings that one check reports: a hostile SDL could have one per token. */
const MOST_FINDINGS = 100;

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const gravity = ['ERROR', 'BREAKING', 'DANGEROUS', 'WARNING', 'SAFE'];
  const rank = ({ severity }: Finding) => gravity.indexOf(severity);
  return findings
    .toSorted((left, right) => rank(left) - rank(right) || (left.line ?? 0) - (right.line ?? 0))
    .slice(0, MOST_FINDINGS);
}
