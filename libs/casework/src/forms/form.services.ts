import { FormKeeper } from './form-keeper.service.js';
import { TaskForms } from './task-forms.service.js';

/** Forms of steps, and what is filled into them. */
export const formServices = [FormKeeper, TaskForms] as const;
