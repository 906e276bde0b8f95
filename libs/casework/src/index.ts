// Module and schema
export { CasePagesModule } from './case-pages.module.js';
export { CaseworkModule } from './casework.module.js';
export { caseworkEntities, caseworkMigrations } from './casework.schema.js';

// Cases, and where they are in their diagrams
export { caseLevels, caseStateNames, caseStates, type CaseLevel, type CaseState } from './cases/case.js';
export { CaseAccess, mayRead, type CaseScope } from './cases/case-access.js';
export { localDay, queryCode } from './cases/case.rules.js';
export { caseDraftSchema, residentDraftSchema, type CaseDraft, type ResidentCaseDraft } from './cases/case-draft.js';
export { CaseUnits } from './cases/case-units.service.js';
export { CaseListService } from './cases/case-list.service.js';
export { CaseQueryService } from './cases/case-query.service.js';
export type { CaseListItem, CaseQuery, CaseTask, CaseView, Named } from './cases/case-view.js';
export { IntakeService, type RegisteredCase } from './cases/intake.service.js';
export { PublicStatusService, type PublicStatus } from './cases/public-status.service.js';
export { DiagramService, type CaseDiagram, type DrawnProcess } from './diagram/diagram.service.js';
export type { ElementState } from './diagram/element-states.rules.js';

// Catalogues of topics and of dispatch
export type { DispatchRule, Precedent } from './dispatch/dispatch-rule.js';
export { DispatchRules } from './dispatch/dispatch-rule.service.js';
export type { Disposition } from './closing/answer.sql.js';
export { categoryChangeSchema, categoryTableSchema } from './catalogue/category-import.js';
export type { CategoryChange, CategoryImport, CategoryTable, KeptCategory } from './catalogue/category-import.js';
export { CategoryKeeper } from './catalogue/category-keeper.service.js';
export { CatalogueService, type CategoryNode, type Channel } from './catalogue/catalogue.service.js';

// Campaigns and long-standing matters
export { Campaigns, type CampaignChoice } from './campaigns/campaigns.service.js';
export { historicMarkSchema, type HistoricMark } from './historic/historic.js';
export { HistoricService } from './historic/historic.service.js';

// Acts on a case
export {
  extensionSchema,
  residentActSchema,
  returnSchema,
  resumptionSchema,
  suspensionSchema,
  urgeSchema,
  withdrawalSchema,
  type Extension,
  type PauseReason,
  type ResidentAct,
  type Resumption,
  type Return,
  type Suspension,
  type Urge,
  type Withdrawal,
} from './acts/act.js';
export { ActRunner } from './acts/act-runner.service.js';
export { ClockActs } from './acts/clock-acts.service.js';
export { PauseCaps } from './acts/pause-caps.service.js';
export { ResidentActs } from './acts/resident-acts.service.js';
export { UrgeService } from './acts/urge.service.js';
export { WithdrawalService } from './acts/withdrawal.service.js';

// Ways out of intake
export { DeclineService } from './exits/decline.service.js';
export { declineSchema, mergeSchema, separationSchema } from './exits/exit.js';
export type { Decline, IntakeExit, Merge, Separation } from './exits/exit.js';
export { MergeService } from './exits/merge.service.js';

// Hand-overs, and who steps aside
export { Colleagues } from './hand-overs/colleagues.service.js';
export { ReturnService } from './hand-overs/return.service.js';
export { CopyService } from './hand-overs/copy.service.js';
export {
  copySchema,
  transferSchema,
  type Colleague,
  type Copying,
  type HandOverUnit,
  type Transfer,
} from './hand-overs/transfer.js';
export { TransferService } from './hand-overs/transfer.service.js';
export { recusalKinds, recusalSchema, type RecusalRequest, type RecusedPerson } from './recusals/recusal.js';
export { RecusalService } from './recusals/recusal.service.js';
export { concernsSql } from './succession/aside.sql.js';
export { notRecused } from './recusals/recusal.sql.js';

// People who leave, and units that change
export { LeavingPreviews, type LeavingPreview } from './leaving/leaving-previews.service.js';
export { LeavingService } from './leaving/leaving.service.js';
export { unitChangeSchema, type NewUnitChange } from './succession/unit-change.js';
export { UnitChangeService } from './succession/unit-change.service.js';

// Helpers and supervision orders
export { AssistService } from './sides/assist.service.js';
export { OpinionService } from './sides/opinion.service.js';
export { assistSchema, opinionRequestSchema, sideKinds, supervisionSchema } from './sides/side-process.js';
export type { Assist, OpinionRequest, Supervision } from './sides/side-process.js';
export { agreementSchema, mediationSchema, type Agreement, type Mediation } from './mediations/mediation.js';
export { MediationService } from './mediations/mediation.service.js';
export { isOwnStep } from './sides/own-step.sql.js';
export { SideProcesses } from './sides/side-processes.service.js';
export { SideQueryService, type SupervisionItem } from './sides/side-query.service.js';
export { SupervisionService, type SupervisionTrigger } from './sides/supervision.service.js';

// Mutual aid
export { mutualAidOfferSchema, mutualAidRecallSchema, volunteerBoxes } from './mutual-aid/mutual-aid.js';
export { volunteerReportSchema } from './mutual-aid/mutual-aid.js';
export type { MutualAidOffer, MutualAidOptions, MutualAidRecall, VolunteerBox } from './mutual-aid/mutual-aid.js';
export type { VolunteerContact, VolunteerReport, VolunteerTask } from './mutual-aid/mutual-aid.js';
export { MutualAidService } from './mutual-aid/mutual-aid.service.js';
export { seedDemoVolunteers } from './mutual-aid/seed-demo-volunteers.js';
export { volunteerDraftSchema, type Volunteer, type VolunteerDraft } from './mutual-aid/volunteer.js';
export { VolunteersService } from './mutual-aid/volunteers.service.js';
export { VolunteerTasks } from './mutual-aid/volunteer-tasks.service.js';

// The supervision ladder
export { bulletinIssueSchema, bulletinQuerySchema, bulletinStates } from './ladder/bulletin.js';
export type { Bulletin, BulletinIssue, BulletinQuery } from './ladder/bulletin.js';
export { BulletinService } from './ladder/bulletin.service.js';
export { Ladder } from './ladder/ladder.service.js';
export { acknowledgementSchema, droppingSchema, type Acknowledgement, type Dropping } from './ladder/outcome.js';
export { ReversalService } from './ladder/reversal.service.js';
export { talkCauses, talkQuerySchema, talkRecordSchema, talkStates } from './ladder/talk.js';
export type { Talk, TalkQuery, TalkRecord } from './ladder/talk.js';
export { TalkService } from './ladder/talk.service.js';

// The desk: how people want it, and what has changed
export { preferenceChangeSchema, preferencesSchema, type Preferences } from './desk/preference.js';
export { PreferenceService } from './desk/preference.service.js';
export { inboxLookSchema } from './desk/inbox-look.js';
export { inboxViewChangeSchema, inboxViewSharingSchema, newInboxViewSchema } from './desk/inbox-view.js';
export type { InboxView, InboxViewChange, NewInboxView } from './desk/inbox-view.js';
export { InboxViews } from './desk/inbox-views.service.js';
export { keptDraftSchema, taskDraftSchema, type KeptTaskDraft, type TaskDraft } from './desk/task-draft.js';
export { TaskDrafts } from './desk/task-draft.service.js';
export { CaseDrafts } from './desk/case-drafts.service.js';
export { keptCaseSchema, writtenCaseSchema, type KeptCase, type WrittenCase } from './desk/written-case.js';
export type { HomeCardSource, HomeReader } from './home/home-card.js';
export { HomeCards } from './home/home-cards.service.js';
export { HomeModule } from './home/home.module.js';
export { HomeService } from './home/home.service.js';
export { homeCardIds, type Home } from './home/home.js';
export type { SqlValues } from './sql-values.js';
export {
  formChangeSchema,
  formDraftSchema,
  type FilledForm,
  type FormChange,
  type FormDraft,
  type FormVersion,
  type FormView,
  type TaskForm,
} from './forms/form.js';
export { FormKeeper } from './forms/form-keeper.service.js';
export { TaskForms } from './forms/task-forms.service.js';
export {
  keptWorkflowDraftSchema,
  savedDraftSchema,
  workflowDraftSchema,
  workflowDraftSummarySchema,
  workflowEditorSchema,
  type KeptWorkflowDraft,
  type SavedWorkflowDraft,
  type WorkflowDraft,
} from './studio/workflow-draft.js';
export { WorkflowDrafts } from './studio/workflow-drafts.service.js';
export { WorkflowEditors } from './studio/workflow-editors.service.js';
export type { Subject } from './news/news.js';
export { NewsDesk } from './news/news-desk.service.js';

// What people and other systems are told
export { deliveryStates, deliveryTopic, noticeChannels } from './notices/delivery.js';
export type { DeliveryItem, DeliveryQuery, HandOver, NoticeChannel, Parcel } from './notices/delivery.js';
export { DeliveryLog } from './notices/delivery-log.service.js';
export { DeliveryService } from './notices/delivery.service.js';
export { isWecomUser, noticeAddressSchema, readingSchema } from './notices/notice.js';
export type { NewNoticeAddress, Notice, NoticeAddress, Reading } from './notices/notice.js';
export { NoticeCollector } from './notices/notice-collector.service.js';
export { NoticeTemplates } from './notices/notice-template.service.js';
export { noticeLanguages, templateChangeSchema, templateTrialSchema } from './notices/template.js';
export type { NoticeTemplate, TemplateChange, TemplateTrial } from './notices/template.js';
export { NoticeService } from './notices/notice.service.js';
export { localMinute } from './notices/local-time.rules.js';
export { ResidentNotices } from './notices/resident-notices.service.js';
export { NoticeWriter } from './notices/notice-writer.service.js';
export { webhookEvents, webhookSchema, type NewWebhook, type Webhook } from './notices/webhook.js';
export { WebhookService, webhookTopic, type WebhookCall } from './notices/webhook.service.js';

// Lists that administrators keep
export type { ReferenceChange } from './reference/reference-change.js';
export { entryDraftSchema } from './reference/reference-list.js';
export type { EntryDraft, ReferenceList, ReferenceListView } from './reference/reference-list.js';
export { ReferenceLists } from './reference/reference-lists.service.js';
export { ReferenceRegistry } from './reference/reference-registry.service.js';

// Habits of units
export { receiptSchema, unitRecordSchema, unitRecordsQuerySchema } from './habits/unit-record.js';
export type { NewUnitRecord, ReportReceipt, UnitRecords } from './habits/unit-record.js';
export { UnitRecordService } from './habits/unit-record.service.js';

// Files of cases, and cases left out of adjusted rates
export type { Attachment, Upload } from './attachments/attachment.js';
export { attachmentRefused, attachmentUnknown } from './attachments/attachment.errors.js';
export { AttachmentFiles, type AttachmentContent, type KeptFile } from './attachments/attachment-files.service.js';
export { mostFiles } from './attachments/attachment.rules.js';
export { AttachmentService } from './attachments/attachment.service.js';
export { exclusionDecisionSchema, exclusionSchema } from './exclusions/exclusion.js';
export type { Exclusion, ExclusionDecision, ExclusionItem } from './exclusions/exclusion.js';
export { ExclusionService } from './exclusions/exclusion.service.js';

// Statistics
export { statisticsSettingsChangeSchema, statisticsSettingsSchema } from './settings/statistics-settings.js';
export type { SettledStatistics, StatisticsSettings } from './settings/statistics-settings.js';
export type { StatisticsSettingsChange } from './settings/statistics-settings.js';
export { StatisticsSettingsService } from './settings/statistics-settings.service.js';
export { figureQuerySchema, type FigureQuery } from './statistics/figure.js';
export type { Dispositions } from './statistics/dispositions.js';
export { DispositionsService } from './statistics/dispositions.service.js';
export { hotMattersQuerySchema, type HotMatters, type HotMattersQuery } from './statistics/hot-matters.js';
export { HotMattersService } from './statistics/hot-matters.service.js';
export type { CampaignCounts, HistoricCounts } from './statistics/marked-cases.js';
export { MarkedCases } from './statistics/marked-cases.service.js';
export type { LaneTable } from './statistics/lanes.js';
export type { Ranking } from './statistics/ranking.js';
export { RankingService } from './statistics/ranking.service.js';
export { periodSchema, statisticsQuerySchema, type Statistics, type StatisticsQuery } from './statistics/statistics.js';
export { StatisticsService } from './statistics/statistics.service.js';
export type { MapFigures } from './statistics/map-figures.js';
export { MapFiguresService } from './statistics/map-figures.service.js';
export type { Trend } from './statistics/trend.js';
export { districtMapChangeSchema, type DistrictMapChange, type SettledMap } from './district-map/district-map.js';
export { DistrictMapService } from './district-map/district-map.service.js';
export { seedDemoMap } from './district-map/seed-demo-map.js';
export { screenLinkDraftSchema, type ScreenLink, type ScreenLinkDraft } from './screen/screen-link.js';
export { ScreenLinks } from './screen/screen-links.service.js';
export type { ScreenFigures } from './screen/screen-figures.js';
export { ScreenFiguresService } from './screen/screen-figures.service.js';
export type { StepTimes } from './statistics/step-times.js';
export { StepTimesService } from './statistics/step-times.service.js';
export { WorkflowFacts } from './workflows/workflow-facts.service.js';

// What earlier cases tell, and what comes after the answer
export { matterSchema, type CategoryAdvice, type LikelyRepeat, type Matter } from './similar/similar.js';
export { SimilarCases } from './similar/similar-cases.service.js';
export { ratingSchema, reopeningSchema, residentRatingSchema } from './closing/rating.js';
export type { Rating, Reopening, ResidentRating } from './closing/rating.js';
export { RatingService } from './closing/rating.service.js';
export { ReopeningService } from './closing/reopening.service.js';

// Tasks and inboxes
export { completionSchema, type Completion } from './tasks/completion.rules.js';
export { inboxConditionsQuery, type InboxChoices } from './tasks/inbox-conditions.js';
export { boxes, inboxSorts } from './tasks/inbox.js';
export type { Box, InboxCounts, InboxItem, InboxQuery, Light } from './tasks/inbox.js';
export { InboxService } from './tasks/inbox.service.js';
export { lightOf } from './tasks/light.rules.js';
export { lightSql } from './tasks/light.sql.js';
export type { TaskOutcome, TaskRef } from './tasks/step.js';
export { taskBatchSchema, type TaskBatch, type TaskFate } from './tasks/task-batch.js';
export { TaskBatches } from './tasks/task-batch.service.js';
export { TaskService } from './tasks/task.service.js';
export type { TaskAnswer } from './tasks/task-completion.js';
export { termActs, termStates, type LedgerTerm } from './ledger/term-ledger.js';
export { TermLedgers } from './ledger/term-ledger.service.js';
export type { RelatedCase } from './related/related.js';
export { RelatedCases } from './related/related-cases.service.js';
export { TermTexts } from './terms/term-texts.js';

// History, who acts, requests that may come twice, and marks of pages
export { revealSchema, type Reveal } from './personal/personal-data.js';
export { AuditSearch, mostExported, type AuditLine, type AuditQuery } from './audit/audit-search.service.js';
export { CaseLooks, lookedAt, privacyNoticeChangeSchema, privacyNoticeSchema } from './privacy/exports.js';
export { PrivacySettings, watermarkChangeSchema, watermarkSchema, type Watermark } from './privacy/exports.js';
export type { CaseLook, Decided, PrivacyNotice, PrivacyNoticeChange, WatermarkChange } from './privacy/exports.js';
export { PersonalDataService } from './personal/personal-data.service.js';
export { actorOf } from './actor.rules.js';
export { trailActorOf } from './trail/act-line.js';
export { HistoryService, type HistoryItem } from './trail/history.service.js';
export type { TrailActor, TrailKind } from './trail/trail-entry.js';
export { TrailService } from './trail/trail.service.js';
export type { IdempotentRequest } from './requests/idempotent-request.js';
export { IdempotencyService } from './requests/idempotency.service.js';

// Testing, and what is done with the resident
export { openCaseworkWorld, type CaseworkWorld } from './testing/casework-world.js';
export { twoStepRouting } from './testing/two-step-routing.js';
export { ContactService } from './service-record/contact.service.js';
export { PapersService } from './service-record/papers.service.js';
export { ProxyService } from './service-record/proxy.service.js';
export { closingNeeds, contactSchema, paperNoticeSchema, paperSchema } from './service-record/service-record.js';
export { proxyEndSchema, proxySchema } from './service-record/service-record.js';
export type { Contact, Paper, PaperNotice, Proxy, ProxyEnd, ServiceRecord } from './service-record/service-record.js';
export { ServiceRecords } from './service-record/service-records.service.js';
export { ContactTerms } from './service-record/contact-terms.service.js';
export { FirstContacts } from './service-record/first-contact.service.js';
export { caseworkSealedTables } from './sealing/sealed-tables.js';
export { legalHoldSchema, type LegalHold, type LegalHoldView, type RetentionOfKind } from './retention/retention.js';
export { LegalHolds } from './retention/legal-holds.service.js';
export { Retention } from './retention/retention.service.js';
