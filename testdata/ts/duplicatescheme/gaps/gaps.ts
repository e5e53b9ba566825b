import axios from 'axios';
import request from 'superagent';

declare const token: string;

// gap: callers are not asked for a part of a value
const setAuthToken = (value: string) => (axios.defaults.headers.common.Authorization = `Bearer ${value}`);
setAuthToken('Bearer ' + token);

// gap: a test that minds the case lets `bearer x` through, and doubles it
export const idempotent = (value: string) => (value.startsWith('Bearer ') ? value : 'Bearer ' + value);
axios.get('/a', { headers: { Authorization: idempotent('bearer ' + token) } });
