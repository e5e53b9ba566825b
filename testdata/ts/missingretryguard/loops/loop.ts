declare function refresh(): Promise<void>;

// f: a loop without an end.
export async function forever(path: string): Promise<Response> {
  while (true) {
    const res = await fetch(path);
    if (res.status === 401) { // want "the loop sends the request again with no guard"
      await refresh();
      continue;
    }
    return res;
  }
}

// Good: counted.
export async function counted(path: string): Promise<Response> {
  let tries = 0;
  for (;;) {
    const res = await fetch(path);
    if (res.status === 401 && tries < 2) {
      tries++;
      await refresh();
      continue;
    }
    return res;
  }
}

// Good: the loop itself has an end.
export async function bounded(path: string): Promise<Response | undefined> {
  for (let i = 0; i < 2; i++) {
    const res = await fetch(path);
    if (res.status === 401) {
      await refresh();
      continue;
    }
    return res;
  }
}
