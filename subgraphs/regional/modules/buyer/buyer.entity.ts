import { Check, Column, Entity, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';

/** A buyer (maître d'ouvrage) as the region knows it. */
@Entity('buyer')
@Unique('uq_buyer_siren', ['siren'])
@Check('ck_buyer_origin', ORIGIN_CHECK)
@Check('ck_buyer_siren', `siren ~ '^[0-9]{9}$'`)
export class BuyerEntity extends BookEntity {
  @Column({ type: 'text' })
  siren!: string;

  @Column({ type: 'text', nullable: true })
  siret!: string | null;

  @Column({ type: 'text' })
  name!: string;

  /** Code list BUYER_KIND. */
  @Column({ type: 'text' })
  kind!: string;
}
