// Model
export type { Expression, Mapping } from './model/expression.js';
export type { Instant, JsonValue, Variables } from './model/value.js';
export type { Problem } from './model/problem.js';
export type { CompiledDefinitions, CompiledProcess, Lane, SequenceFlow } from './model/compiled-process.js';
export type { CallActivity, FlowNode, FlowNodeType, Outcome } from './model/flow-node.js';
export type { CompiledDecision } from './decision/decision-model.js';

// Compile
export {
  compileDeployment,
  type Compilation,
  type CompileOptions,
  type DeploymentFile,
} from './compile/compile-deployment.js';

export type { InstallationNames } from './compile/check-references.js';
export { explore, type Exploration } from './lint/explore.js';
export { checkFormFields } from './lint/form-fields.js';
export { askedAt, askedAtStart, type AskedValue } from './lint/asked-values.js';
export { asDmn13 } from './reader/dmn-dialects.js';
export { decisionNames } from './reader/decision-names.js';
export { decodeXml } from './reader/decode-xml.js';
export { readElements } from './reader/read-elements.js';
export type { ExtensionUse, Support } from './import/extensions.js';
export { importReport, type ImportReport } from './import/import-report.js';
export { roundTrip } from './roundtrip/round-trip.js';

// Execute
export { step, type StepResult } from './core/step.js';
export { replay } from './core/replay.js';
export { startTriggers, type StartTrigger } from './core/start-triggers.js';
export { nextRound, type PlannedTimer } from './core/timers.js';
export { STATE_SCHEMA } from './core/state.js';
export type {
  ElementInstance,
  IncidentCode,
  IncidentState,
  InstanceState,
  InstanceStatus,
  Key,
  SubscriptionState,
  TermRole,
  TimerState,
} from './core/state.js';
export type { Command, CommandType } from './core/command.js';
export type { EngineEvent, EngineEventType, JobOffer, TaskOffer } from './core/event.js';
export type { CalledOutcome, Effect } from './core/effect.js';
export type { Environment, WorkingCalendars } from './core/environment.js';
export type { RejectionCode } from './core/failure.js';

// Operate on running instances
export { checkMigration, checkPlan, type MigrationObstacle } from './operations/check-migration.js';
export { migrateCommand, migrationPlan, type MigrationPlan, type PlanChanges } from './operations/migration-plan.js';
export type { ModifyInstruction } from './core/command.js';

// Decide and evaluate
export { evaluateDecision } from './decision/evaluate-decision.js';
export { evaluateText, type Evaluation } from './expression/evaluate.js';

// Forms of user tasks
export {
  inputsOf,
  inputTypes,
  isInput,
  type DateSubtype,
  type FieldOption,
  type FieldRules,
  type Form,
  type FormComponent,
  type FormGroup,
  type InputField,
} from './form/form.js';
export { readForm, type FormReading } from './form/read-form.js';
export type { FormProblem } from './form/form-problems.js';
export { reservedNames } from './form/reserved-names.js';
export {
  emptyValue,
  hiddenComponents,
  initialValues,
  namedVariables,
  type FormContext,
  type FormValues,
} from './form/form-values.js';
export { checkValues, type BrokenRule, type CheckedValues, type ValueProblem } from './form/check-values.js';
export { valueText } from './form/value-text.js';

// Time
export { addDuration, isDuration, parseRepetition, type Repetition } from './time/iso-8601.js';

// Simulate
export { evenly } from './simulation/load/evenly.js';
export { reportOf, type ElementLoad, type LoadReport } from './simulation/load/load-report.js';
export { PastHandling, type HandlingRules, type PastStay } from './simulation/load/past-handling.js';
export { simulateCase, type LoadCase, type LoadOptions, type LivedCase } from './simulation/load/simulate-case.js';
export { World, type SimulatedInstance, type WorldOptions } from './simulation/world.js';
export { ScenarioCoverage, type Untaken } from './scenario/coverage.js';
export { readScenarioFile, type Scenario, type ScenarioFile } from './scenario/scenario-file.js';
export { ScenarioRecording } from './scenario/scenario-recording.js';
export type { ScenarioCheck } from './scenario/compare.js';
export { ScenarioPlay, type PlayedTurn } from './scenario/scenario-play.js';
export { runScenario, type ScenarioContext, type ScenarioResult } from './scenario/run-scenario.js';
