export { networkOf, parseNetwork, readNetwork, type Member, type Network } from './network-file';
export { NETWORK_HEADER, networkHeaderOf, type PlannedNetwork, readNetworkHeader } from './network-header';
