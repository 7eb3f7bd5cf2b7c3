export { claimDataDirectory, hubRecordPath, readHubRecord, type HubRecord } from './hub-record';
export { readPrivateJson, writePrivateJson } from './private-file';
