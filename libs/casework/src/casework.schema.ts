import { FieldKeys1798500000000, type EntityClass, type MigrationClass } from '@lianban/platform';
import { ActLimits1797000000074 } from './migrations/act-limits.js';
import { PledgeReviewDays1797000000111 } from './migrations/pledge-review-days.js';
import { ContactTerms1797000000075 } from './migrations/contact-terms.js';
import { Campaigns1797000000130 } from './migrations/campaigns.js';
import { HistoricCases1797000000131 } from './migrations/historic-cases.js';
import { Mediations1797000000190 } from './migrations/mediations.js';
import { CaseAbout1796000000001 } from './migrations/case-about.js';
import { CaseAnswers1796000000000 } from './migrations/case-answers.js';
import { CaseActs1795800000000 } from './migrations/case-acts.js';
import { CaseExits1797000000000 } from './migrations/case-exits.js';
import { CaseNotices1797000000001 } from './migrations/case-notices.js';
import { UnitRecords1797000000005 } from './migrations/unit-records.js';
import { Attachments1797000000006 } from './migrations/attachments.js';
import { DispatchRules1797000000008 } from './migrations/dispatch-rules.js';
import { Exclusions1797000000007 } from './migrations/exclusions.js';
import { StepWarnings1797000000009 } from './migrations/step-warnings.js';
import { NoticeDeliveries1797000000031 } from './migrations/notice-deliveries.js';
import { WebhookResults1797000000032 } from './migrations/webhook-results.js';
import { WhistleTemplates1797000000033 } from './migrations/whistle-templates.js';
import { OpenStepsOfUnits1797000000058 } from './migrations/open-steps-of-units.js';
import { GatewayWords1797000000035 } from './migrations/gateway-words.js';
import { Ladder1797000000041 } from './migrations/ladder.js';
import { LadderStages1797000000044 } from './migrations/ladder-stages.js';
import { WorkflowDrafts1798000000030 } from './migrations/workflow-drafts.js';
import { RevealLimit1797000000180 } from './migrations/reveal-limit.js';
import { Recusals1797000000057 } from './migrations/recusals.js';
import { CaseOpinions1797000000071 } from './migrations/case-opinions.js';
import { ServiceRecords1797000000072 } from './migrations/service-records.js';
import { Screens1798000000051 } from './migrations/screens.js';
import { StatisticsSettings1797000000011 } from './migrations/statistics-settings.js';
import { SettingsAppendOnly1797000000081 } from './migrations/settings-append-only.js';
import { FigureIndexes1798200000000 } from './migrations/figure-indexes.js';
import { LeftNumbers1797000000120 } from './migrations/left-numbers.js';
import { StepClaims1797000000012 } from './migrations/step-claims.js';
import { Answers1797000000013 } from './migrations/answers.js';
import { LateContacts1797000000073 } from './migrations/late-contacts.js';
import { AdviceWindow1797000000061 } from './migrations/advice-window.js';
import { MutualAid1797000000141 } from './migrations/mutual-aid.js';
import { ListedCases1798000000001 } from './migrations/listed-cases.js';
import { InboxViews1798000000000 } from './migrations/inbox-views.js';
import { StepOver1798000000010 } from './migrations/step-over.js';
import { WorkflowFacts1798000000040 } from './migrations/workflow-facts.js';
import { Forms1798000000020 } from './migrations/forms.js';
import { CaseLooks1798900000002 } from './migrations/case-looks.js';
import { PrivacySettings1798900000001 } from './migrations/privacy-settings.js';
import { MaskedTitles1798900000000 } from './migrations/masked-titles.js';
import { CaseDrafts1798300000001 } from './migrations/case-drafts.js';
import { TaskDrafts1797000000161 } from './migrations/task-drafts.js';
import { Preferences1797000000160 } from './migrations/preferences.js';
import { CreateCasework1795426500000 } from './migrations/create-casework.js';
import { Retention1798500000003 } from './migrations/retention.js';
import { SealedResidents1798500000001 } from './migrations/sealed-residents.js';
import { CaseHandOvers1795900000000 } from './migrations/case-hand-overs.js';

/** Entities of the schema `casework`: none, its tables are read and written by statements. */
export const caseworkEntities: readonly EntityClass[] = [];

/** Migrations of the schema `casework`. */
export const caseworkMigrations: readonly MigrationClass[] = [
  CreateCasework1795426500000,
  CaseActs1795800000000,
  CaseHandOvers1795900000000,
  CaseAnswers1796000000000,
  CaseAbout1796000000001,
  CaseExits1797000000000,
  CaseNotices1797000000001,
  UnitRecords1797000000005,
  Attachments1797000000006,
  Exclusions1797000000007,
  DispatchRules1797000000008,
  StepWarnings1797000000009,
  NoticeDeliveries1797000000031,
  WebhookResults1797000000032,
  WhistleTemplates1797000000033,
  Ladder1797000000041,
  LadderStages1797000000044,
  Recusals1797000000057,
  OpenStepsOfUnits1797000000058,
  AdviceWindow1797000000061,
  CaseOpinions1797000000071,
  ServiceRecords1797000000072,
  StatisticsSettings1797000000011,
  SettingsAppendOnly1797000000081,
  StepClaims1797000000012,
  Answers1797000000013,
  LateContacts1797000000073,
  GatewayWords1797000000035,
  ActLimits1797000000074,
  ContactTerms1797000000075,
  Campaigns1797000000130,
  HistoricCases1797000000131,
  Mediations1797000000190,
  PledgeReviewDays1797000000111,
  MutualAid1797000000141,
  LeftNumbers1797000000120,
  Preferences1797000000160,
  TaskDrafts1797000000161,
  RevealLimit1797000000180,
  InboxViews1798000000000,
  StepOver1798000000010,
  Screens1798000000051,
  ListedCases1798000000001,
  WorkflowFacts1798000000040,
  Forms1798000000020,
  WorkflowDrafts1798000000030,
  FigureIndexes1798200000000,
  CaseDrafts1798300000001,
  MaskedTitles1798900000000,
  FieldKeys1798500000000,
  SealedResidents1798500000001,
  Retention1798500000003,
  PrivacySettings1798900000001,
  CaseLooks1798900000002,
];
