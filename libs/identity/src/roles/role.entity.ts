import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of rights. Data, not code: administrators may add roles and change them. */
@Entity({ schema: 'identity', name: 'role' })
export class Role {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  permissions: string[];

  /** Codes of roles that the same person must not hold (三员分立). */
  @Column('text', { array: true })
  excludes: string[];
}
