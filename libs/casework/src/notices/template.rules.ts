/** A template with what its placeholders stand for; one that has nothing to say here is left out. */
export function fillTemplate(template: string, facts: Readonly<Record<string, string | undefined>>): string {
  return template.replaceAll(/\{([\w-]+)\}/gu, (_, name: string) => facts[name] ?? '');
}

/** What stands in braces in a template and is none of the known names; a single brace too. */
export function unknownPlaceholders(template: string, known: readonly string[]): string[] {
  const parts = template.match(/\{[^{}]*\}|[{}]/gu) ?? [];
  return [...new Set(parts)].filter((part) => !known.includes(part.slice(1, -1)) || part.length < 3);
}
