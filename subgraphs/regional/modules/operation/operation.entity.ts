import { Column, Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { BuyerEntity } from '../buyer';
import { DeskEntity } from '../desk';

/** An operation: the project of a buyer that its contracts carry out. */
@Entity('operation')
@Unique('uq_operation_reference', ['deskId', 'reference'])
@Index('ix_operation_buyer', ['buyerId'])
@Check('ck_operation_origin', ORIGIN_CHECK)
@Check('ck_operation_place', `place_kind IN ('COMMUNE', 'DEPARTEMENT', 'REGION')`)
export class OperationEntity extends BookEntity {
  @ForeignKey(() => DeskEntity, { name: 'fk_operation_desk' })
  @Column({ type: 'bigint', name: 'desk_id', nullable: true })
  deskId!: string | null;

  @ForeignKey(() => BuyerEntity, { name: 'fk_operation_buyer' })
  @Column({ type: 'bigint', name: 'buyer_id' })
  buyerId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'date', name: 'starts_on', nullable: true })
  startsOn!: string | null;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: string | null;

  /** What the desk calls the operation by, unique for the desk. */
  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  @Column({ type: 'text', name: 'place_kind', nullable: true })
  placeKind!: string | null;

  /** INSEE code of the place. */
  @Column({ type: 'text', name: 'place_code', nullable: true })
  placeCode!: string | null;
}
