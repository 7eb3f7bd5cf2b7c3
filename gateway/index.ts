export { createGateway, type Gateway, type GatewayDeps } from './create-gateway';
export { gatewaySettings, loadGatewayConfig, type GatewayConfig } from './gateway-config';
