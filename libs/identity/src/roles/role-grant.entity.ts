import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that a person holds over a unit and all below it, for a time. */
@Entity({ schema: 'identity', name: 'role_grant' })
export class RoleGrant {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text', { name: 'role_code' })
  roleCode: string;

  @PrimaryColumn('text', { name: 'unit_id' })
  unitId: string;

  @PrimaryColumn('timestamptz', { name: 'granted_at' })
  grantedAt: Date;

  /** Null: the installation did. */
  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  /** Null while it holds. */
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
