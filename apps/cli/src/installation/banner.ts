import { demoPeople } from '@lianban/identity';

/** What the start command prints when everything is ready. */
export function banner(facts: {
  address?: string | undefined;
  demoPassword?: string | undefined;
  role?: string;
}): string {
  const lines = facts.role === undefined ? [] : ['', `Lianban 联办 is ready (role ${facts.role})`];
  if (facts.address !== undefined) lines.push(`  Web   ${facts.address}`, `  API   ${facts.address}/api/docs`);
  if (facts.demoPassword !== undefined) {
    const names = demoPeople.filter(({ username }) => !/\d$/u.test(username)).map(({ username }) => username);
    lines.push(`  Demo accounts  ${names.join(' ')}`);
    lines.push('  The same names with a 2 belong to another street and other departments.');
    lines.push(`  Password       ${facts.demoPassword}`);
  }
  if (facts.role !== undefined) lines.push('  Ctrl-C stops it.', '');
  return `${lines.join('\n')}\n`;
}
