export { createApp } from './create-app';
export { createGracefulServer, type GracefulServer, type StopConfig } from './graceful-server';
export { rememberBriefly, type Readiness } from './health';
