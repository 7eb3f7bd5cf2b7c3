export {
  createHubEngine,
  DEFAULT_ENGINE_CONFIG,
  type HubEngine,
  type HubEngineConfig,
  type HubEngineDeps,
} from './create-hub-engine';
