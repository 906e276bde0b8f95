import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { keptDraftSchema, taskDraftSchema, TaskDrafts, type KeptTaskDraft, type TaskDraft } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

/** What somebody has written for a task and not sent yet. */
@ApiTags('desk')
@Controller('tasks/:id/draft')
export class TaskDraftsController {
  readonly #drafts: TaskDrafts;

  constructor(drafts: TaskDrafts) {
    this.#drafts = drafts;
  }

  @Get()
  @Route({ summary: 'The own draft for a task', access: 'task.handle', answer: keptDraftSchema, refuses: [404] })
  async getTaskDraft(@Asker() asker: Principal, @Param('id') id: string): Promise<KeptTaskDraft> {
    return await this.#drafts.get(asker, id);
  }

  @Put()
  @Route({ summary: 'Keeps a draft for a task', access: 'task.handle', answer: keptDraftSchema, refuses: [404] })
  async saveTaskDraft(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: taskDraftSchema }) draft: TaskDraft,
  ): Promise<KeptTaskDraft> {
    return await this.#drafts.save(asker, id, draft);
  }
}
