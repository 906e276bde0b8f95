import type { ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import { emptyForm } from './form-draft.js';
import { FormDesigner } from './form-designer.js';

/** A form that is not there yet. */
export function NewFormPage(): ReactElement {
  return <FormDesigner title={messages.forms.design.newTitle} initial={{ name: '', form: emptyForm() }} />;
}
