export { CLIENT_HEADER, clientOf } from './client-of';
export type { RecordedOperation, UsageBatch } from './day-of-usage';
export { observeUsagePlugin } from './observe-usage.plugin';
export { openUsage } from './open-usage';
export { createUsagePush, type UsagePush } from './usage-push';
export { openUsageFiles, type UsageSink } from './usage-file';
export { createUsageRecorder, USAGE_LIMITS, type UsageLimits, type UsageRecorder } from './usage-recorder';
