export { createLogger, type Logger } from './create-logger';
export { scrubText } from './scrub-text';
