import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readGuide } from '../src/modules/guides/definition/index.ts';
import { tasksOf } from '../src/modules/guides/support/tasks-of.ts';
import { readEService } from '../src/modules/services/definition/index.ts';

/* What the guides say that they help with is there, in the forms and in the cases. */

const filesOf = (folder: string): readonly (readonly [name: string, content: unknown])[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8'))]);

/** Every key that a service answers to: itself, its pages with their questions, the states of its cases. */
function keysOf(content: unknown): readonly string[] {
  const read = readEService(content);
  assert.ok(read.ok, JSON.stringify(read));
  const { id, pages, process } = read.value;
  const asked = pages.flatMap((page) => [page.id, ...page.fields.map((field) => field.id)]);
  return [
    `form:${id}`,
    ...asked.map((part) => `form:${id}/${part}`),
    `case:${id}`,
    ...process.states.map((state) => `case:${id}/${state.id}`),
  ];
}

const known = new Set(filesOf('e-services/').flatMap(([, content]) => keysOf(content)));

const isAboutServices = (task: string): boolean => /^(?:form|case):/u.test(task);

function tasksIn(content: unknown): readonly string[] {
  const read = readGuide(content);
  assert.ok(read.ok, JSON.stringify(read));
  return tasksOf(read.value).map(({ task }) => task);
}

/** Keys of forms and cases that lead to nothing that ships. */
const nowhere = (tasks: readonly string[]): readonly string[] =>
  tasks.filter((task) => isAboutServices(task) && !known.has(task));

const guides = filesOf('guides/').map(([name, content]) => ({ name, tasks: tasksIn(content) }));

for (const { name, tasks } of guides) {
  test(`${name}: every form, question and state that it helps with is there`, () => {
    assert.deepEqual(nowhere(tasks), []);
  });
}

test('a question and a state that are gone are found', () => {
  const gone = ['form:skolskjuts/fanns-en-gang', 'case:skolskjuts/fanns-en-gang', 'form:bygglov'];
  assert.deepEqual(nowhere([...gone, 'form:skolskjuts/avstand', 'case:skolskjuts', 'page:/']), gone);
});

test('school transport has help on every page of the form and in every state of the case', () => {
  const helped = new Set(guides.flatMap(({ tasks }) => tasks));
  const pages = ['vem', 'skola', 'resan', 'boende', 'skal', 'underlag', 'kontrollera'];
  const states = ['inkommen', 'utredning', 'komplettering', 'beslutat', 'avslutat'];
  const wanted = [
    ...pages.map((page) => `form:skolskjuts/${page}`),
    ...states.map((state) => `case:skolskjuts/${state}`),
  ];
  assert.deepEqual(
    wanted.filter((task) => !helped.has(task)),
    [],
  );
});
