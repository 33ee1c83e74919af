import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import { isTaskKey, taskSorts } from '../tasks.ts';

/** The tasks that a step or a block helps with. */
export function readTasks(reader: PropertyReader): readonly string[] {
  return reader.list('tasks', 50).flatMap((key, index) => {
    if (typeof key === 'string' && isTaskKey(key)) return [key];
    reader.reading.error(
      `${reader.at('tasks')}/${index}`,
      {
        sv: `En uppgift skrivs som ett slag (${taskSorts.join(', ')}) och en plats, till exempel "form:skolskjuts/avstand".`,
        en: `A task is written as a sort (${taskSorts.join(', ')}) and a place, for example "form:skolskjuts/avstand".`,
      },
      typeof key === 'string' ? key : JSON.stringify(key),
    );
    return [];
  });
}
