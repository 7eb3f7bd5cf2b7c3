export { backUpDatabase, type BackUpOptions } from './back-up-database';
export type { BackupManifest } from './manifest';
export { restoreDatabase, type RestoreOptions, verifyBackup } from './restore-database';
