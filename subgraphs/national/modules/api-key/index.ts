export { ApiKeyEntity } from './api-key.entity';
export { apiKeyResolvers } from './api-key.resolvers';
export { type ApiKeyService, createApiKeyService } from './api-key.service';
export { apiKeyRoute } from './look-up-api-key';
