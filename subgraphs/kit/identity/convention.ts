/** `aud` of the token by which the gateway asks which conventions a buyer is under: an audience of its own, which no client reaches. */
export const CONVENTION_AUDIENCE = 'national-conventions';

/** Where it asks, beside the national level's GraphQL. */
export const CONVENTION_PATH = '/internal/conventions';
