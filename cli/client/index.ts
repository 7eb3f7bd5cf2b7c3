export { createGatewayClient, type GatewayClient } from './gateway-client';
export { tokenOfEnvironment } from './gateway-settings';
export { connectToHub, isHubAnswering, type HubClient, type RegionReport } from './hub-client';
