import axios from 'axios';

// The value is followed to where it is made.
const SCHEME = 'Bearer';
const space = ' ';
const parts = { scheme: 'Bearer', head: 'Bearer ', nested: { name: 'Authorization' } } as const;
enum Scheme {
  Bearer = 'Bearer',
}
declare const token: string;

const withScheme = (t: string) => `${SCHEME} ${t}`;
function build({ scheme = 'Bearer' }: { scheme?: string }, t: string) {
  return scheme + ' ' + t;
}
const choose = (t: string, old: boolean) => (old ? `Token ${t}` : `Bearer ${t}`);
async function later(t: string) {
  return 'Bearer ' + t;
}
class Auth {
  static readonly SCHEME = 'Bearer';
  constructor(private readonly raw: string) {}
  get header() {
    return `${Auth.SCHEME} ${this.raw}`;
  }
  get raw1() {
    return this.raw;
  }
}

export const a = axios.get('https://a.example', { headers: { Authorization: SCHEME + space + token } });
export const b = axios.get('https://b.example', { headers: { Authorization: `${parts.scheme} ${token}` } });
export const c = axios.get('https://c.example', { headers: { Authorization: parts.head.concat(token) } });
export const d = axios.get('https://d.example', { headers: { [parts.nested.name]: withScheme(token) } });
export const e = axios.get('https://e.example', { headers: { Authorization: build({}, token) } });
export const f = axios.get('https://f.example', { headers: { Authorization: choose(token, true) } });
export const g = async () => axios.get('https://g.example', { headers: { Authorization: await later(token) } });
export const h = axios.get('https://h.example', { headers: { Authorization: new Auth(token).header } });
export const i = axios.get('https://i.example', { headers: { Authorization: [Scheme.Bearer, token].join(' ') } });
const { scheme, ...rest } = { scheme: 'Bearer', x: 1 };
export const j = axios.get('https://j.example', { headers: { Authorization: `${scheme} ${token}` }, ...rest });
const [first] = ['Bearer '];
export const k = axios.get('https://k.example', { headers: { Authorization: first + token } });
let header = '';
if (token) header = `Bearer ${token}`;
export const l = axios.get('https://l.example', { headers: { Authorization: header } });

// And here it is the token alone.
const identity = (t: string) => t;
const { value } = { value: token };
let current = null as string | null;
current = token;
export const m = axios.get('https://m.example', { headers: { Authorization: identity(token) } }); // want "`identity\\(token\\)`"
export const n = axios.get('https://n.example', { headers: { Authorization: value } }); // want "`value`"
export const o = axios.get('https://o.example', { headers: { Authorization: current } }); // want "`current`"
export const p = axios.get('https://p.example', { headers: { Authorization: new Auth(token).raw1 } }); // want "without a scheme"
export const q = axios.get('https://q.example', { headers: { Authorization: '' + token } }); // want "without a scheme"
export const r = axios.get('https://r.example', { headers: { Authorization: token.trim() } }); // want "without a scheme"
