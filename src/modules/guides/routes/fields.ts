import { z } from 'zod';

/** What is chosen in a list: a question, a subject, only what is new, a page. */
export const ListFields = z.object({
  sok: z.string().max(200).default(''),
  amne: z.string().max(40).default(''),
  visa: z.string().max(20).default(''),
  sida: z.coerce.number().int().min(1).max(1000).default(1),
});
export type ListFields = z.infer<typeof ListFields>;

/** Answers to the questions of a page, with whatever else the address carries. */
export const AnswerFields = z.record(z.string().max(300), z.string().max(300).catch(''));
