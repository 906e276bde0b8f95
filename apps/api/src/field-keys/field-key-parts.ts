import type { Provider } from '@nestjs/common';
import { caseworkSealedTables } from '@lianban/casework';
import { outreachSealedTables } from '@lianban/outreach';
import { CLOCK, Database, FieldKeyRegister, type Clock } from '@lianban/platform';
import { FieldKeysController } from './field-keys.controller.js';
import { FieldKeysService } from './field-keys.service.js';

export const fieldKeyControllers = [FieldKeysController];

export const fieldKeyServices: readonly Provider[] = [
  FieldKeysService,
  {
    provide: FieldKeyRegister,
    useFactory: (database: Database, clock: Clock) =>
      new FieldKeyRegister(database, [...caseworkSealedTables, ...outreachSealedTables], clock),
    inject: [Database, CLOCK],
  },
];
