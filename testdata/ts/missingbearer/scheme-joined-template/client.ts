import axios from 'axios';


// Elsewhere the scheme comes with the answer of the login, so this value may
// have it already.
export const raw = (token: string) => axios.get('/api/me', { headers: { Authorization: token } });
