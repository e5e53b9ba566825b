import axios from 'axios';
import { getToken, requireToken, setAuthToken, setChecked } from './token';

axios.get('/a', { headers: { Authorization: `Bearer ${getToken()}` } }); // want "`getToken\\(\\)` is null"
axios.get('/b', { headers: { Authorization: `Bearer ${requireToken()}` } }); // it throws

// gap: callers are not asked for a part of a value
setAuthToken(localStorage.getItem('token'));
if (localStorage.getItem('token')) setAuthToken(localStorage.getItem('token')); // tested before
setChecked(localStorage.getItem('token')); // tested inside
