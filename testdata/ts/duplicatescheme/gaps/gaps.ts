import axios from 'axios';
import request from 'superagent';

declare const token: string;

// gap: callers are not asked for a part of a value
const setAuthToken = (value: string) => (axios.defaults.headers.common.Authorization = `Bearer ${value}`);
setAuthToken('Bearer ' + token);

