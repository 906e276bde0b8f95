import { hash, verify } from '@node-rs/argon2';
import { longestPassword } from './password.rules.js';

/** OWASP's first choice for argon2id, the library's default variant: 19 MiB, 2 passes, 1 lane. About 60 ms of CPU. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of nothing that anybody knows; made once, so that an unknown user costs as much time as a known one. */
let decoy: Promise<string> | undefined;

/** Hashes a password with argon2id and a random salt into a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, cost);
}

/**
 * Whether a password is the right one. Without a hash (no such user) it works as long and answers no; so it does for a
 * password longer than any that is accepted.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const possible = passwordHash !== undefined && password.length <= 4 * longestPassword;
  const right = await verify(possible ? passwordHash : await decoy, possible ? password : '');
  return possible && right;
}
