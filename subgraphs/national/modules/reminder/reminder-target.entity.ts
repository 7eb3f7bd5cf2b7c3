import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** How often somebody is reminded. */
export type ReminderRhythm = 'OFF' | 'DAILY' | 'WEEKLY';

/** Where reminders of one person go: a mailbox, one for each person, or an address of their software. */
@Entity({ name: 'reminder_target' })
@Check('ck_reminder_target_origin', ORIGIN_CHECK)
@Check('ck_reminder_target_kind', "kind IN ('MAIL', 'WEBHOOK')")
@Check(
  'ck_reminder_target_role',
  "coalesce(caller ->> 'role', '') IN ('buyer', 'coordination', 'desk', 'consolidator')",
)
@Check('ck_reminder_target_rhythm', "rhythm IN ('OFF', 'DAILY', 'WEEKLY')")
@Check('ck_reminder_target_secret', "(kind = 'WEBHOOK') = (secret IS NOT NULL)")
@Unique('uq_reminder_target_public_id', ['publicId'])
@Unique('uq_reminder_target_address', ['subject', 'kind', 'address'])
@Index('uq_reminder_target_mail', ['subject'], { unique: true, where: "kind = 'MAIL'" })
export class ReminderTargetEntity extends NationalEntity {
  @Column({ name: 'public_id', type: 'uuid' })
  publicId!: string;

  @Column({ type: 'text' })
  kind!: 'MAIL' | 'WEBHOOK';

  /** Issuer and subject of the token with which it was set. */
  @Column({ type: 'text' })
  subject!: string;

  /** As whom they called then: what they may see is what they are reminded of. */
  @Column({ type: 'jsonb' })
  caller!: Caller;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text' })
  rhythm!: ReminderRhythm;

  /** Signs what is sent to a webhook. Kept as it is: a hash signs nothing. */
  @Column({ type: 'text', nullable: true })
  secret!: string | null;

  /** Last day of reminders: who has left is not written to for ever. Setting them again renews it. */
  @Column({ name: 'expires_on', type: 'date' })
  expiresOn!: string;
}

/** What became of the digest of one day. `UNKNOWN`: it may have arrived, and is therefore not sent again. */
export type DeliveryState = 'CLAIMED' | 'SENT' | 'FAILED' | 'UNKNOWN';

/** One digest: the row is made before anything is sent, so that two processes never send the same one. */
@Entity({ name: 'reminder_delivery' })
@Check('ck_reminder_delivery_origin', ORIGIN_CHECK)
@Check('ck_reminder_delivery_state', "state IN ('CLAIMED', 'SENT', 'FAILED', 'UNKNOWN')")
@Unique('uq_reminder_delivery_day', ['target', 'day'])
export class ReminderDeliveryEntity extends NationalEntity {
  @ManyToOne(() => ReminderTargetEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'target_id', foreignKeyConstraintName: 'fk_reminder_delivery_target' })
  target!: ReminderTargetEntity;

  /** Day in Paris. */
  @Column({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  state!: DeliveryState;

  @Column({ type: 'integer', default: 1 })
  attempts!: number;
}
