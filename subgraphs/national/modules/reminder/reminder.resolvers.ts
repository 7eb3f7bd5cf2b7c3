import type { NationalContext } from '../../context';
import type {
  RegisterReminderWebhookInput,
  RemoveReminderWebhookInput,
  Resolvers,
  SetRemindersInput,
} from '../../generated/resolver-types.generated';
import { actorOf } from '../mobilisation';
import type { ReminderOutcome } from './reminder.service';

/** Resolvers of reminders: everybody sets their own. */
export function reminderResolvers(): Resolvers<NationalContext> {
  return {
    Mutation: {
      setReminders: async (
        _: unknown,
        { input }: { input: SetRemindersInput },
        { reminders, caller, subject }: NationalContext,
      ) => resultOf(await reminders.setMail(input, actorOf(caller, subject))),
      registerReminderWebhook: async (
        _: unknown,
        { input }: { input: RegisterReminderWebhookInput },
        { reminders, caller, subject }: NationalContext,
      ) => resultOf(await reminders.registerWebhook(input, actorOf(caller, subject))),
      removeReminderWebhook: async (
        _: unknown,
        { input }: { input: RemoveReminderWebhookInput },
        { reminders, caller, subject }: NationalContext,
      ) => {
        const outcome = await reminders.removeWebhook(String(input.id), actorOf(caller, subject));
        return resultOf(outcome, true);
      },
    },
  };
}

function resultOf(outcome: ReminderOutcome, isRemoved = false) {
  switch (outcome.status) {
    case 'done': {
      const { publicId: id, kind, address, rhythm, expiresOn, secret } = outcome.target;
      const reminder = { id, kind, address, rhythm: isRemoved ? ('OFF' as const) : rhythm, expiresOn };
      return { __typename: 'ReminderSuccess' as const, reminder, secret: isRemoved ? null : secret };
    }
    case 'not-found':
      return {
        __typename: 'ReminderNotFoundError' as const,
        code: 'REMINDER_UNKNOWN',
        message: 'The caller has no such webhook.',
      };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, ...outcome };
  }
}
