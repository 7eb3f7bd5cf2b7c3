export { registryOfEnvironment, tokenOfEnvironment } from './client-settings';
export { createGatewayClient, type GatewayClient } from './gateway-client';
export { connectToHub, isHubAnswering, type HubClient, type RegionReport } from './hub-client';
export { createRegistryClient, type RegistryClient } from './registry-client';
