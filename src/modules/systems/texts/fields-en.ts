import type { FieldWords, GroupWords } from './fields.ts';

const yesNo = { yes: 'Yes', no: 'No' } as const;

export const groupsEn: GroupWords = {
  use: 'Use',
  people: 'Who knows more',
  operation: 'Operation and accessibility',
  risk: 'Security and risks',
  'personal-data': 'Personal data',
  archive: 'Archiving and disposal',
  contract: 'Contract and cost',
  opinion: 'What you think',
};

export const fieldsEn: FieldWords = {
  localName: {
    name: 'Your name for the system',
    hint: 'Only if you call it something else than the product.',
  },
  status: {
    name: 'Status',
    hint: 'Is it in use already, or on its way in or out?',
    options: {
      planned: 'Planned',
      pilot: 'On trial',
      'in-use': 'In use',
      'phasing-out': 'Being phased out',
      ended: 'Ended',
    },
  },
  from: { name: 'In use since', hint: 'The day you began to use it, or expect to begin.' },
  until: { name: 'In use until', hint: 'The day you stopped, or expect to stop.' },
  version: { name: 'Version', hint: 'The version that you run, if you know.' },
  purpose: {
    name: 'What you use it for',
    hint: 'A sentence or two that a colleague in another municipality understands.',
  },
  components: {
    name: 'Functions',
    hint: 'Only if you use it for something else than the product is used for.',
  },
  units: { name: 'Units', hint: 'Departments or units that work in the system.' },
  users: {
    name: 'Number of users',
    hint: 'About how many people sign in.',
    options: {
      '1-9': '1–9',
      '10-49': '10–49',
      '50-199': '50–199',
      '200-999': '200–999',
      '1000-4999': '1,000–4,999',
      '5000-': '5,000 or more',
    },
  },

  owner: {
    name: 'Owner',
    hint: 'The role or person who decides about the system, such as the head of department.',
  },
  contact: { name: 'Whom to ask', hint: 'A name or a role, such as the system manager.' },
  contactEmail: { name: 'E-mail to whom to ask', hint: 'A shared mailbox lasts when somebody leaves.' },

  hosting: {
    name: 'Hosting',
    hint: 'Where the system runs.',
    options: {
      own: 'On your own servers',
      joint: 'Jointly with others in the public sector',
      supplier: 'At the supplier',
      'public-cloud': 'In a public cloud',
    },
  },
  accessibility: {
    name: 'Digital accessibility',
    hint: 'Does it meet the Swedish act on accessibility of digital public services (2018:1937)?',
    options: {
      meets: 'Meets the requirements',
      partly: 'Meets the requirements in part',
      fails: 'Does not meet the requirements',
      exempt: 'Outside the act',
      unknown: 'Not reviewed',
    },
  },
  accessibilityOn: { name: 'Accessibility reviewed', hint: 'The day of the latest review.' },
  usesAi: {
    name: 'Uses AI',
    hint: 'Does it have functions that are an AI system under the AI Act, Regulation (EU) 2024/1689?',
    options: yesNo,
  },
  aiRisk: {
    name: 'Risk level under the AI Act',
    hint: 'High risk is for example AI that assesses pupils, job applicants or the right to support (article 6 and annex III).',
    options: {
      minimal: 'Minimal risk',
      limited: 'Limited risk, with duties of transparency',
      high: 'High risk',
    },
  },
  aiUse: { name: 'What AI is used for', hint: 'What it does, and who checks the outcome.' },

  criticality: {
    name: 'How important the system is',
    hint: 'What a longer interruption would lead to.',
    options: {
      low: 'Work can do without it for a time',
      medium: 'Important to the work',
      high: 'Work stops without it',
      society: 'Vital to society',
    },
  },
  confidentiality: {
    name: 'Confidentiality (K)',
    hint: 'Class 0 to 4 as in Klassa. 0 is no harm and 4 extremely serious harm if somebody unauthorised sees the data.',
  },
  integrity: {
    name: 'Integrity (R)',
    hint: 'Class 0 to 4 as in Klassa. 0 is no harm and 4 extremely serious harm if the data are wrong.',
  },
  availability: {
    name: 'Availability (T)',
    hint: 'Class 0 to 4 as in Klassa. 0 is no harm and 4 extremely serious harm if the system cannot be reached.',
  },
  risks: { name: 'Risks', hint: 'Known risks and what you do about them.' },

  personalData: {
    name: 'Personal data',
    hint: 'Special categories are for example data on health, ethnic origin and belief (GDPR article 9).',
    options: {
      none: 'No personal data',
      ordinary: 'Personal data, no special categories',
      sensitive: 'Special categories of personal data',
    },
  },
  processingPurpose: {
    name: 'Purpose of the processing',
    hint: 'Why you process the personal data. The record under article 30 must say it.',
  },
  legalBasis: {
    name: 'Legal basis',
    hint: 'Under GDPR article 6.1. For municipalities mostly public interest or legal obligation.',
    options: {
      consent: 'Consent',
      contract: 'Contract with the data subject',
      'legal-duty': 'Legal obligation',
      'vital-interest': 'Vital interests',
      'public-interest': 'Public interest or official authority',
      'legitimate-interest': 'Legitimate interests',
    },
  },
  dataSubjects: {
    name: 'Data subjects',
    hint: 'Whom the data are about, such as pupils, guardians, employees.',
  },
  dataCategories: { name: 'Categories of data', hint: 'Such as name, personal number, absence, health.' },
  recipients: { name: 'Recipients', hint: 'Who receives the data, such as the Swedish Tax Agency.' },
  processors: {
    name: 'Processors',
    hint: 'Those who process the data on your behalf, by contract (article 28).',
  },
  transfers: {
    name: 'Transfers outside the EU and EEA',
    hint: 'The country and what the transfer rests on, such as “USA, adequacy decision” (chapter V).',
  },
  dataRetention: {
    name: 'How long the data are kept',
    hint: 'When they are disposed of, or why they are kept.',
  },
  assessment: {
    name: 'Impact assessment',
    hint: 'Required where the processing is likely to result in a high risk to people’s rights and freedoms (article 35).',
    options: {
      'not-needed': 'Not needed',
      needed: 'Needed, but not begun',
      begun: 'Begun',
      done: 'Done',
    },
  },
  assessmentOn: { name: 'Impact assessment done', hint: 'The day it was last made or looked over.' },

  archiveDuty: {
    name: 'Keep or dispose of',
    hint: 'What applies to official documents in the system under the Archives Act and your own decisions.',
    options: {
      keep: 'The documents are kept',
      discard: 'The documents are disposed of',
      both: 'Some are kept, some are disposed of',
      none: 'No official documents',
    },
  },
  archiveHow: { name: 'How it is done', hint: 'Time limits, and how what is kept is moved to the archive.' },

  contractSupplier: {
    name: 'Contract party',
    hint: 'Only if the contract is with another than the supplier of the product.',
  },
  contractReference: { name: 'Number of the contract', hint: 'Registry number or contract number.' },
  contractEnds: { name: 'Contract ends', hint: 'The day the present term of the contract ends.' },
  noticeMonths: {
    name: 'Notice in months',
    hint: 'How many whole months before the end you give notice or extend at the latest.',
  },
  extensions: {
    name: 'Extensions left',
    hint: 'How many times the contract can be extended. 0 if it cannot.',
  },
  extensionMonths: { name: 'Months per extension', hint: 'How long each extension lasts.' },
  framework: {
    name: 'Framework agreement',
    hint: 'The framework or joint procurement that you bought from.',
  },
  price: { name: 'Price a year', hint: 'Whole kronor without VAT, by the contract.' },
  priceBasis: {
    name: 'What the price counts on',
    hint: 'What decides how much you pay.',
    options: {
      fixed: 'Fixed price',
      inhabitant: 'Per inhabitant',
      user: 'Per user',
      pupil: 'Per pupil or child',
      employee: 'Per employee',
      transaction: 'Per case or event',
      hour: 'Per hour',
    },
  },
  cost: {
    name: 'Other costs a year',
    hint: 'Operation and care besides the contract, in whole kronor without VAT.',
  },

  satisfaction: { name: 'How satisfied you are', hint: 'From 1, not at all, to 5, very.' },
  satisfactionWhy: { name: 'Why', hint: 'What works well, and what you wish were different.' },
};
