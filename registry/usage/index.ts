export { createUsageService, type PushOutcome, type PushRequest, USAGE_DAYS, type UsageService } from './usage.service';
