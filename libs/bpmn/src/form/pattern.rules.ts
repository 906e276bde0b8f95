/** Longer ones nobody can read. */
const longest = 200;

/**
 * Why a pattern cannot be used; undefined when it can. A group that repeats must neither repeat within nor offer
 * alternatives: on some texts such a pattern takes for ever, and it would hold up the server.
 */
export function patternFault(pattern: string): 'too-long' | 'syntax' | 'slow' | undefined {
  if (pattern.length > longest) return 'too-long';
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'syntax';
  }
  return isSlow(pattern.replaceAll(/\[(?:\\.|[^\]\\])*\]/gu, 'x').replaceAll(/\\[^1-9k]/gu, 'x')) ? 'slow' : undefined;
}

/** Looks at the pattern without its classes and escapes. */
function isSlow(pattern: string): boolean {
  if (/\\/u.test(pattern) || (pattern.match(/[*+]|\{\d+,\d*\}/gu) ?? []).length > 4) return true;
  const open: boolean[] = [];
  let manifold = false;
  for (const [at, sign] of [...pattern].entries()) {
    if (sign === '(') {
      open.push(manifold);
      manifold = false;
    } else if (sign === ')') {
      if (manifold && /^(?:[*+{])/u.test(pattern.slice(at + 1))) return true;
      manifold = manifold || (open.pop() ?? false);
    } else if ('*+{|'.includes(sign)) manifold = true;
  }
  return false;
}
