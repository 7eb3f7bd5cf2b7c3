import { Column, PrimaryColumn } from 'typeorm';

/**
 * One cell of a year: a crossing of three dimensions, which `dimensions` names by a bit each (cell-dimensions.ts). Hundredths of an
 * hour by month (m), owners with hours in that month (c), and owners whose first month of the year it is (f): the owners
 * with hours from January to a month are the sum of f up to it. Written by whoever folds, and by nobody else.
 */
export abstract class YearCell {
  @PrimaryColumn({ type: 'integer' })
  year!: number;

  @PrimaryColumn({ type: 'smallint' })
  dimensions!: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  k1!: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  k2!: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  k3!: string;

  @Column({ type: 'bigint' })
  m01!: string;

  @Column({ type: 'bigint' })
  m02!: string;

  @Column({ type: 'bigint' })
  m03!: string;

  @Column({ type: 'bigint' })
  m04!: string;

  @Column({ type: 'bigint' })
  m05!: string;

  @Column({ type: 'bigint' })
  m06!: string;

  @Column({ type: 'bigint' })
  m07!: string;

  @Column({ type: 'bigint' })
  m08!: string;

  @Column({ type: 'bigint' })
  m09!: string;

  @Column({ type: 'bigint' })
  m10!: string;

  @Column({ type: 'bigint' })
  m11!: string;

  @Column({ type: 'bigint' })
  m12!: string;

  @Column({ type: 'bigint' })
  c01!: string;

  @Column({ type: 'bigint' })
  c02!: string;

  @Column({ type: 'bigint' })
  c03!: string;

  @Column({ type: 'bigint' })
  c04!: string;

  @Column({ type: 'bigint' })
  c05!: string;

  @Column({ type: 'bigint' })
  c06!: string;

  @Column({ type: 'bigint' })
  c07!: string;

  @Column({ type: 'bigint' })
  c08!: string;

  @Column({ type: 'bigint' })
  c09!: string;

  @Column({ type: 'bigint' })
  c10!: string;

  @Column({ type: 'bigint' })
  c11!: string;

  @Column({ type: 'bigint' })
  c12!: string;

  @Column({ type: 'bigint' })
  f01!: string;

  @Column({ type: 'bigint' })
  f02!: string;

  @Column({ type: 'bigint' })
  f03!: string;

  @Column({ type: 'bigint' })
  f04!: string;

  @Column({ type: 'bigint' })
  f05!: string;

  @Column({ type: 'bigint' })
  f06!: string;

  @Column({ type: 'bigint' })
  f07!: string;

  @Column({ type: 'bigint' })
  f08!: string;

  @Column({ type: 'bigint' })
  f09!: string;

  @Column({ type: 'bigint' })
  f10!: string;

  @Column({ type: 'bigint' })
  f11!: string;

  @Column({ type: 'bigint' })
  f12!: string;
}
