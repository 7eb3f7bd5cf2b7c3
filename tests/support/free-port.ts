import { findFreePorts } from '../../subgraphs/kit/postgres/embedded';

/** A port of 127.0.0.1 that stays free until somebody listens on it. */
export async function freePort(): Promise<number> {
  const [port = 0] = await findFreePorts(1);
  return port;
}
