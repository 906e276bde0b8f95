import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Me = Schemas['Me'];
export type Box = Schemas['Box'];
export type BoxCounts = Schemas['BoxCounts'];
export type Task = Schemas['Task'];
export type TaskRef = Schemas['TaskRef'];
export type Light = Schemas['Light'];
export type Level = Schemas['Level'];
export type CaseState = Schemas['CaseState'];
export type CaseSummary = Schemas['CaseSummary'];
export type Case = Schemas['Case'];
export type CaseTask = Schemas['CaseTask'];
export type Outcome = Schemas['Outcome'];
export type NewCase = Schemas['NewCase'];
export type RegisteredCase = Schemas['RegisteredCase'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type ElementState = Schemas['ElementState'];
export type ElementStates = Schemas['ElementStates'];
export type CaseDiagram = Schemas['CaseDiagram'];
export type Category = Schemas['Category'];
export type QueueItem = Schemas['QueueItem'];
export type Workflow = Schemas['Workflow'];
export type PublicRequest = Schemas['PublicRequest'];
export type PublicCase = Schemas['PublicCase'];
