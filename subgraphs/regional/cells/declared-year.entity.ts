import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What is counted once over a whole year that every desk declared. It holds while no row of the year is open or undone, and is
 * forgotten by the fold that takes one in. Written by whoever folds.
 */
@Entity('declared_year')
export class DeclaredYearEntity {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_declared_year' })
  year!: number;

  @Column({ type: 'bigint', name: 'work_contracts' })
  workContracts!: string;

  @Column({ type: 'bigint' })
  participants!: string;

  @Column({ type: 'bigint', name: 'women_participants' })
  womenParticipants!: string;

  @Column({ type: 'bigint', name: 'participants_of_known_sex' })
  participantsOfKnownSex!: string;

  @Column({ type: 'bigint', name: 'qpv_participants' })
  qpvParticipants!: string;

  @Column({ type: 'bigint', name: 'participants_of_known_residence' })
  participantsOfKnownResidence!: string;

  @Column({ type: 'bigint' })
  lots!: string;

  @Column({ type: 'bigint' })
  contracts!: string;

  @Column({ type: 'bigint' })
  operations!: string;

  @Column({ type: 'bigint' })
  buyers!: string;

  @Column({ type: 'bigint' })
  companies!: string;
}
