import type { ReactElement } from 'react';
import { pageWords } from '../../messages/page-words.js';
import { emptyForm } from './form-draft.js';
import { FormDesigner } from './form-designer.js';

/** A form that is not there yet. */
export function NewFormPage(): ReactElement {
  return <FormDesigner title={pageWords.forms.design.newTitle} initial={{ name: '', form: emptyForm() }} />;
}
