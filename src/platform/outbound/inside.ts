import { BlockList, isIP } from 'node:net';

/*
 * Addresses that lead to this machine, to the network around it, or nowhere (IANA's special-purpose registries,
 * RFC 6890, and where clouds tell machines about themselves).
 */

const ranges4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Within what is handed out to the world: tunnels that hold another address, and what is for examples. */
const ranges6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const inside = new BlockList();
for (const [net, prefix] of ranges4) inside.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of ranges6) inside.addSubnet(net, prefix, 'ipv6');

/** Global unicast (RFC 4291): no loopback, link-local, unique local, mapped or translated IPv4, nor multicast. */
const outside6 = new BlockList();
outside6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address, as a resolver gives it, is none of the open internet's. What is no address counts as inside. */
export function isInside(address: string): boolean {
  // A link-local address may name its link after a percent sign.
  const plain = address.replace(/%.*$/u, '');
  switch (isIP(plain)) {
    case 4:
      return inside.check(plain, 'ipv4');
    case 6:
      return !outside6.check(plain, 'ipv6') || inside.check(plain, 'ipv6');
    default:
      return true;
  }
}
