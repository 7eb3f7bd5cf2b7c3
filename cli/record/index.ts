export { claimDataDirectory, hubRecordPath, readHubRecord, type HubRecord } from './hub-record';
export {
  bookKeyFileOf,
  ensureBookKeys,
  ensureHubKeys,
  type HubKeyFiles,
  hubKeyFilesOf,
  readIssuerKey,
} from './hub-keys';
export { readPrivateJson, writePrivateJson } from './private-file';
export { readRegistryAccess, registryAccessPath, type RegistryAccess, writeRegistryAccess } from './registry-access';
