import { counter } from '@lianban/platform';

export const reveals = counter({
  name: 'lianban_personal_data_reveals_total',
  help: 'How often it was asked who a resident is, by what became of it',
  labels: ['result'],
});
