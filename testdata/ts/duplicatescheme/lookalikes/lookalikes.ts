import axios from 'axios';
import wretch from 'wretch';

declare const token: string, input: string, type: string;

// Put there once, or only where it is missing.
axios.get('/a', { headers: { Authorization: token.startsWith('Bearer ') ? token : 'Bearer ' + token } });
axios.get('/b', { headers: { Authorization: `Bearer ${input}` } }); // it may carry one, nobody knows
axios.get('/c', { headers: { Authorization: `Bearer ${input.replace('Bearer ', '')}` } });

// A setter of our own that writes what it is given.
const setAuthToken = (value: string) => (axios.defaults.headers.common.Authorization = value);
setAuthToken('Bearer ' + token);
wretch('/d').auth('Bearer ' + token); // wretch writes it as it is

// Words behind a scheme that are none.
axios.get('/e', { headers: { Authorization: `Token token=${token}` } });
axios.get('/f', { headers: { Authorization: `Token jwt ${token}` } }); // some APIs name the kind of token
axios.get('/g', { headers: { Authorization: `${type} Bearer ${token}` } }); // what comes first is not known

// A server that repairs what clients send.
export const repaired = (h: string) => h.replace('Bearer Bearer ', 'Bearer ');
