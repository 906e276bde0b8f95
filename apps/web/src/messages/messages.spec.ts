import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { remainingText } from '@lianban/calendar';
import { en } from './en.js';
import { pageWords as pagesInEnglish } from './en.pages.js';
import { workflowWords as workflowsInEnglish } from './en.workflow.js';
import { zhCN } from './zh-CN.js';
import { pageWords as pagesInChinese } from './zh-CN.pages.js';
import { workflowWords as workflowsInChinese } from './zh-CN.workflow.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const han = /\p{Script=Han}/u;

/** What is not said by keys: the server's words have tests below, the checker and bpmn-js speak English by themselves;
 * `opensOn` takes a day apart. */
const apart = /^(said|studioWords\.problems|studioWords\.tools|studioWords\.tableTools|station\.opensOn)\b/u;
/** Languages are named in themselves. */
const namesOfLanguages = /\.languages\.zh-CN$/u;
/** What people have to type in Chinese, quoted. */
const quoted = 'calendar.readInHint';
/** They read what is written in Chinese: tables, lists, times of day, names of units. */
const readers = new Set([
  'pages/calendar/decision-rows.ts',
  'pages/administration/table-rows.ts',
  'pages/organisation/opening-text.ts',
  'format/unit-name.ts',
  'pages/case/mediation-fields.tsx',
]);

type Text = string | ((...given: unknown[]) => unknown);

const chinese = textsOf({ ...zhCN, ...workflowsInChinese, ...pagesInChinese });
const english = textsOf({ ...en, ...workflowsInEnglish, ...pagesInEnglish });

describe('the texts of the web', () => {
  it('are the same ones in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('are sentences or are made of facts in both alike, and never empty in one alone', () => {
    const different = [...chinese].filter(([key, text]) => shapeOf(text) !== shapeOf(english.get(key)));

    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have no Chinese in English, whatever they are filled with', () => {
    const left = [...english]
      .filter(([key]) => !namesOfLanguages.test(key) && key !== quoted)
      .flatMap(([key, text]) => saidBy(text).map((said) => ({ key, said })))
      .filter(({ said }) => han.test(said) || /[，。；：（）、]/u.test(said));

    expect(left).toEqual([]);
  });

  it('are Chinese in Chinese wherever they are words in English', () => {
    const left = [...chinese]
      .filter(([, text]) => typeof text === 'string' && /[a-z]{3} [a-z]{3}/u.test(text) && !han.test(text))
      .map(([key]) => key);

    expect(left).toEqual([]);
  });

  it('name every fact in English that they name in Chinese', () => {
    const lost = [...chinese].flatMap(([key, text]) => {
      const other = english.get(key);
      // English says a month by its name; what is asked of days and times stands in en.marks.spec.ts.
      if (key === 'calendar.month' || key.startsWith('time.')) return [];
      if (typeof text !== 'function' || typeof other !== 'function') return [];
      return factsIn(text) > factsIn(other) ? [key] : [];
    });

    expect(lost).toEqual([]);
  });

  it('count in English as people do: one day, two days', () => {
    const verbs = 'is|has|was|becomes|handles|runs|stands';
    const oneOfMany = new RegExp(`\\b1 (?!(?:${verbs})\\b)[a-z]+s\\b`, 'u');
    const wrong = [...english]
      .filter(([key]) => key !== 'statistics.points') // gets a number as it is written, such as 1.00
      .flatMap(([key, text]) => (typeof text === 'function' ? [`${key}: ${saidOfOne(text)}`] : []))
      .filter((said) => oneOfMany.test(said));

    expect(wrong).toEqual([]);
  });

  it('stand nowhere but among the messages', async () => {
    const files = (await readdir(join(repository, 'apps/web/src'), { recursive: true })).filter(
      (file) => /\.tsx?$/u.test(file) && !/^messages\/|\.spec\.ts$|\.d\.ts$/u.test(file) && !readers.has(file),
    );
    const inline = files.flatMap((file) => {
      const code = withoutComments(readFileSync(join(repository, 'apps/web/src', file), 'utf8'));
      return code
        .split('\n')
        .filter((line) => han.test(line) || /[（）。：，、；]/u.test(line))
        .map((line) => `${file}: ${line.trim()}`);
    });

    expect(inline).toEqual([]);
  });
});

describe('what the server words in Chinese', () => {
  it.each([
    [{ overdue: false, workingDays: 1 }, '1 working day left'],
    [{ overdue: false, workingDays: 2 }, '2 working days left'],
    [{ overdue: true, workingDays: 3, dayUnit: 'day' }, '3 days overdue'],
    [{ overdue: true, hours: 1 }, '1 hour overdue'],
    [{ overdue: false, minutes: 20 }, '20 minutes left'],
    [{ overdue: false }, 'less than 1 minute left'],
  ] as const)('of a term is read in English: %j', (left, expected) => {
    const none = { overdue: false, workingDays: 0, hours: 0, minutes: 0, dayUnit: 'working-day' } as const;

    expect(en.said.left(remainingText({ ...none, ...left }))).toBe(expected);
  });

  it('of a time that something took is read in English', () => {
    expect(en.said.took('3 天 1 小时')).toBe('3 days 1 hour');
    expect(en.said.took('不足 1 分钟')).toBe('less than 1 minute');
  });

  it('of a case has English words for each kind of line in its history', () => {
    const kinds = found('libs/casework/src/trail/trail-entry.ts', /^ {2}\| '([a-z-]+)'/gmu);

    expect(kinds.length).toBeGreaterThan(50);
    expect(kinds.filter((kind) => kind !== 'completed' && han.test(en.said.event({ kind, title: '办结' })))).toEqual(
      [],
    );
  });

  it('has English names of the roles of a fresh installation', () => {
    const names = found('libs/identity/src/roles/default-roles.ts', /role\(\s*'[a-z-]+',\s*'(\p{Script=Han}+)'/gu);

    expect(names.length).toBe(17);
    expect(names.filter((name) => han.test(en.said.role(name)))).toEqual([]);
  });

  it('for residents has English words for each step', () => {
    const kinds = found('libs/casework/src/cases/public-status.service.ts', /^ {2}'?([a-z-]+)'?: \((?:unit)?\) =>/gmu);

    expect(kinds.length).toBeGreaterThan(15);
    expect(kinds.filter((kind) => han.test(en.said.publicStep({ kind, unit: 'x', name: '已办理' })))).toEqual([]);
  });

  it('of rates has English names and formulas', () => {
    const codes = found('libs/casework/src/statistics/rates.rules.ts', /code: '([a-z-]+)'/gu);
    const rates = codes.map((code) => ({ code, name: '率', formula: '式' }));

    expect(codes.length).toBeGreaterThan(8);
    expect(rates.filter((rate) => han.test(en.said.rate(rate) + en.said.formula(rate)))).toEqual([]);
    expect(
      en.said.composite('首次率 × 2 + 率 × 1', [
        { code: 'return', name: '率' },
        { code: 'first-time', name: '首次率' },
      ]),
    ).toMatch(/^First-time completion × 2 \+ Return × 1;/u);
  });
});

/** Every text by its path, such as `box.hint.todo`. */
function textsOf(node: unknown, path = ''): Map<string, Text> {
  if (apart.test(path)) return new Map();
  if (typeof node === 'string' || typeof node === 'function') return new Map([[path, node as Text]]);
  const inside = Object.entries(node as object);
  return new Map(inside.flatMap(([key, each]) => [...textsOf(each, path === '' ? key : `${path}.${key}`)]));
}

function shapeOf(text: Text | undefined): string {
  if (typeof text === 'function') return `${text.length} facts`;
  return text === undefined ? 'nothing' : text.trim() === '' ? 'empty' : 'text';
}

/** What a text says with nothing, one or many of everything, and with names. */
function saidBy(text: Text): string[] {
  if (typeof text === 'string') return [text];
  return [0, 1, 7, 'name', null].map((value) => saidWith(text, value));
}

function saidWith(text: (...given: unknown[]) => unknown, value: unknown): string {
  return String(text(...Array.from({ length: text.length }, () => fact(value))));
}

/** What a text says of one thing; where its facts are in one object, each of them is one. */
function saidOfOne(text: (...given: unknown[]) => unknown): string {
  const plain = Array.from({ length: text.length }, () => 1);
  const asObject = new Proxy({}, { get: () => 1 });
  try {
    const said = String(text(...plain));
    return said.includes('undefined') ? String(text(asObject)) : said;
  } catch {
    return String(text(asObject));
  }
}

/** Stands for a fact of any shape: each of its own facts is like itself. */
function fact(value: unknown): unknown {
  if (value !== null && typeof value !== 'number') return value;
  const asPrimitive = () => value ?? '';
  return new Proxy(
    {},
    { get: (self, name) => (name === Symbol.toPrimitive || name === 'toString' ? asPrimitive : fact(value)) },
  );
}

/** How many of its facts a text says, each told apart by a mark of its own. */
function factsIn(text: (...given: unknown[]) => unknown): number {
  const marks = Array.from({ length: text.length }, (_, index) => 11 + index);
  const said = String(text(...marks));
  return marks.filter((mark) => said.includes(String(mark))).length;
}

function found(file: string, pattern: RegExp): string[] {
  return [...readFileSync(join(repository, file), 'utf8').matchAll(pattern)].map(([, name = '']) => name);
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1');
}
