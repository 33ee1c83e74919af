/** Signs somebody of the demo world in through the local provider, as a browser does: the `Cookie` of their session. */
export async function signIn(origin: string, person: string): Promise<string> {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const ask = async (address: URL, form?: Readonly<Record<string, string>>): Promise<URL> => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: cookie(), origin },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    return location === null ? address : new URL(location, address);
  };

  /** Follows redirects until a page is shown, and gives its address. */
  const follow = async (from: URL): Promise<URL> => {
    const to = await ask(from);
    return to.href === from.href ? to : follow(to);
  };

  const chooser = await follow(new URL('/logga-in?till=/konto', origin));
  const end = await follow(await ask(chooser, { person }));
  if (end.pathname !== '/konto') throw new Error(`signing in ended at ${end.href}`);
  return cookie();
}
