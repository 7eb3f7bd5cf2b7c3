export { linkToPrimary, type PrimaryLink } from './primary-link';
export { runPrimary, type PrimaryConfig, type PrimaryDeps } from './run-primary';
