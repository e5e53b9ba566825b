import axios from 'axios';

axios.defaults.baseURL = 'https://axios.example.com';

export const login = (c: object) => axios.post('/login', c, { withCredentials: true });
export const refresh = () => axios.get('/refresh'); // want "this refresh goes to another origin without credentials"
export const logout = () => axios.post('/logout'); // want "this logout goes to another origin without credentials"
export const logoutConfig = () => axios({ method: 'post', url: '/logout' }); // want "this logout"

// Good: set in the call, in each way to write it.
export const refreshWell = () => axios.get('/refresh', { withCredentials: true });
export const refreshRequest = () => axios.request({ url: '/refresh', withCredentials: true });
const withCookie = { withCredentials: true };
export const logoutWell = () => axios.post('/logout', null, withCookie);
export const logoutSpread = () => axios.post('/logout', null, { ...withCookie, timeout: 1000 });

// The object is made elsewhere.
const timed = { timeout: 1000 };
export const logoutTimed = () => axios.post('/logout', null, timed); // want "this logout"

// A body without a token, in each form.
export const refreshForm = () => axios.post('/refresh', new URLSearchParams({ scope: 'all' })); // want "this refresh"
export const refreshJSON = () => axios.post('/refresh', JSON.stringify({ remember: true })); // want "this refresh"
