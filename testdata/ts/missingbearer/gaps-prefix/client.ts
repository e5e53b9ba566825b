import axios from 'axios';

// gap: the file that joins the prefix mentions nothing else that matters, so
// it is not read.
export const me = (token: string) => axios.get('/api/me', { headers: { Authorization: token } }); // want "warning: `token`"
