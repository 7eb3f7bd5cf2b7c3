export { createGatewayMetrics, type GatewayMetrics, type RequestOutcome } from './gateway-metrics';
export {
  createRequestTraces,
  type FetchTrace,
  type PlanResult,
  type RequestTrace,
  type RequestTraces,
} from './request-trace';
export { watchBlocking, type SwapMetrics, type SwapOutcome } from './swap-metrics';
export { answerMetrics, observeCoveragePlugin, observeRequests } from './observe-requests';
