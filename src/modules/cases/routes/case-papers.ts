import { missing, route, staff } from '../../../platform/http/index.ts';
import { readCase } from '../actions/read-case.ts';
import { workAddresses } from '../addresses.ts';
import { decisionReply, fileReply, receiptReply } from './papers.ts';

const access = staff('case-worker');

export const caseReceipt = route({
  method: 'GET',
  path: workAddresses.receipt.path,
  access,
  handle: async (context, { params }) => {
    const about = await readCase(context, params.case, 'open-receipt');
    return about === null ? missing : receiptReply(context, about);
  },
});

export const caseDecision = route({
  method: 'GET',
  path: workAddresses.decision.path,
  access,
  handle: async (context, { params }) => {
    const about = await readCase(context, params.case, 'read-decision');
    return about === null ? missing : decisionReply(context, about);
  },
});

export const caseFile = route({
  method: 'GET',
  path: workAddresses.file.path,
  access,
  handle: async (context, { params }) => {
    const about = await readCase(context, params.case, 'open-file');
    return about === null ? missing : fileReply(context, about, params.file);
  },
});
