import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SignsInBy } from '../access/principal.js';

/** A person who can sign in. Never deleted: the trail refers to it. */
@Entity({ schema: 'identity', name: 'account' })
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case; what one types to sign in. */
  @Column('text')
  username: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  /** PHC string of argon2id. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('timestamptz', { name: 'password_changed_at' })
  passwordChangedAt: Date;

  /** Somebody else knows the password: its owner is asked for another one before anything else. */
  @Column('boolean', { name: 'password_change_needed' })
  passwordChangeNeeded: boolean;

  /** By what its owner gets in; where it is not the password, no password is right. */
  @Column('text', { name: 'sign_in' })
  signsInBy: SignsInBy;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Null while the account may be used. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;
}
