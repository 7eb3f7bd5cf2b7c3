import type { Region } from '../kit/regions';
import { SCALARS } from '../kit/scalars';
import type { ResolverMap } from '../kit/server';
import { instantiateResolvers } from './instantiate-resolvers';
import { buyerResolvers } from './modules/buyer';
import { contractResolvers } from './modules/contract';
import { deskResolvers } from './modules/desk';
import { directoryResolvers } from './modules/directory';
import { facilitatorResolvers } from './modules/facilitator';
import { figuresResolvers } from './modules/figures';
import { networkResolvers } from './modules/network';
import { recordResolvers } from './modules/qualitative-record';
import { strategyResolvers } from './modules/strategy';

const TEMPLATE_RESOLVERS = {
  ...figuresResolvers,
  ...contractResolvers,
  ...directoryResolvers,
  ...networkResolvers,
  ...strategyResolvers,
  ...recordResolvers,
  ...deskResolvers,
  ...facilitatorResolvers,
  ...buyerResolvers,
};

/** Every resolver of a region that publishes this SDL. */
export function regionalResolvers(region: Region, sdl: string): ResolverMap {
  return { ...SCALARS, ...instantiateResolvers(TEMPLATE_RESOLVERS, region.prefix, sdl) };
}
