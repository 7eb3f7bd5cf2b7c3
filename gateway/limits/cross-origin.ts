import cors from 'cors';
import type { RequestHandler } from 'express';

/** Seconds for which a browser may remember what it was told. */
const REMEMBERED_SECONDS = 600;

/**
 * Lets pages of these origins read answers; without origins nothing is said, and browsers refuse. Never with
 * credentials: the hub knows no cookies.
 */
export function crossOrigin(allowedOrigins: readonly string[]): RequestHandler[] {
  if (allowedOrigins.length === 0) return [];
  return [
    cors({
      origin: [...allowedOrigins],
      methods: ['GET', 'POST'],
      credentials: false,
      exposedHeaders: ['x-request-id', 'retry-after'],
      maxAge: REMEMBERED_SECONDS,
    }),
  ];
}
