import { Module, type DynamicModule } from '@nestjs/common';
import { caseworkEntities, caseworkMigrations, CaseworkModule } from '@lianban/casework';
import { engineEntities, engineMigrations, EngineModule } from '@lianban/engine';
import { identityEntities, identityMigrations, IdentityModule } from '@lianban/identity';
import { jointMeetingEntities, jointMeetingMigrations, JointMeetingModule } from '@lianban/joint-meeting';
import { organisationEntities, organisationMigrations, OrganisationModule } from '@lianban/organisation';
import { outreachEntities, outreachMigrations } from '@lianban/outreach';
import { DatabaseModule, QueuesModule, type PartContext } from '@lianban/platform';
import { consumers } from './consumers.js';
import { CaseDuties } from './cases/case-duties.service.js';
import { OrganisationDuties } from './cases/organisation-duties.service.js';
import { RetentionDuty } from './cases/retention-duty.service.js';
import { CaseWatch } from './cases/case-watch.service.js';
import { NoticeDuties } from './notices/notice-duties.service.js';
import { DeliverySender } from './notices/delivery-sender.service.js';
import { WebhookSender } from './notices/webhook-sender.service.js';
import { AuditWatch } from './sweep/audit-watch.service.js';
import { SealingWatch } from './sealing/sealing-watch.service.js';
import { SweepService } from './sweep/sweep.service.js';
import { Upkeep } from './sweep/upkeep.service.js';

/** Nobody waits for the worker; still no statement may hold rows for ever. Milliseconds. */
const statementTimeout = 60_000;

/** The worker: the domain modules are there because their listeners follow what the engine does. */
@Module({})
export class WorkerModule {
  static forRoot({ config, log }: PartContext): DynamicModule {
    const entities = [
      organisationEntities,
      identityEntities,
      engineEntities,
      caseworkEntities,
      jointMeetingEntities,
      outreachEntities,
    ].flat();
    const migrations = [
      organisationMigrations,
      identityMigrations,
      engineMigrations,
      caseworkMigrations,
      jointMeetingMigrations,
      outreachMigrations,
    ].flat();
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot({
          entities,
          migrations,
          config,
          logger: log,
          applicationName: 'lianban-worker',
          statementTimeout,
        }),
        QueuesModule.forRoot(),
        OrganisationModule,
        IdentityModule,
        EngineModule,
        CaseworkModule,
        JointMeetingModule,
      ],
      providers: [
        ...consumers,
        AuditWatch,
        SweepService,
        Upkeep,
        CaseDuties,
        OrganisationDuties,
        RetentionDuty,
        NoticeDuties,
        CaseWatch,
        DeliverySender,
        WebhookSender,
        SealingWatch,
      ],
    };
  }
}
