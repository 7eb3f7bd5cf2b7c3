export { createGatewayMetrics, type GatewayMetrics, type RequestOutcome } from './gateway-metrics';
export { answerMetrics, observeCoveragePlugin, observeRequests } from './observe-requests';
