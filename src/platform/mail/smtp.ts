import { createTransport } from 'nodemailer';
import type { Transport } from './queue.ts';

/**
 * Sends by SMTP. `url` is `smtp://` (with STARTTLS where the server has it) or `smtps://`, `from`
 * the sender's address. The letter's id is its Message-ID, so that a repeat can be known as one.
 */
export function smtpTransport(url: string, from: string): Transport {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  return {
    send: async (mail) => {
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        date: mail.at,
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
        // The content comes from people: it names no file or address for the server to fetch.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}
