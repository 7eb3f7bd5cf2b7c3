export { networkOf, parseNetwork, readNetwork, type Member, type Network } from './network-file';
