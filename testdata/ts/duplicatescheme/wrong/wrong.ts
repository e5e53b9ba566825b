import axios from 'axios';
import { authHeader, SCHEME } from './token';

declare const key: string, token: string;

// Through a variable, a helper, a constant.
const bearer = 'Bearer ' + key;
axios.get('/a', { headers: { Authorization: `Bearer ${bearer}` } }); // want "error: the scheme is sent twice, as `Bearer Bearer`; the server takes the second `Bearer` for the token and answers 401"
axios.get('/b', { headers: { Authorization: 'Bearer ' + authHeader() } }); // want "`Bearer Bearer`"
axios.get('/c', { headers: { Authorization: SCHEME + `Bearer ${token}` } }); // want "`Bearer Bearer`"

// In other spellings, and of other schemes.
axios.get('/d', { headers: { Authorization: `bearer Bearer ${token}` } }); // want "`bearer Bearer`"
axios.get('/e', { headers: { Authorization: `Token ${'Bearer ' + token}` } }); // want "`Token Bearer`"
axios.get('/f', { headers: { Authorization: `Basic ${'Basic ' + btoa('a:' + key)}` } }); // want "`Basic Basic`"
