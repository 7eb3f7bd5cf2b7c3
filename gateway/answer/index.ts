export { DEMONSTRATION_NOTICE, finishAnswerPlugin } from './finish-answer.plugin';
export { formatError } from './format-error';
