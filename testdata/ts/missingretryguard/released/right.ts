import axios from 'axios';
import { refresh } from './session';

// Good: the flag is set while the request is under way.
let a = false;
const held = axios.create();
held.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || a) throw error;
  a = true;
  await refresh();
  const answer = await held(error.config);
  a = false;
  return answer;
});

// Good: set anew before it is sent.
let b = false;
const again = axios.create();
again.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || b) throw error;
  b = true;
  b = false;
  await refresh();
  b = true;
  return again(error.config);
});

// Good: set back on the way that does not send.
let c = false;
const fails = axios.create();
fails.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || c) throw error;
  c = true;
  try {
    await refresh();
  } catch (e) {
    c = false;
    throw e;
  }
  return fails(error.config);
});

// Good: the flag of the project is set back, and the mark of the request ends it.
let d = false;
const marked = axios.create();
marked.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || d || error.config._retry) throw error;
  error.config._retry = true;
  d = true;
  await refresh();
  d = false;
  return marked(error.config);
});

// Good: what is set back is another's flag, of the same name.
let e = false;
const other = axios.create();
const state = { e: true };
other.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || e) throw error;
  e = true;
  await refresh();
  state.e = false;
  return other(error.config);
});

// Unknown: whether it is set back depends on what came of it.
let g = false;
const maybe = axios.create();
maybe.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || g) throw error;
  g = true;
  const token = await refresh();
  if (token) g = false;
  return maybe(error.config);
});
