export { queueMail, sendMails } from './queue.ts';
export type { Mail, Transport } from './queue.ts';
export { smtpTransport } from './smtp.ts';
export { demoTransport, findDemoMail, findDemoMails } from './demo.ts';
export type { DemoMail } from './demo.ts';
