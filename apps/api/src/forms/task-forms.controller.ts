import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TaskForms, type FilledForm, type TaskForm } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { filledFormsSchema, taskFormSchema } from './form.schema.js';

/** The form of a task, and what was filled in for a case. */
@ApiTags('forms')
@Controller()
export class TaskFormsController {
  readonly #forms: TaskForms;

  constructor(forms: TaskForms) {
    this.#forms = forms;
  }

  @Get('tasks/:id/form')
  @Route({
    summary: 'The form of a task, with what it shows at first',
    access: 'task.handle',
    answer: taskFormSchema,
    refuses: [404],
  })
  async getTaskForm(@Asker() asker: Principal, @Param('id') id: string): Promise<TaskForm> {
    return await this.#forms.of(asker, id);
  }

  @Get('cases/:id/forms')
  @Route({
    summary: 'What was filled into forms for a case, the newest first',
    access: 'case.read',
    answer: filledFormsSchema,
    refuses: [404],
  })
  async listFilledForms(@Asker() asker: Principal, @Param('id') id: string): Promise<FilledForm[]> {
    return await this.#forms.ofCase(asker, id);
  }
}
