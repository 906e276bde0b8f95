import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TaskBatches, taskBatchSchema, type IdempotentRequest, type TaskBatch, type TaskFate } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { DomainError } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { problemOf } from '../http/problem.js';
import { Route } from '../http/route.js';
import { taskBatchAnswerSchema, type TaskBatchAnswer } from './task.schema.js';

/** One act on many tasks. */
@ApiTags('tasks')
@Controller('tasks/batch')
export class TaskBatchesController {
  readonly #batches: TaskBatches;

  constructor(batches: TaskBatches) {
    this.#batches = batches;
  }

  @Post()
  @Route({
    summary: 'Claims, releases, assigns or urges up to 100 tasks, each by itself, and tells the fate of each',
    access: 'task.read',
    answer: taskBatchAnswerSchema,
    refuses: [409],
    idempotent: true,
  })
  async runTaskBatch(
    @Asker() asker: Principal,
    @Body({ schema: taskBatchSchema }) batch: TaskBatch,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskBatchAnswer> {
    return answerOf(await this.#batches.run(asker, batch, request));
  }
}

function answerOf(fates: readonly TaskFate[]): TaskBatchAnswer {
  const tasks = fates.map(({ id, code, refusal }) => ({
    id,
    code,
    done: refusal === null,
    problem: refusal && problemOf(new DomainError(refusal)),
  }));
  const done = tasks.filter((task) => task.done).length;
  return { total: tasks.length, done, refused: tasks.length - done, tasks };
}
