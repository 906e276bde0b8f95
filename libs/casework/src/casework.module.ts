import { Module } from '@nestjs/common';
import { EngineModule } from '@lianban/engine';
import { IdentityModule } from '@lianban/identity';
import { OrganisationModule } from '@lianban/organisation';
import { ActLog } from './acts/act-log.service.js';
import { ClockActs } from './acts/clock-acts.service.js';
import { PauseCaps } from './acts/pause-caps.service.js';
import { ResidentActs } from './acts/resident-acts.service.js';
import { UnitRecordService } from './habits/unit-record.service.js';
import { UrgeService } from './acts/urge.service.js';
import { WithdrawalService } from './acts/withdrawal.service.js';
import { Colleagues } from './hand-overs/colleagues.service.js';
import { LeavingPreviews } from './leaving/leaving-previews.service.js';
import { LeavingTasks } from './leaving/leaving-tasks.service.js';
import { LeavingService } from './leaving/leaving.service.js';
import { CaseFollower } from './succession/case-follower.service.js';
import { UnitChangeService } from './succession/unit-change.service.js';
import { CopyService } from './hand-overs/copy.service.js';
import { ReturnService } from './hand-overs/return.service.js';
import { TransferService } from './hand-overs/transfer.service.js';
import { Campaigns } from './campaigns/campaigns.service.js';
import { AttachmentFiles } from './attachments/attachment-files.service.js';
import { AttachmentService } from './attachments/attachment.service.js';
import { AnswerService } from './closing/answer.service.js';
import { RatingService } from './closing/rating.service.js';
import { ReopeningService } from './closing/reopening.service.js';
import { AssistService } from './sides/assist.service.js';
import { ContactService } from './service-record/contact.service.js';
import { ContactTerms } from './service-record/contact-terms.service.js';
import { FirstContacts } from './service-record/first-contact.service.js';
import { PapersService } from './service-record/papers.service.js';
import { ProxyService } from './service-record/proxy.service.js';
import { ServiceRecords } from './service-record/service-records.service.js';
import { HelperTasks } from './sides/helper-tasks.service.js';
import { OpinionService } from './sides/opinion.service.js';
import { ActRunner } from './acts/act-runner.service.js';
import { SideProcesses } from './sides/side-processes.service.js';
import { MutualAidService } from './mutual-aid/mutual-aid.service.js';
import { VolunteersService } from './mutual-aid/volunteers.service.js';
import { VolunteerTasks } from './mutual-aid/volunteer-tasks.service.js';
import { NearestCases } from './similar/nearest-cases.service.js';
import { SimilarCases } from './similar/similar-cases.service.js';
import { SideQueryService } from './sides/side-query.service.js';
import { Settings } from './settings/settings.service.js';
import { statisticsServices } from './statistics/statistics-services.js';
import { Counting } from './statistics/counting.service.js';
import { HistoricService } from './historic/historic.service.js';
import { MediationService } from './mediations/mediation.service.js';
import { WorkflowFacts } from './workflows/workflow-facts.service.js';
import { SupervisionService } from './sides/supervision.service.js';
import { DeclineService } from './exits/decline.service.js';
import { MergeService } from './exits/merge.service.js';
import { Claimants } from './recusals/claimants.service.js';
import { RecusalService } from './recusals/recusal.service.js';
import { CaseAccess } from './cases/case-access.js';
import { CaseNumbers } from './cases/case-numbers.service.js';
import { CaseUnits } from './cases/case-units.service.js';
import { CaseListService } from './cases/case-list.service.js';
import { CaseQueryService } from './cases/case-query.service.js';
import { retentionServices } from './retention/retention-services.js';
import { FieldKeyCheck } from './sealing/field-key-check.service.js';
import { IntakeCheck } from './cases/intake-check.service.js';
import { IntakeService } from './cases/intake.service.js';
import { PublicStatusService } from './cases/public-status.service.js';
import { SourceRecords } from './cases/source-records.service.js';
import { CategoryKeeper } from './catalogue/category-keeper.service.js';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { ExclusionService } from './exclusions/exclusion.service.js';
import { DispatchRules } from './dispatch/dispatch-rule.service.js';
import { DiagramService } from './diagram/diagram.service.js';
import { BulletinService } from './ladder/bulletin.service.js';
import { Ladder } from './ladder/ladder.service.js';
import { OutcomeAccess } from './ladder/outcome-access.service.js';
import { Outcomes } from './ladder/outcomes.service.js';
import { ReversalService } from './ladder/reversal.service.js';
import { RungActs } from './ladder/rung-acts.service.js';
import { TalkService } from './ladder/talk.service.js';
import { DeliveryLog } from './notices/delivery-log.service.js';
import { DeliveryService } from './notices/delivery.service.js';
import { deskServices } from './desk/desk.services.js';
import { formServices } from './forms/form.services.js';
import { studioServices } from './studio/studio.services.js';
import { NewsDesk } from './news/news-desk.service.js';
import { NewsWriter } from './news/news-writer.service.js';
import { NoticeCollector } from './notices/notice-collector.service.js';
import { NoticeService } from './notices/notice.service.js';
import { NoticeTemplates } from './notices/notice-template.service.js';
import { NoticeWriter } from './notices/notice-writer.service.js';
import { ResidentNotices } from './notices/resident-notices.service.js';
import { NamedThings } from './reference/named-things.service.js';
import { personalServices } from './personal/personal-services.js';
import { ReferenceLists } from './reference/reference-lists.service.js';
import { ReferenceRegistry } from './reference/reference-registry.service.js';
import { ReferenceHistory } from './reference/reference-history.service.js';
import { WebhookService } from './notices/webhook.service.js';
import { CaseFollowers } from './listener/case-followers.service.js';
import { CaseListener } from './listener/case.listener.js';
import { IdempotencyService } from './requests/idempotency.service.js';
import { InboxService } from './tasks/inbox.service.js';
import { TaskCompletion } from './tasks/task-completion.js';
import { TaskBatches } from './tasks/task-batch.service.js';
import { TaskService } from './tasks/task.service.js';
import { TermTexts } from './terms/term-texts.js';
import { HistoryService } from './trail/history.service.js';
import { TrailService } from './trail/trail.service.js';

/**
 * Cases, their tasks and their history. Import it into every process that executes engine commands, the worker too:
 * it makes cases follow their processes. Needs the global DatabaseModule of platform.
 */
@Module({
  imports: [EngineModule, OrganisationModule, IdentityModule],
  providers: [
    ...statisticsServices,
    ...retentionServices,
    FieldKeyCheck,
    ActLog,
    AnswerService,
    AssistService,
    AttachmentFiles,
    AttachmentService,
    BulletinService,
    Campaigns,
    CaseAccess,
    CaseFollower,
    CaseFollowers,
    CaseListener,
    CaseNumbers,
    CaseUnits,
    CaseListService,
    CaseQueryService,
    CatalogueService,
    CategoryKeeper,
    Claimants,
    ClockActs,
    Colleagues,
    ContactService,
    CopyService,
    Counting,
    DeclineService,
    DeliveryLog,
    DeliveryService,
    DiagramService,
    DispatchRules,
    ExclusionService,
    ContactTerms,
    FirstContacts,
    ...formServices,
    HelperTasks,
    HistoricService,
    HistoryService,
    IdempotencyService,
    InboxService,
    IntakeCheck,
    IntakeService,
    Ladder,
    LeavingPreviews,
    LeavingService,
    LeavingTasks,
    MediationService,
    MergeService,
    NamedThings,
    NewsDesk,
    NewsWriter,
    MutualAidService,
    NoticeCollector,
    NoticeService,
    NoticeTemplates,
    NoticeWriter,
    OpinionService,
    OutcomeAccess,
    Outcomes,
    PapersService,
    WorkflowFacts,
    PauseCaps,
    ...deskServices,
    ...personalServices,
    ProxyService,
    PublicStatusService,
    RatingService,
    RecusalService,
    ReferenceHistory,
    ReferenceLists,
    ReferenceRegistry,
    ReopeningService,
    ResidentActs,
    ResidentNotices,
    ReturnService,
    ReversalService,
    RungActs,
    ServiceRecords,
    ActRunner,
    SideProcesses,
    SideQueryService,
    NearestCases,
    SimilarCases,
    Settings,
    SourceRecords,
    SupervisionService,
    TalkService,
    TaskCompletion,
    TaskBatches,
    TaskService,
    TermTexts,
    TrailService,
    TransferService,
    UnitChangeService,
    UnitRecordService,
    UrgeService,
    VolunteersService,
    VolunteerTasks,
    ...studioServices,
    WebhookService,
    WithdrawalService,
  ],
  exports: [
    ...statisticsServices,
    ...retentionServices,
    ActRunner,
    AssistService,
    AttachmentFiles,
    AttachmentService,
    BulletinService,
    Campaigns,
    CaseAccess,
    CaseUnits,
    CaseListService,
    CaseQueryService,
    CatalogueService,
    CategoryKeeper,
    ClockActs,
    Colleagues,
    ContactService,
    CopyService,
    DeclineService,
    DeliveryLog,
    DeliveryService,
    DiagramService,
    DispatchRules,
    ExclusionService,
    ContactTerms,
    FirstContacts,
    ...formServices,
    HistoricService,
    HistoryService,
    IdempotencyService,
    InboxService,
    IntakeService,
    Ladder,
    LeavingPreviews,
    LeavingService,
    MediationService,
    MergeService,
    NewsDesk,
    MutualAidService,
    NoticeCollector,
    NoticeService,
    NoticeTemplates,
    NoticeWriter,
    OpinionService,
    PapersService,
    WorkflowFacts,
    PauseCaps,
    ...deskServices,
    ProxyService,
    PublicStatusService,
    RatingService,
    ...personalServices,
    ReferenceLists,
    ReferenceRegistry,
    RecusalService,
    ReopeningService,
    ResidentActs,
    ResidentNotices,
    ReturnService,
    ReversalService,
    ServiceRecords,
    SideProcesses,
    SideQueryService,
    SimilarCases,
    SupervisionService,
    TalkService,
    TaskBatches,
    TaskService,
    TermTexts,
    TrailService,
    TransferService,
    UnitChangeService,
    UnitRecordService,
    UrgeService,
    VolunteersService,
    VolunteerTasks,
    ...studioServices,
    WebhookService,
    WithdrawalService,
  ],
})
export class CaseworkModule {}
