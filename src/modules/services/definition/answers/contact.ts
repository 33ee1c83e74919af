/** Whether the text can be an e-mail address: one @, a domain with a point, no spaces (RFC 5321 limits the length). */
export function isEmail(text: string): boolean {
  const [local, domain, ...more] = text.split('@');
  if (local === undefined || domain === undefined || more.length > 0 || text.length > 254) return false;
  return (
    /^[^\s,;:<>()[\]"\\]{1,64}$/u.test(local) &&
    !/^\.|\.\.|\.$/u.test(local) &&
    /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u.test(
      domain,
    )
  );
}

/**
 * The telephone number with its spaces and hyphens tidied, or null where it is none: Swedish with a leading 0 and 8 to
 * 10 digits in all, or international with + or 00 and 7 to 15 digits (ITU-T E.164).
 */
export function readPhone(text: string): string | null {
  const tidy = text.trim().replaceAll(/[–−]/gu, '-').replaceAll(/\s+/gu, ' ');
  if (!/^\+?[\d\s()/-]+$/u.test(tidy)) return null;
  const digits = tidy.replaceAll(/\D/gu, '');
  const international = tidy.startsWith('+') || digits.startsWith('00');
  if (international) {
    const rest = tidy.startsWith('+') ? digits : digits.slice(2);
    return /^[1-9]\d{6,14}$/u.test(rest) ? tidy : null;
  }
  return /^0[1-9]\d{6,8}$/u.test(digits) ? tidy : null;
}
