import axios from 'axios';

// Good, all of it: the answer, or the token in it, goes somewhere.
const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});
declare const save: (...values: unknown[]) => void;
declare const keep: { token?: string; current?: unknown };

// Into a variable that is declared elsewhere.
export async function g1(c) { let res; try { res = await api.post('/login', c); } catch (e) { return; } localStorage.setItem('token', res.data.token); }
export async function g2(c) { let token = null; await api.post('/login', c).then((r) => { token = r.data.token; }); localStorage.setItem('token', token); }
export const g36 = async (c) => { let r; r = r || (await api.post('/login', c)); save(r); };
export const g43 = async (c) => { const error = await api.post('/login', c).catch((e) => e); if (error instanceof Error) throw error; save(error); };

// Through something around the call.
export async function g3(c) { const [res] = await Promise.all([api.post('/login', c), api.get('/x')]); save(res); }
export const g16 = async (c) => { const r = (await api.post('/login', c)) || {}; save(r); };
export const g40 = async (c) => { const r = await toast.promise(api.post('/login', c), {}); save(r.data); };

// Handed back, or out of the function.
export function* g4(c) { const { data } = yield api.post('/login', c); save(data.token); }
export const g17 = async (c) => { for (let i = 0; i < 3; i++) { const r = await api.post('/login', c); if (r.ok) return r; } };
export const g18 = async (c) => { const r = await api.post('/login', c); const user = r.data; return user; };
export const g24 = async (c) => { const r = await api.post('/login', c); throw r; };
export const g26 = async (c) => { const r = await api.post('/login', c); const x = [r]; return x; };
export const g34 = async (c) => { const r = await api.post('/login', c); const ok = r.status === 200 ? r.data.token : null; return ok; };
export const g37 = async (c) => { const { data } = await api.post('/login', c); const f = () => data; return f; };
export const g39 = (c) => api.post('/login', c).finally(() => {});

// Into an object that lives on.
export class S { user$; login(c) { this.user$ = api.post('/login', c); } }
export const g5 = (c) => { const p = api.post('/login', c); return p; };
export const g33 = async (c) => { const r = await api.post('/login', c); const s = r.data?.session ?? r.data; keep.current = s; };
export const g41 = async (c) => { const r = await api.post('/login', c); ({ token: keep.token } = r.data); };
export const g29 = async (c) => { const r = await api.post('/login', c); const json = await r.json(); keep.token = json.token; };

// To callbacks, however they take it.
export const g6 = (c, cb) => { api.post('/login', c).then(cb); };
export const g7 = (c, cb) => { api.post('/login', c).then((r) => cb(null, r)).catch(cb); };
export const g8 = (c) => { api.post('/login', c).then(function () { save(arguments[0].data.token); }); };
export const g9 = (c) => { api.post('/login', c).then((...args) => save(...args)); };
export const g27 = (c) => new Promise((res, rej) => { api.post('/login', c).then((r) => res(r)).catch(rej); });
export const g28 = (c) => new Promise((res, rej) => { api.post('/login', c).then(res, rej); });
export const g38 = async (c) => { await api.post('/login', c).then(({ data }) => data).then(({ token }) => { api.defaults.headers.common['Authorization'] = 'Bearer ' + token; }); };

// Taken apart in each way.
export const g10 = async (c) => { const { data: { token, ...rest } } = await api.post('/login', c); document.cookie = `token=${token}`; };
export const g11 = async (c) => { const r = await api.post('/login', c); const t = r.data['token']; if (!t) return; localStorage['token'] = t; };
export const g13 = async (c) => { const { headers } = await api.post('/login', c); save(headers.authorization); };
export const g14 = async (c) => { const r = await api.post('/login', c); for (const k in r.data) save(k, r.data[k]); };
export const g15 = async (c) => { const r = await api.post('/login', c); const { status, data } = r; if (status === 200) { save(data); } };
export const g19 = async (c) => { const r = await api.post('/login', c); switch (r.data.type) { case 'x': save(r.data.token); } };
export const g32 = async (c) => { const r = await api.post('/login', c), { token } = r.data; save(token); };

// To other code, whole or in part.
export const g12 = async (c) => { const r = await api.post('/login', c); Object.entries(r.data).forEach(([k, v]) => localStorage.setItem(k, v)); };
export const g22 = async (c) => { const handle = (r) => save(r.data.token); handle(await api.post('/login', c)); };
export const g23 = async (c) => { const r = await api.post('/login', c); window.location = `/?token=${r.data.token}`; };
export const g25 = async (c) => { const r = await api.post('/login', c); const x = { r }; save(x); };
export const g30 = async (c) => { const r = await api.post('/login', c); await SecureStore.setItemAsync('t', r.data.token); };
export const g31 = async (c) => { const r = await api.post('/login', c); const b = r.data; b.when = 1; localStorage.setItem('auth', JSON.stringify(b)); };
export const g35 = async (c) => { const r = await api.post('/login', c); console.log(r), save(r); };
export const g42 = async (c) => { const r = await api.post('/login', c); save(r); };

// Later.
export const g21 = async (c) => { const r = await api.post('/login', c); setTimeout(() => save(r.data), 0); };
export const C = () => <button onClick={() => api.post('/login', {}).then(({ data }) => setToken(data.token))} />;
