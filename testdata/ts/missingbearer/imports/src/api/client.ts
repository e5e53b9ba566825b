import axios from 'axios';
import { HEADER } from '../config';
import { bearer, getFromJar, prefixed, token } from '@/lib';
import readToken from '@/lib/token';
import * as lib from '@/lib';

export const a = axios.get('https://a.example/', { headers: { [HEADER]: token() } }); // want "warning: `token\\(\\)` is sent without a scheme"
export const b = axios.get('https://b.example/', { headers: { [HEADER]: readToken() } }); // want "`readToken\\(\\)`"
export const c = axios.get('https://c.example/', { headers: { [HEADER]: lib.token() } }); // want "`lib.token\\(\\)`"
export const d = axios.get('https://d.example/', { headers: { [HEADER]: getFromJar() } }); // want "`getFromJar\\(\\)`"
export const e = axios.get('https://e.example/', { headers: { [HEADER]: bearer() } }); // the scheme is a constant of another file
export const f = axios.get('https://f.example/', { headers: { [HEADER]: prefixed() } }); // likewise, in a property
