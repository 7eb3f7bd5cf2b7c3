export {
  createHubEngine,
  DEFAULT_ENGINE_CONFIG,
  type HubEngine,
  type HubEngineConfig,
  type HubEngineDeps,
} from './create-hub-engine';
export type { KnownOperation } from './generation';
export type { OpenServices, Services } from './services';
