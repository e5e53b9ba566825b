import axios from 'axios';

const baseURL = 'https://api.example.com';
export const me = () => fetch(baseURL + '/me', { credentials: 'include' });

// Good: set when the client is there, in whichever way.
function make() {
  const client = axios.create({ baseURL });
  client.defaults.withCredentials = true;
  return client;
}
const made = make();
export const loginMade = (c) => made.post('/login', c);

function makeWithInterceptor() {
  const client = axios.create({ baseURL });
  client.interceptors.request.use((config) => {
    config.withCredentials = true;
    return config;
  });
  return client;
}
const intercepted = makeWithInterceptor();
export const loginIntercepted = (c) => intercepted.post('/login', c);

class Http {
  constructor() {
    this.client = axios.create({ baseURL });
    this.client.defaults.withCredentials = true;
  }
  post(url, body) {
    return this.client.post(url, body);
  }
}
export const loginClass = (c) => new Http().post('/login', c);

const assigned = axios.create({ baseURL });
Object.assign(assigned.defaults, { withCredentials: true });
export const loginAssigned = (c) => assigned.post('/login', c);

const replaced = axios.create({ baseURL });
replaced.defaults = { ...replaced.defaults, withCredentials: true };
export const loginReplaced = (c) => replaced.post('/login', c);

const setUp = (client) => {
  client.defaults.withCredentials = true;
  return client;
};
const set = setUp(axios.create({ baseURL }));
export const loginSet = (c) => set.post('/login', c);

const addInterceptor = (client) => client.interceptors.request.use((config) => ({ ...config, withCredentials: true }));
const added = axios.create({ baseURL });
addInterceptor(added);
export const loginAdded = (c) => added.post('/login', c);

const merged = axios.create({ baseURL });
merged.interceptors.request.use((config) => Object.assign(config, { withCredentials: true }));
export const loginMerged = (c) => merged.post('/login', c);

const byIndex = axios.create({ baseURL });
byIndex.interceptors.request.use((config) => {
  config['withCredentials'] = true;
  return config;
});
export const loginByIndex = (c) => byIndex.post('/login', c);

const prepared = axios.create({ baseURL });
prepared.interceptors.request.use((config) => prepare(config));
export const loginPrepared = (c) => prepared.post('/login', c);

// Nothing sets it.
function makePlain() {
  const client = axios.create({ baseURL });
  client.defaults.timeout = 1000;
  return client;
}
const plain = makePlain();
export const loginPlain = (c) => plain.post('/login', c); // want "this login"

// A handler of failures sets nothing either, and one that passes the
// configuration to a log.
const failing = axios.create({ baseURL });
failing.interceptors.request.use(
  (config) => {
    console.debug(config.url);
    return config;
  },
  (error) => Promise.reject(error),
);
export const loginFailing = (c) => failing.post('/login', c); // want "this login"
