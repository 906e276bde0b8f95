import type { Expression } from '../model/expression.js';
import { dollarToFeel } from './dollar-expression.js';

/**
 * The expression in an attribute or element of a diagram. Text that begins with `=` is FEEL; `${…}` is translated;
 * other text is a literal, or FEEL as well where the place allows nothing else (`bare: 'feel'`, e.g. a condition).
 */
export function readExpression(text: string, bare: 'literal' | 'feel' = 'literal'): Expression {
  const source = text.trim();
  if (source.startsWith('=') && !source.startsWith('==')) return { kind: 'feel', source, feel: source.slice(1).trim() };
  const dollar = dollarToFeel(source);
  if (dollar !== undefined) return { kind: 'feel', source, feel: dollar };
  return bare === 'feel' ? { kind: 'feel', source, feel: source } : { kind: 'literal', value: source };
}
