export const storage = {
  set: (key: string, value?: string) => localStorage.setItem(key, value),
};

export function saveBoth(access: string, refresh?: string) {
  localStorage.setItem('token', access);
  localStorage.setItem('rt', refresh);
}

export function saveCareful(access: string, refresh?: string) {
  localStorage.setItem('token', access);
  if (refresh) localStorage.setItem('rt', refresh);
}

export const saveRefresh = (tokens: { refresh_token?: string }) => {
  localStorage.setItem('rt', tokens.refresh_token);
};
