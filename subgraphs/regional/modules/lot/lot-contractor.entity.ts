import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { ContractorEntity } from '../contractor';
import { LotEntity } from './lot.entity';

/** Who holds a lot or works on it as a subcontractor. */
@Entity('lot_contractor')
@Unique('uq_lot_contractor', ['lotId', 'contractorId', 'role'])
@Check('ck_lot_contractor_origin', ORIGIN_CHECK)
@Check('ck_lot_contractor_role', `role IN ('HOLDER', 'CO_CONTRACTOR', 'SUBCONTRACTOR')`)
export class LotContractorEntity extends BookEntity {
  @ForeignKey(() => LotEntity, { name: 'fk_lot_contractor_lot' })
  @Column({ type: 'bigint', name: 'lot_id' })
  lotId!: string;

  @ForeignKey(() => ContractorEntity, { name: 'fk_lot_contractor_contractor' })
  @Column({ type: 'bigint', name: 'contractor_id' })
  contractorId!: string;

  @Column({ type: 'text' })
  role!: 'HOLDER' | 'CO_CONTRACTOR' | 'SUBCONTRACTOR';
}
