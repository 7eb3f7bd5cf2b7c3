import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';
import { MobilisationRequestEntity } from './mobilisation-request.entity';
import type { MobilisationState, RequestRole } from './transitions';

const STATES =
  "('ANNOUNCED', 'TAKEN_OVER', 'SIZED', 'CLAUSE_DRAFTED', 'NOTIFIED', 'IN_EXECUTION', 'CLOSED', 'DECLINED')";
const ROLES = "('buyer', 'coordination', 'desk', 'consolidator')";

/** What happened to a request. */
export type EventKind = 'MOVED' | 'ADDRESSED' | 'REDIRECTED' | 'SIZED' | 'DESK_DECLINED';

/** One change of a request: who, when, from, to. Rows are only ever added. */
@Entity({ name: 'mobilisation_event' })
@Check('ck_mobilisation_event_origin', ORIGIN_CHECK)
@Check('ck_mobilisation_event_kind', "kind IN ('MOVED', 'ADDRESSED', 'REDIRECTED', 'SIZED', 'DESK_DECLINED')")
@Check('ck_mobilisation_event_role', `role IN ${ROLES}`)
@Check('ck_mobilisation_event_to', `to_state IN ${STATES}`)
@Index('ix_mobilisation_event_request', ['request'])
export class MobilisationEventEntity extends NationalEntity {
  @ManyToOne(() => MobilisationRequestEntity, { nullable: false })
  @JoinColumn({ name: 'request_id', foreignKeyConstraintName: 'fk_mobilisation_event_request' })
  request!: MobilisationRequestEntity;

  @Column({ type: 'text' })
  kind!: EventKind;

  /** Issuer and subject of the person's token, for whoever has to find out; other parties are shown role and party. */
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  role!: RequestRole;

  /** Region, desk or SIREN that the person acted for; null for the association. */
  @Column({ type: 'text', nullable: true })
  party!: string | null;

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState!: MobilisationState | null;

  @Column({ name: 'to_state', type: 'text' })
  toState!: MobilisationState;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}

/** A message on a request, or a reference to a document. Files are kept where they are: the hub has no file store. */
@Entity({ name: 'mobilisation_message' })
@Check('ck_mobilisation_message_origin', ORIGIN_CHECK)
@Check('ck_mobilisation_message_role', `role IN ${ROLES}`)
@Check('ck_mobilisation_message_text', 'length(text) BETWEEN 1 AND 10000')
@Check('ck_mobilisation_message_document', 'document_name IS NOT NULL OR (media_type IS NULL AND url IS NULL)')
@Index('ix_mobilisation_message_request', ['request'])
export class MobilisationMessageEntity extends NationalEntity {
  @ManyToOne(() => MobilisationRequestEntity, { nullable: false })
  @JoinColumn({ name: 'request_id', foreignKeyConstraintName: 'fk_mobilisation_message_request' })
  request!: MobilisationRequestEntity;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  role!: RequestRole;

  @Column({ type: 'text', nullable: true })
  party!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'document_name', type: 'text', nullable: true })
  documentName!: string | null;

  @Column({ name: 'media_type', type: 'text', nullable: true })
  mediaType!: string | null;

  @Column({ type: 'text', nullable: true })
  url!: string | null;
}
