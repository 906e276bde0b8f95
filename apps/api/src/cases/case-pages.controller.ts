import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RelatedCases, TermLedgers, type LedgerTerm, type RelatedCase } from '@lianban/casework';
import { CaseDecisions, type CaseTopic } from '@lianban/joint-meeting';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { caseTopicsSchema } from '../joint-meetings/case-topics.schema.js';
import { ledgerSchema, relatedSchema } from './case-pages.schema.js';

/** What the page of a case shows beside the case. */
@ApiTags('cases')
@Controller('cases/:id')
export class CasePagesController {
  readonly #ledgers: TermLedgers;
  readonly #related: RelatedCases;
  readonly #decisions: CaseDecisions;

  constructor(ledgers: TermLedgers, related: RelatedCases, decisions: CaseDecisions) {
    this.#ledgers = ledgers;
    this.#related = related;
    this.#decisions = decisions;
  }

  @Get('terms')
  @Route({
    summary: 'Every term of a case with what happened to its clock (办理时限台账)',
    access: 'case.read',
    answer: ledgerSchema,
    refuses: [404],
  })
  async listCaseTerms(@Asker() asker: Principal, @Param('id') id: string): Promise<LedgerTerm[]> {
    return await this.#ledgers.of(asker, id);
  }

  @Get('related')
  @Route({
    summary: 'Cases of the same resident or place, and like ones',
    access: 'case.read',
    answer: relatedSchema,
    refuses: [404],
  })
  async listRelatedCases(@Asker() asker: Principal, @Param('id') id: string): Promise<RelatedCase[]> {
    return await this.#related.of(asker, id);
  }

  @Get('topics')
  @Route({
    summary: 'What joint meetings had to decide on a case, and did',
    access: 'joint-meeting.read',
    answer: caseTopicsSchema,
    refuses: [404],
  })
  async listCaseTopics(@Asker() asker: Principal, @Param('id') id: string): Promise<CaseTopic[]> {
    return await this.#decisions.of(asker, id);
  }
}
