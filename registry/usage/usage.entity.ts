import { Check, Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { RegistryEntity } from '../database';

/** The operations that a client registered under one version. */
@Entity({ name: 'operation_set' })
@Check('ck_operation_set_client', 'length(client) BETWEEN 1 AND 100')
@Unique('uq_operation_set_client_version', ['client', 'version'])
export class OperationSetEntity extends RegistryEntity {
  @Column({ type: 'text' })
  client!: string;

  /** Empty when the client named none. */
  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'integer' })
  operations!: number;

  @Column({ name: 'pushed_by', type: 'text' })
  pushedBy!: string;
}

/** An operation that a client registered, and what it uses. */
@Entity({ name: 'registered_operation' })
export class RegisteredOperationEntity extends RegistryEntity {
  @Column({ name: 'operation_set_id', type: 'bigint' })
  operationSetId!: string;

  @ManyToOne(() => OperationSetEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'operation_set_id', foreignKeyConstraintName: 'fk_registered_operation_set' })
  operationSet?: OperationSetEntity;

  /** SHA-256 of the document. */
  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', array: true })
  coordinates!: string[];
}

/** An operation that a gateway saw, and what it uses. */
@Entity({ name: 'seen_operation' })
@Unique('uq_seen_operation_operation', ['operation'])
export class SeenOperationEntity extends RegistryEntity {
  /** Identifier by the gateway: stands for document, name and coordinates together. */
  @Column({ type: 'text' })
  operation!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', array: true })
  coordinates!: string[];

  @Column({ name: 'last_seen_on', type: 'date' })
  lastSeenOn!: string;
}

/** How often a client asked an operation on one day. */
@Entity({ name: 'usage_count' })
@Unique('uq_usage_count_day_operation_client', ['day', 'operation', 'client', 'version'])
export class UsageCountEntity extends RegistryEntity {
  @Column({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  operation!: string;

  /** Empty when the client does not name itself. */
  @Column({ type: 'text' })
  client!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'bigint' })
  count!: string;
}

/** A batch of counts that was taken: one that is sent again is not counted again. */
@Entity({ name: 'usage_batch' })
@Unique('uq_usage_batch_batch', ['batch'])
export class UsageBatchEntity extends RegistryEntity {
  @Column({ type: 'text' })
  batch!: string;
}
