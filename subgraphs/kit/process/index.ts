export { exitWithLauncher } from './exit-with-launcher';
export { tellLauncher, type LauncherMessage, type ServiceMessage } from './process-messages';
