export { renderJson } from './render-json';
export { renderJunit } from './render-junit';
export { renderText } from './render-text';
