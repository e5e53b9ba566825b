async function refresh(): Promise<boolean> {
  const res = await fetch('/auth/refresh', { method: 'POST' });
  return res.ok;
}

// e: a wrapper that calls itself, with nothing that counts.
export async function request(path: string, init?: RequestInit): Promise<Response> {
  const res = await fetch(path, init);
  if (res.status === 401) {
    await refresh();
    return request(path, init); // want "`request` calls itself to send the request again with no guard"
  }
  return res;
}

// That the refresh succeeded bounds nothing: it may succeed every time.
export const load = async (path: string): Promise<Response> => {
  const res = await fetch(path);
  if (res.status !== 401) return res;
  if (await refresh()) {
    return load(path); // want "`load` calls itself"
  }
  return res;
};

// Good: an argument says that it is the second try.
export async function once(path: string, init?: RequestInit, retried = false): Promise<Response> {
  const res = await fetch(path, init);
  if (res.status === 401 && !retried) {
    await refresh();
    return once(path, init, true);
  }
  return res;
}

// Good: an option does.
export async function optioned(path: string, options: { isRetry?: boolean } & RequestInit = {}): Promise<Response> {
  const res = await fetch(path, options);
  if (res.status === 401 && !options.isRetry) {
    await refresh();
    return optioned(path, { ...options, isRetry: true });
  }
  return res;
}

// Good: the tries left are counted down.
export async function counted(path: string, left: number): Promise<Response> {
  const res = await fetch(path);
  if (res.status === 401 && left > 0) {
    await refresh();
    return counted(path, left - 1);
  }
  return res;
}

// Good: once more in a straight line.
export async function straight(path: string): Promise<Response> {
  let res = await fetch(path);
  if (res.status === 401) {
    await refresh();
    res = await fetch(path);
  }
  return res;
}

// Good: recursion that pages, not one that is refused.
export async function pages(path: string, page = 1): Promise<unknown[]> {
  const res = await fetch(`${path}?page=${page}`);
  const body = await res.json();
  if (body.next) return [...body.items, ...(await pages(path, page + 1))];
  return body.items;
}

// The status in a switch.
export async function cased(path: string, init?: RequestInit): Promise<Response> {
  const res = await fetch(path, init);
  switch (res.status) {
    case 401:
      await refresh();
      return cased(path, init); // want "`cased` calls itself"
    case 403:
      throw new Error('forbidden');
  }
  return res;
}

// Good: the case of another status, and an argument that counts.
export async function counted(path: string, init?: RequestInit, tries = 0): Promise<Response> {
  const res = await fetch(path, init);
  switch (res.status) {
    case 429:
      return counted(path, init, tries);
    case 401:
      if (tries > 0) break;
      await refresh();
      return counted(path, init, tries + 1);
  }
  return res;
}
