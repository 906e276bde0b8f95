/** What the sign-in policy asks of a password. */
export interface PasswordPolicy {
  readonly minimumLength: number;
  /** How many of the four kinds (lower case, upper case, digits, others) it must mix. */
  readonly minimumKinds: number;
}

/** Longer ones are refused, so that hashing cannot be used to keep the server busy. */
export const longestPassword = 200;

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** What is wrong with a password, as parts of a sentence after "expected"; empty when it is strong enough. */
export function passwordProblems(password: string, username: string, policy: PasswordPolicy): string[] {
  const problems: string[] = [];
  const length = [...password].length;
  if (length < policy.minimumLength) problems.push(`at least ${policy.minimumLength} characters`);
  if (length > longestPassword) problems.push(`at most ${longestPassword} characters`);
  if (kinds.filter((kind) => kind.test(password)).length < policy.minimumKinds) {
    problems.push(`${policy.minimumKinds} of: lower case, upper case, digits, other characters`);
  }
  if (password.toLowerCase().includes(username)) problems.push('no user name in it');
  return problems;
}
