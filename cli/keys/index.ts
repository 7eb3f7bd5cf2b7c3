export { type ApiKeyView, issueKey, type KeyRequest, listKeys, revokeKey } from './ask-keys';
export { renderKeys } from './render-keys';
