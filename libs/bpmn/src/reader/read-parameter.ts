import { readExpression } from '../expression/read-expression.js';
import type { Expression } from '../model/expression.js';
import type { ModdleElement } from './moddle-element.js';
import { attributeOf } from './vendor.js';

/** The value of an input or output parameter: a text, an expression, or a list or map of such. */
export function readParameter(parameter: ModdleElement): Expression {
  const [content] = parameter.$children ?? [];
  switch (content && localName(content)) {
    case 'list':
      return feel(`[${entriesOf(content, 'value').map(textOf).join(', ')}]`);
    case 'map':
      return feel(
        `{${entriesOf(content, 'entry')
          .map((entry) => `${JSON.stringify(attributeOf(entry, 'key') ?? '')}: ${textOf(entry)}`)
          .join(', ')}}`,
      );
    case 'script':
      return readExpression(content?.$body ?? '', 'feel');
    default:
      return readExpression(parameter.$body ?? '');
  }
}

function entriesOf(container: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  return (container?.$children ?? []).filter((child) => localName(child) === name);
}

/** One entry as FEEL inside a greater expression. */
function textOf({ $body = '' }: ModdleElement): string {
  const expression = readExpression($body);
  return expression.kind === 'feel' ? `(${expression.feel})` : JSON.stringify(expression.value);
}

function feel(text: string): Expression {
  return { kind: 'feel', source: text, feel: text };
}

function localName({ $type }: ModdleElement): string {
  return $type.slice($type.indexOf(':') + 1);
}
