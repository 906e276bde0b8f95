import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  caseDraftSchema,
  CaseListService,
  CaseLooks,
  CaseQueryService,
  DiagramService,
  HistoryService,
  IntakeService,
  type CaseDiagram,
  type CaseDraft,
  type CaseListItem,
  type CaseView,
  type HistoryItem,
  type IdempotentRequest,
  type RegisteredCase,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  casePageSchema,
  caseQuerySchema,
  caseSchema,
  diagramSchema,
  historySchema,
  registeredCaseSchema,
  type CaseQueryInput,
} from './case.schema.js';

/** Cases: filing, finding, reading. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  readonly #intake: IntakeService;
  readonly #cases: CaseQueryService;
  readonly #lists: CaseListService;
  readonly #history: HistoryService;
  readonly #diagrams: DiagramService;
  readonly #looks: CaseLooks;

  constructor(
    intake: IntakeService,
    cases: CaseQueryService,
    lists: CaseListService,
    history: HistoryService,
    diagrams: DiagramService,
    looks: CaseLooks,
  ) {
    this.#looks = looks;
    this.#intake = intake;
    this.#cases = cases;
    this.#lists = lists;
    this.#history = history;
    this.#diagrams = diagrams;
  }

  @Post()
  @Route({
    summary: 'Registers a request (登记诉求)',
    access: 'case.register',
    answer: registeredCaseSchema,
    status: 201,
    refuses: [409, 422],
    idempotent: true,
  })
  async registerCase(
    @Asker() asker: Principal,
    @Body({ schema: caseDraftSchema }) draft: CaseDraft,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<RegisteredCase> {
    return await this.#intake.register(asker, draft, request);
  }

  @Get()
  @Route({
    summary: 'Cases that one may see, the newest first; those of a figure to who may read statistics',
    access: 'case.read',
    answer: casePageSchema,
  })
  async listCases(
    @Asker() asker: Principal,
    @Query({ schema: caseQuerySchema }) query: CaseQueryInput,
  ): Promise<Page<CaseListItem>> {
    return await this.#lists.list(asker, query);
  }

  @Get(':id')
  @Route({ summary: 'A case with its open tasks', access: 'case.read', answer: caseSchema, refuses: [404] })
  async getCase(@Asker() asker: Principal, @Param('id') id: string): Promise<CaseView> {
    const view = await this.#cases.get(asker, id);
    await this.#looks.note(asker, id, 'case');
    return view;
  }

  @Get(':id/history')
  @Route({ summary: 'Who did what when, and why', access: 'case.read', answer: historySchema, refuses: [404] })
  async getCaseHistory(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<Page<HistoryItem>> {
    return await this.#history.list(asker, id, paging);
  }

  @Get(':id/diagram')
  @Route({
    summary: 'The diagram of the case and where it is',
    access: 'case.read',
    answer: diagramSchema,
    refuses: [404],
  })
  async getCaseDiagram(@Asker() asker: Principal, @Param('id') id: string): Promise<CaseDiagram> {
    return await this.#diagrams.get(asker, id);
  }
}
