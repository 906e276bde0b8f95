/**
 * Translates the common subset of `${…}` (and `#{…}`) as other tools write it (comparison, and/or/not, member access,
 * literals) into FEEL; undefined when the text is not of that form. What is outside the subset comes out as a text
 * that FEEL refuses, so deployment reports it.
 */
export function dollarToFeel(text: string): string | undefined {
  const match = /^[$#]\{([^]*)\}$/.exec(text.trim());
  if (!match) return undefined;
  return (match[1] ?? '')
    .replace(TOKENS, (token, single: string | undefined, double: string | undefined) => {
      if (single !== undefined) return JSON.stringify(single);
      if (double !== undefined) return token;
      return REPLACEMENTS[token] ?? token;
    })
    .replace(/\bnot (?!\()(\w+(?:\.\w+)*)/g, 'not($1)')
    .trim();
}

/** Quoted texts first, so that operators inside them stay as they are. */
const TOKENS = /'([^']*)'|"([^"]*)"|&&|\|\||==|!=|!|\b(?:eq|ne|lt|le|gt|ge)\b/g;

const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&&': ' and ',
  '||': ' or ',
  '==': '=',
  '!=': '!=',
  '!': 'not ',
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
