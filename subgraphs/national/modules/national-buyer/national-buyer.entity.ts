import { Check, Column, Entity, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** A buyer that the national association supports (fiche E4). */
@Entity({ name: 'national_buyer' })
@Check('ck_national_buyer_origin', ORIGIN_CHECK)
@Check('ck_national_buyer_siren', "siren ~ '^[0-9]{9}$'")
@Unique('uq_national_buyer_siren', ['siren'])
export class NationalBuyerEntity extends NationalEntity {
  @Column({ type: 'text' })
  siren!: string;

  @Column({ type: 'text' })
  name!: string;
}
