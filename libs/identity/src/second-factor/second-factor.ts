/** What somebody has beside the password, as they are told it. */
export interface SecondFactorState {
  /** Since when an authenticator app is asked for a code; null: none is. */
  readonly since: string | null;
  /** Recovery codes that were not used yet. */
  readonly recoveryCodes: number;
}

/** What an authenticator app is to keep; told once. */
export interface NewTotp {
  /** In base32, for whoever has to type it. */
  readonly secret: string;
  /** The same for a QR code. */
  readonly uri: string;
}

/** By what a second factor was proved. */
export type ProvedBy = 'totp' | 'recovery-code' | 'passkey';
