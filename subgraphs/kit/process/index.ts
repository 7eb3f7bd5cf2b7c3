export { exitWithLauncher } from './exit-with-launcher';
export { oneAtATime } from './one-at-a-time';
export { tellLauncher, type LauncherMessage, type ServiceMessage } from './process-messages';
