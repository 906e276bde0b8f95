import type { FormComponent } from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.forms.design;

/** What a component is called in lists. */
export function nameOf(component: FormComponent): string {
  switch (component.type) {
    case 'text':
      return component.text.slice(0, 20) || words.unnamed;
    case 'separator':
    case 'spacer':
      return words.types[component.type];
    case 'group':
      return component.label || words.unnamed;
    default:
      return component.label || component.key;
  }
}
