import { api } from './client';

let token = '';
let expires = 0;
const cache = new Map<string, string>();
const memory: { token?: string; at?: number } = {};

// Good: a variable, a map and an object of the module.
export async function login(c: object) {
  const { data } = await api.post('/login', c);
  token = data.token;
}

export async function loginInline(c: object) {
  token = (await api.post('/login', c)).data.token;
}

export async function loginPattern(c: object) {
  ({
    data: { token, expires },
  } = await api.post('/login', c));
}

export async function loginMap(c: object) {
  const { data } = await api.post('/login', c);
  cache.set('token', data.token);
}

export async function loginObject(c: object) {
  const response = await api.post('/login', c);
  memory.token = response.data.token;
}

export async function loginAssign(c: object) {
  const response = await api.post('/login', c);
  Object.assign(memory, response.data);
}

export async function loginLost(c: object) {
  await api.post('/login', c); // want "goes nowhere"
  memory.at = Date.now();
}

export const current = () => token || cache.get('token') || String(expires);

// Good: fields, private fields, statics and setters of a class.
export class Session {
  static token = '';
  static current?: Session;
  #token = '';
  private answer?: object;
  at = 0;

  set value(v: string) {
    this.#token = v;
  }

  async login(c: object) {
    const { data } = await api.post('/login', c);
    this.#token = data.token;
  }

  async loginSetter(c: object) {
    const { data } = await api.post('/login', c);
    this.value = data.token;
  }

  async loginWhole(c: object) {
    this.answer = (await api.post('/login', c)).data;
  }

  static async loginStatic(c: object) {
    const response = await api.post('/login', c);
    Session.token = response.data.token;
  }

  static async loginThis(c: object) {
    const response = await api.post('/login', c);
    this.token = response.data.token;
  }

  async loginThen(c: object) {
    await api.post('/login', c).then(({ data }) => {
      this.#token = data.token;
    });
  }

  async loginLost(c: object) {
    await api.post('/login', c); // want "goes nowhere"
    this.at = Date.now();
  }

  static async loginStaticLost(c: object) {
    const response = await api.post('/login', c); // want "goes nowhere"
    if (response.status !== 200) throw new Error('login');
  }

  header() {
    return this.#token || this.answer;
  }
}
