import type { ConfigVariable } from './config-variables.js';

/** A wrong environment variable. The message is the one line that an administrator needs; print it without a stack. */
export class ConfigError extends Error {
  readonly variable: string;

  constructor(variable: Pick<ConfigVariable, 'name' | 'expected' | 'secret'>, value: string) {
    const shown = variable.secret ? 'the given value (not shown)' : JSON.stringify(value);
    super(`${variable.name} is ${shown}: expected ${variable.expected}.`);
    this.name = 'ConfigError';
    this.variable = variable.name;
  }
}
