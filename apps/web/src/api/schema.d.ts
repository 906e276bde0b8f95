// Written by hand in the shape that openapi-typescript writes, until the OpenAPI document is served;
// from then on `npm run generate -w @lianban/web` writes it and nobody edits it.

type Json<T> = { headers: { [name: string]: unknown }; content: { 'application/json': T } };
type NoContent = { headers: { [name: string]: unknown }; content?: never };
type Refusal = {
  headers: { [name: string]: unknown };
  content: { 'application/problem+json': components['schemas']['Problem'] };
};
type Page<T> = { items: T[]; next: string | null };
type List = { limit?: number; after?: string };

export interface paths {
  '/api/v1/auth/session': {
    get: { parameters: object; requestBody?: never; responses: { 200: Json<components['schemas']['Session']>; default: Refusal } };
    post: {
      parameters: object;
      requestBody: { content: { 'application/json': { username: string; password: string } } };
      responses: { 200: Json<components['schemas']['Session']>; default: Refusal };
    };
    delete: { parameters: object; requestBody?: never; responses: { 204: NoContent; default: Refusal } };
  };
  '/api/v1/tasks': {
    get: {
      parameters: {
        query: { box: components['schemas']['Box']; sort?: 'due' | 'received'; q?: string } & List;
      };
      requestBody?: never;
      responses: {
        200: Json<Page<components['schemas']['Task']> & { counts: components['schemas']['BoxCounts'] }>;
        default: Refusal;
      };
    };
  };
  '/api/v1/tasks/{id}/claim': { post: TaskAct<never> };
  '/api/v1/tasks/{id}/release': { post: TaskAct<never> };
  '/api/v1/tasks/{id}/complete': {
    post: TaskAct<{ outcome?: string; variables?: { [name: string]: unknown }; opinion: string }>;
  };
  '/api/v1/cases': {
    get: {
      parameters: { query?: { q?: string; state?: components['schemas']['CaseState'] } & List };
      requestBody?: never;
      responses: { 200: Json<Page<components['schemas']['CaseSummary']>>; default: Refusal };
    };
    post: {
      parameters: object;
      requestBody: { content: { 'application/json': components['schemas']['NewCase'] } };
      responses: { 201: Json<components['schemas']['RegisteredCase']>; default: Refusal };
    };
  };
  '/api/v1/cases/{id}': { get: ById<components['schemas']['Case']> };
  '/api/v1/cases/{id}/history': {
    get: {
      parameters: { path: { id: string }; query?: List };
      requestBody?: never;
      responses: { 200: Json<Page<components['schemas']['HistoryEntry']>>; default: Refusal };
    };
  };
  '/api/v1/cases/{id}/diagram': { get: ById<components['schemas']['CaseDiagram']> };
  '/api/v1/categories': { get: Plain<components['schemas']['Category'][]> };
  '/api/v1/channels': { get: Plain<components['schemas']['Named'][]> };
  '/api/v1/units': {
    get: {
      parameters: { query?: { kind?: components['schemas']['UnitKind'] } };
      requestBody?: never;
      responses: { 200: Json<components['schemas']['Unit'][]>; default: Refusal };
    };
  };
  '/api/v1/joint-meetings/queue': {
    get: {
      parameters: { query?: List };
      requestBody?: never;
      responses: { 200: Json<Page<components['schemas']['QueueItem']> & { total: number }>; default: Refusal };
    };
  };
  '/api/v1/workflows': {
    get: {
      parameters: { query?: List };
      requestBody?: never;
      responses: { 200: Json<Page<components['schemas']['Workflow']>>; default: Refusal };
    };
  };
  '/api/v1/workflows/{key}/versions/{version}': {
    get: {
      parameters: { path: { key: string; version: number } };
      requestBody?: never;
      responses: { 200: Json<components['schemas']['WorkflowVersion']>; default: Refusal };
    };
  };
  '/api/v1/public/cases': {
    post: {
      parameters: object;
      requestBody: { content: { 'application/json': components['schemas']['PublicRequest'] } };
      responses: { 201: Json<{ code: string; queryCode: string; state: string }>; default: Refusal };
    };
  };
  '/api/v1/public/cases/{code}': {
    get: {
      parameters: { path: { code: string }; query: { queryCode: string } };
      requestBody?: never;
      responses: { 200: Json<components['schemas']['PublicCase']>; default: Refusal };
    };
  };
}

type Plain<T> = { parameters: object; requestBody?: never; responses: { 200: Json<T>; default: Refusal } };
type ById<T> = { parameters: { path: { id: string } }; requestBody?: never; responses: { 200: Json<T>; default: Refusal } };
type TaskAct<Body> = {
  parameters: { path: { id: string } };
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } };
  responses: { 200: Json<{ tasks: components['schemas']['TaskRef'][] }>; default: Refusal };
};

export interface components {
  schemas: {
    Problem: {
      type?: string;
      title: string;
      status: number;
      code: string;
      detail?: string;
      errors?: { field: string; message: string }[];
      details?: { [name: string]: unknown };
    };
    Named: { code: string; name: string };
    Light: 'green' | 'yellow' | 'red' | 'paused';
    Box: 'todo' | 'claimable' | 'done' | 'registered' | 'copied';
    BoxCounts: { [box in components['schemas']['Box']]: number };
    CaseState: 'open' | 'closed' | 'withdrawn';
    UnitKind: 'district' | 'street' | 'station' | 'department' | 'office';
    Unit: { id: string; name: string; kind: components['schemas']['UnitKind']; parentId: string | null };
    Me: {
      id: string;
      username: string;
      name: string;
      roles: components['schemas']['Named'][];
      permissions: string[];
      units: { id: string; name: string; kind: components['schemas']['UnitKind'] }[];
    };
    Session: { csrfToken: string; me: components['schemas']['Me'] };
    TaskRef: { id: string; elementId: string; name: string; unit: string | null; dueAt: string | null };
    Task: {
      id: string;
      caseId: string;
      code: string;
      title: string;
      category: components['schemas']['Named'] | null;
      residentName: string | null;
      step: string | null;
      elementId: string | null;
      unit: string | null;
      unitId: string | null;
      assignee: string | null;
      receivedAt: string;
      dueAt: string | null;
      light: components['schemas']['Light'] | null;
      remaining: string | null;
      suspended: boolean;
      completedAt: string | null;
      state: components['schemas']['CaseState'];
    };
    NewCase: {
      title: string;
      text: string;
      channel: string;
      category?: string;
      address?: string;
      station?: string;
      resident?: { name: string; phone?: string };
      anonymous?: boolean;
      urgency?: 'normal' | 'urgent';
    };
    RegisteredCase: {
      id: string;
      code: string;
      queryCode: string;
      state: components['schemas']['CaseState'];
      tasks: components['schemas']['TaskRef'][];
    };
    CaseSummary: {
      id: string;
      code: string;
      title: string;
      category: components['schemas']['Named'] | null;
      state: components['schemas']['CaseState'];
      level: components['schemas']['Level'] | null;
      unit: string | null;
      receivedAt: string;
      dueAt: string | null;
      light: components['schemas']['Light'] | null;
      remaining: string | null;
    };
    Level: 'station' | 'street' | 'department' | 'joint-meeting' | 'district';
    Outcome: { id: string; name: string; opinion: 'required' | 'optional' };
    CaseTask: {
      id: string;
      elementId: string;
      name: string;
      unit: string | null;
      assignee: string | null;
      receivedAt: string;
      dueAt: string | null;
      light: components['schemas']['Light'] | null;
      remaining: string | null;
      outcomes: components['schemas']['Outcome'][];
      canClaim: boolean;
      canRelease: boolean;
      canComplete: boolean;
    };
    Case: {
      id: string;
      code: string;
      title: string;
      text: string;
      channel: components['schemas']['Named'];
      category: components['schemas']['Named'] | null;
      address: string | null;
      station: { id: string; name: string } | null;
      resident: { name: string; phone: string | null } | null;
      anonymous: boolean;
      urgency: 'normal' | 'urgent';
      state: components['schemas']['CaseState'];
      stateName: string;
      level: components['schemas']['Level'] | null;
      registeredBy: { name: string } | null;
      firstUnit: { id: string; name: string };
      receivedAt: string;
      closedAt: string | null;
      definition: { key: string; version: number; name: string } | null;
      tasks: components['schemas']['CaseTask'][];
      returns: number;
      escalations: number;
    };
    HistoryEntry: {
      seq: number;
      at: string;
      kind: string;
      title: string;
      actor: { name: string; role: string | null; unit: string | null } | null;
      onBehalfOf: string | null;
      step: string | null;
      elementId: string | null;
      unit: string | null;
      opinion: string | null;
      detail: { [name: string]: unknown };
      receivedAt: string | null;
      finishedAt: string | null;
      durationText: string | null;
      definitionKey: string | null;
      definitionVersion: number | null;
    };
    ElementState: {
      state: 'done' | 'current' | 'untouched' | 'rejected';
      who?: string | null;
      at?: string | null;
      dueAt?: string | null;
    };
    ElementStates: { [elementId: string]: components['schemas']['ElementState'] };
    CaseDiagram: {
      xml: string;
      elements: components['schemas']['ElementStates'];
      processes: {
        key: string;
        name: string;
        version: number;
        xml: string;
        elements: components['schemas']['ElementStates'];
      }[];
    };
    Category: { code: string; name: string; children?: components['schemas']['Category'][] };
    QueueItem: {
      id: string;
      caseId: string;
      code: string;
      title: string;
      reason: string;
      reasonName: string;
      unit: string | null;
      units: string[];
      queuedAt: string;
      dueAt: string | null;
      light: components['schemas']['Light'] | null;
      remaining: string | null;
      taskId: string | null;
    };
    Workflow: { key: string; name: string; version: number; deployedAt: string };
    WorkflowVersion: { key: string; version: number; name?: string; deployedAt?: string; xml: string };
    PublicRequest: {
      title: string;
      text: string;
      address?: string;
      resident?: { name: string; phone: string };
      anonymous?: boolean;
    };
    PublicCase: {
      code: string;
      title: string;
      state: components['schemas']['CaseState'];
      steps: { name: string; at: string | null }[];
      dueAt: string | null;
    };
  };
}
