import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { WorkContractEntity } from '../work';

/** What became of a participant at the end of a work contract, six or twelve months later. */
@Entity('outcome')
@Unique('uq_outcome', ['workContractId', 'stage'])
@Index('ix_outcome_observed_on', ['observedOn'])
@Check('ck_outcome_stage', `stage IN ('EXIT', 'SIX_MONTHS', 'TWELVE_MONTHS')`)
@Check('ck_outcome_origin', ORIGIN_CHECK)
export class OutcomeEntity extends BookEntity {
  @ForeignKey(() => WorkContractEntity, { name: 'fk_outcome_work_contract' })
  @Column({ type: 'bigint', name: 'work_contract_id' })
  workContractId!: string;

  @Column({ type: 'text' })
  stage!: 'EXIT' | 'SIX_MONTHS' | 'TWELVE_MONTHS';

  /** Code list OUTCOME. */
  @Column({ type: 'text' })
  situation!: string;

  @Column({ type: 'date', name: 'observed_on' })
  observedOn!: string;
}
