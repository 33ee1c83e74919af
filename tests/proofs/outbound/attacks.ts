/*
 * Addresses that somebody could give to have Kommons ask what only this machine or its network can reach. Written down
 * by what they mean and not by the code that refuses them: nothing may be sent for any of them.
 */

export type Attack = {
  readonly address: string;
  /** What a name is found to have, question by question; the last answer stands. */
  readonly found?: readonly (readonly string[])[];
};

/** Somewhere on the open internet. */
const open = '93.184.216.34';

/** Wrong as it is written, whatever it is said to lead to. */
const written = (...addresses: readonly string[]): readonly Attack[] =>
  addresses.map((address) => ({ address, found: [[open]] }));

/** An innocent name whose resolver answers with an address inside. */
const named = (...addresses: readonly string[]): readonly Attack[] =>
  addresses.map((address) => ({ address: 'https://krok.example.org/', found: [[address]] }));

/** Numbers in every writing that programs read as addresses. */
const numbers = written(
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://0177.0.0.1/',
  'https://0177.0x0.0.1/',
  'https://127.000.000.001/',
  'https://０x7f.1/',
  'https://①②⑦.0.0.1/',
  'https://127。0。0。1/',
  'https://127.0.0.1./',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://[::1]/',
  'https://[::]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[fd00:ec2::254]/',
  'https://[fe80::1]/',
  'https://93.184.216.34/',
  'https://[2606:2800:220:1:248:1893:25c8:1946]/',
);

/** Names, schemes, ports and people that are no open address. */
const forms = written(
  'http://krok.example.org/',
  'ftp://krok.example.org/',
  'file:///etc/passwd',
  'gopher://krok.example.org:70/_x',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https:krok',
  '//krok.example.org/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://a.localhost/',
  'https://databas/',
  'https://databas./',
  'https://server.local/',
  'https://server.internal/',
  'https://metadata.google.internal/computeMetadata/v1/',
  'https://router.home.arpa/',
  'https://skrivare.lan/',
  'https://user:secret@krok.example.org/',
  'https://krok.example.org@127.0.0.1/',
  'https://127.0.0.1#@krok.example.org/',
  'https://127.0.0.1\\@krok.example.org/',
  'https://krok.example.org:22/',
  'https://krok.example.org:5432/',
  'https://krok.example.org:80/',
  'https://krok.example.org:6379/',
  'https://krok.example.org:0/',
  `https://krok.example.org/${'a'.repeat(600)}`,
  'https://krok.example.org:8443:443/',
  '',
  'krok',
);

const addresses = named(
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.254',
  '168.63.129.16',
  '169.254.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'no address',
  '',
);

/** A resolver in the hands of whoever owns the name. */
const rebinding: readonly Attack[] = [
  { address: 'https://krok.example.org/', found: [[open, '127.0.0.1']] },
  { address: 'https://krok.example.org/', found: [['127.0.0.1', open]] },
  { address: 'https://krok.example.org/', found: [['2606:2800:220:1:248:1893:25c8:1946', '::1']] },
  { address: 'https://krok.example.org/', found: [[open, '10.0.0.1', open]] },
  { address: 'https://krok.example.org/', found: [[]] },
];

export const attacks: readonly Attack[] = [...numbers, ...forms, ...addresses, ...rebinding];

/** Nothing wrong with the first answer: it is connected to, whatever the name is found to have later. */
export const turning: Attack = {
  address: 'https://krok.example.org:8443/in?x=1',
  found: [[open], ['127.0.0.1'], ['169.254.169.254']],
};

/** What must go through, or all that is refused proves nothing. */
export const honest: readonly Attack[] = [
  { address: 'https://krok.example.org/', found: [[open]] },
  { address: 'https://krok.example.org:443/in', found: [['8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946']] },
  { address: 'https://xn--smrgs-pra0j.example.se:8443/a?b=c', found: [['192.1.2.3']] },
  { address: 'https://smörgås.example.se/', found: [['172.15.255.255'], ['172.32.0.1']] },
  { address: 'https://krok.example.org./', found: [['2a00:1450:400f:80d::200e']] },
  { address: 'https://krok.example.org/', found: [['100.63.255.255', '100.128.0.1', '169.253.1.1']] },
];
