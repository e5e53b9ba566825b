import axios from 'axios';
import { SCHEME } from './scheme';

declare const token: string;

// One constant, two requests, one edit.
export const a = axios.get('/a', { headers: { Authorization: SCHEME + token } }); // want "no space"
export const b = axios.get('/b', { headers: { Authorization: SCHEME + token } });
