import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { BuyerEntity } from './buyer.entity';

/** An establishment of a buyer, by SIRET. */
@Entity('buyer_establishment')
@Unique('uq_buyer_establishment_siret', ['siret'])
@Check('ck_buyer_establishment_siret', `siret ~ '^[0-9]{14}$'`)
@Check('ck_buyer_establishment_origin', ORIGIN_CHECK)
export class BuyerEstablishmentEntity extends BookEntity {
  @ForeignKey(() => BuyerEntity, { name: 'fk_buyer_establishment_buyer' })
  @Column({ type: 'bigint', name: 'buyer_id' })
  buyerId!: string;

  @Column({ type: 'text' })
  siret!: string;

  @Column({ type: 'text' })
  name!: string;
}
