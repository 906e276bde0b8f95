import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's place in a unit for a time. It gives no right by itself: rights come from grants (identity). */
@Entity({ schema: 'organisation', name: 'membership' })
export class Membership {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text', { name: 'unit_id' })
  unitId: string;

  @PrimaryColumn('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  /** Name of the post, in Chinese, as `站长`. */
  @Column('text')
  post: string;

  /** First instant at which it no longer holds; null while it does. */
  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;
}
