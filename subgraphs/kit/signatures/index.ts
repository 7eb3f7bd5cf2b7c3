export { checkContentDigest, CONTENT_DIGEST_HEADER, contentDigestOf } from './content-digest';
export { COVERED_COMPONENTS, MAX_SIGNATURE_SECONDS, SIGNATURE_SECONDS, SIGNATURE_TAG } from './covered';
export { signatureRefused } from './refused';
export { createQuestionSigner, type OutgoingQuestion, type QuestionSigner } from './question-signer';
export { type ArrivedQuestion, createQuestionVerifier, type QuestionVerifier } from './question-verifier';
