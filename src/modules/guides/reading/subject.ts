import { subjects, type Subject } from '../../../kernel/index.ts';

export const isSubject = (text: string): text is Subject => subjects.some((subject) => subject === text);
