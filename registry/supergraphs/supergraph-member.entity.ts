import { Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { RegistryEntity } from '../database';
import { PublicationEntity } from '../publications/publication.entity';
import { SupergraphEntity } from './supergraph.entity';

/** A region as one supergraph holds it. */
@Entity({ name: 'supergraph_member' })
@Unique('uq_supergraph_member_number_region', ['number', 'regionCode'])
export class SupergraphMemberEntity extends RegistryEntity {
  @Column({ type: 'integer' })
  number!: number;

  @ManyToOne(() => SupergraphEntity)
  @JoinColumn({ name: 'number', foreignKeyConstraintName: 'fk_supergraph_member_supergraph' })
  supergraph?: SupergraphEntity;

  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  @Column({ name: 'publication_id', type: 'bigint' })
  publicationId!: string;

  @ManyToOne(() => PublicationEntity)
  @JoinColumn({ name: 'publication_id', foreignKeyConstraintName: 'fk_supergraph_member_publication' })
  publication?: PublicationEntity;
}
