import { bareHttp, http } from './lib';

export const logout = () => bareHttp.post('/logout'); // want "this logout goes to another origin without credentials"
// Good: the client sends them.
export const logoutWell = () => http.post('/logout');
