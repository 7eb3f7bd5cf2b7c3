import { Check, Column, Entity, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';

/** The regional coordination: one row per database. */
@Entity('coordination')
@Unique('uq_coordination_region_code', ['regionCode'])
@Check('ck_coordination_origin', ORIGIN_CHECK)
export class CoordinationEntity extends BookEntity {
  @Column({ type: 'text', name: 'region_code' })
  regionCode!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  organisation!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;
}
