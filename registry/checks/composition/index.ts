export { composeBaseline } from './compose-baseline';
export { composePublications } from './compose-publications';
export { COMPOSER_LIMITS, createComposer, type ComposerLimits } from './composer';
export { checkComposition } from './composition.check';
