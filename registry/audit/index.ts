export { type AuditRecord, readAuditLog, writeAudit } from './audit.service';
