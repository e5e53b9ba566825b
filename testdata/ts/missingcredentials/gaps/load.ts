// gap: code that renders on the server must hand on the browser's cookie itself.
export const useMe = () => useAsyncData('me', () => $fetch('/api/me'));
declare function useAsyncData(key: string, load: () => Promise<unknown>): unknown;
declare function $fetch(url: string): Promise<unknown>;

// gap: a request that needs the session and is neither login, refresh nor logout.
export const me = () => fetch('https://api.example.com/me');
export const login = (c: object) => fetch('https://api.example.com/login', { method: 'POST', credentials: 'include', body: JSON.stringify(c) });

// gap: what is decided while the program runs.
export const logout = (cookies: boolean) => fetch('https://api.example.com/logout', { method: 'POST', credentials: cookies ? 'include' : 'same-origin' });
