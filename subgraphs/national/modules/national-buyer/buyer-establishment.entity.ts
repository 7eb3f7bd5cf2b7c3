import { Check, Column, Entity, Index, JoinColumn, ManyToOne, type Relation, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';
import { NationalBuyerEntity } from './national-buyer.entity';

/** An establishment of a national buyer: who orders in a place. Its SIRET begins with the SIREN of the buyer. */
@Entity({ name: 'buyer_establishment' })
@Check('ck_buyer_establishment_origin', ORIGIN_CHECK)
@Check('ck_buyer_establishment_siret', "siret ~ '^[0-9]{14}$'")
@Unique('uq_buyer_establishment_siret', ['siret'])
@Index('ix_buyer_establishment_buyer', ['buyer'])
export class BuyerEstablishmentEntity extends NationalEntity {
  @ManyToOne(() => NationalBuyerEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'national_buyer_id', foreignKeyConstraintName: 'fk_buyer_establishment_buyer' })
  buyer!: Relation<NationalBuyerEntity>;

  @Column({ type: 'text' })
  siret!: string;

  @Column({ type: 'text' })
  name!: string;

  /** INSEE code as it was said; the COG tells today's commune. */
  @Column({ name: 'commune_code', type: 'text', nullable: true })
  communeCode!: string | null;
}
