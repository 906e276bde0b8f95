import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AuditSearch, type AuditLine } from '@lianban/casework';
import { AuditTrail, type AuditCheck, type Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { workbookType } from '../statistics/statistics-workbook.js';
import { AuditFiles } from './audit-files.service.js';
import {
  auditActionsSchema,
  auditCheckSchema,
  auditEntriesSchema,
  auditExportSchema,
  auditQuerySchema,
  type AuditEntryAnswer,
} from './audit.schema.js';

/** Entries recomputed in one request; a second or so. */
const partOfCheck = 20_000;
const afterSchema = z.object({ after: z.string().min(1).max(1_000).optional() });

/** The entries of the audit trail, for who audits. */
@ApiTags('audit')
@Controller('audit')
export class AuditLinesController {
  readonly #search: AuditSearch;
  readonly #trail: AuditTrail;
  readonly #files: AuditFiles;

  constructor(search: AuditSearch, trail: AuditTrail, files: AuditFiles) {
    this.#search = search;
    this.#trail = trail;
    this.#files = files;
  }

  @Get('entries')
  @Route({
    summary: 'Entries of the trail, the newest first',
    access: 'audit.read',
    answer: auditEntriesSchema,
    refuses: [404],
  })
  async listAuditEntries(
    @Asker() asker: Principal,
    @Query({ schema: auditQuerySchema }) { limit, after, ...query }: z.output<typeof auditQuerySchema>,
  ): Promise<z.output<typeof auditEntriesSchema>> {
    const { items, next } = await this.#search.list(asker, query, { limit, after });
    return { items: items.map(answerOf), next };
  }

  @Get('actions')
  @Route({ summary: 'What was done lately, for a choice', access: 'audit.read', answer: auditActionsSchema })
  async listAuditActions(): Promise<string[]> {
    return await this.#trail.recentActions();
  }

  @Get('check')
  @Limited({ group: 'audit-check', perMinute: 600 })
  @Route({
    summary: 'Recomputes the next part of the trail',
    access: 'audit.read',
    answer: auditCheckSchema,
    refuses: [429],
  })
  async checkAudit(@Query({ schema: afterSchema }) { after }: z.output<typeof afterSchema>): Promise<AuditCheck> {
    return await this.#trail.check(after, partOfCheck);
  }

  @Get('export')
  @Limited({ group: 'audit-export', perMinute: 30 })
  @Route({
    summary: 'What is found as an .xlsx or .csv file that says who took it out; that is recorded',
    access: 'audit.read',
    status: 200,
    refuses: [404, 429],
  })
  async exportAudit(
    @Asker() asker: Principal,
    @Req() request: FastifyRequest,
    @Query({ schema: auditExportSchema }) { format, ...query }: z.output<typeof auditExportSchema>,
  ): Promise<StreamableFile> {
    const file = await this.#files.make(asker, query, { format, ip: request.ip });
    const type = format === 'xlsx' ? workbookType : 'text/csv; charset=utf-8';
    return new StreamableFile(file, { type, disposition: `attachment; filename="audit.${format}"` });
  }
}

function answerOf({ actor, at, previousHash: _, ...entry }: AuditLine): AuditEntryAnswer {
  const { name = null, role = '', unit = '' } = actor ?? {};
  return { ...entry, at: at.toISOString(), who: name, role, unit };
}
