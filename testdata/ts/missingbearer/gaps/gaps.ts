import axios from 'axios';

// gap: a key that does not speak of a token says nothing of what is stored.
export const byKey = axios.get('/me', { headers: { Authorization: localStorage.getItem('monBadge') } });

// gap: the result of a call that is not seen may have its scheme.
declare function getToken(): string;
export const byCall = axios.get('/me', { headers: { Authorization: getToken() } });

// gap: the servers of mini programs mostly take the token as it was stored, so
// what is read from their storage tells nothing.
declare const uni: any;
export const mini = axios.get('/me', { headers: { Authorization: uni.getStorageSync('token') } });
