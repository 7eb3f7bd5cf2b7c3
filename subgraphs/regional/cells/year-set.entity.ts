import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What of one kind has hours in a year, one bit for each local identifier (year-sets.ts names the kinds). It holds while no row of
 * the year is open or undone, and is forgotten by the fold that takes one in. Written by whoever folds.
 */
@Entity('year_set')
export class YearSetEntity {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_year_set' })
  year!: number;

  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'pk_year_set' })
  kind!: string;

  @Column({ type: 'varbit' })
  bits!: string;
}
