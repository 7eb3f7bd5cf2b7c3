export { connectToHub, isHubAnswering, type HubClient, type RegionReport } from './hub-client';
