/** The part of the client that our test uses; the package brings no types. */
declare module 'camunda-external-task-client-js' {
  export interface Task {
    readonly id?: string;
    readonly retries?: number;
    readonly variables: Variables;
  }

  export interface TaskService {
    complete(task: Task, variables?: Variables): Promise<void>;
    handleFailure(
      task: Task,
      failure: { errorMessage: string; errorDetails?: string; retries: number; retryTimeout: number },
    ): Promise<void>;
    handleBpmnError(task: Task, code: string, message?: string): Promise<void>;
    extendLock(task: Task, newDuration: number): Promise<void>;
  }

  export class Variables {
    getAll(): Record<string, unknown>;
    set(name: string, value: unknown): this;
  }

  export class BasicAuthInterceptor {
    constructor(account: { username: string; password: string });
  }

  export class Client {
    constructor(options: {
      baseUrl: string;
      interceptors?: BasicAuthInterceptor;
      asyncResponseTimeout?: number;
      interval?: number;
      lockDuration?: number;
    });
    subscribe(topic: string, handler: (work: { task: Task; taskService: TaskService }) => Promise<void>): void;
    stop(): void;
  }
}
