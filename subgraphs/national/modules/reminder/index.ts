export { createMailDelivery, type MailSettings } from './deliver-by-mail';
export { createWebhookDelivery, DELIVERY_HEADER, SIGNATURE_HEADER, type WebhookSettings } from './deliver-by-webhook';
export { ReminderDeliveryEntity, ReminderTargetEntity } from './reminder-target.entity';
export { reminderResolvers } from './reminder.resolvers';
export { createReminderService, type ReminderService } from './reminder.service';
export { sendDigests, type SendingReport } from './send-digests';
