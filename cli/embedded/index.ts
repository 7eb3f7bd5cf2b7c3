export { askFirstConsolidation } from './first-consolidation';
export { forkChild, type Child } from './child-process';
export { hubFilesOf } from './hub-files';
export { createHubPlan, type PlanContext } from './hub-plan';
export { dataDirectoryOf, hubSettingsSchema, loadHubSettings, type HubSettings } from './hub-settings';
export type { PlannedProcess } from './planned-process';
export { createProgressDisplay, type ProgressDisplay } from './progress-display';
export { runHub, type HubDependencies } from './run-hub';
export { welcomeMessage } from './welcome-message';
