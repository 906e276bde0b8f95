import type { MemberUnit } from '@lianban/organisation';
import type { Permission } from './permission.js';

/** A role that a person holds over a unit and all below it. */
export interface PrincipalGrant {
  readonly role: { readonly code: string; readonly name: string };
  readonly unit: { readonly id: string; readonly path: string };
  readonly permissions: ReadonlySet<Permission>;
}

/** What somebody has to set right before anything else: a password that others know, or a second factor. */
export type Due = 'password' | 'second-factor';

/** By what somebody gets in: their password here, a provider of sign-in alone, or, for a program, by tokens alone. */
export type SignsInBy = 'password' | 'provider' | 'program';

/** Who asks, with what they may do where. Made by sign-in, read by AccessService, never kept longer than a request. */
export interface Principal {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  /** Codes, without repeats. */
  readonly roles: readonly string[];
  /** All rights anywhere; whether one holds for a certain unit says AccessService. */
  readonly permissions: ReadonlySet<Permission>;
  /** Where the person works; the longest membership first. */
  readonly units: readonly MemberUnit[];
  readonly grants: readonly PrincipalGrant[];
  /** Colleagues who are away and whose tasks the person may take over. */
  readonly standsInFor: readonly AbsentColleague[];
  readonly hasSecondFactor: boolean;
  /** Until it is set right, the API refuses everything else. In the order in which it is asked for. */
  readonly due: readonly Due[];
  /** Whether a new session ends the others. */
  readonly singleSession: boolean;
  readonly signsInBy: SignsInBy;
  /** Present where a program asks, by a token that allows no more than the grants say. */
  readonly program?: { readonly token: string; readonly start: string; readonly perMinute: number };
}

/** Somebody who is away. */
export interface AbsentColleague {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
}
