import ky from 'ky';
import got from 'got';
import { ofetch } from 'ofetch';
import { HttpClient } from '@angular/common/http';
import { HttpLink, from } from '@apollo/client';
import { setContext } from '@apollo/client/link/context';

declare const token: string | undefined;

// Each client has its own way with what is no string.
ky.get('/a', { headers: { Authorization: token ? `Bearer ${token}` : null } as any }); // want "which ky sends as the text `null`"
ky.get('/b', { headers: { Authorization: token ? `Bearer ${token}` : undefined } }); // ky leaves it out
ofetch('/c', { headers: { Authorization: token ? `Bearer ${token}` : null } as any }); // want "as the text `null`"
ofetch('/d', { headers: { Authorization: token ? `Bearer ${token}` : undefined } as any }); // want "as the text `undefined`"
got('https://api.example.com/e', { headers: { Authorization: token ? `Bearer ${token}` : null } as any }); // want "at which got throws and sends nothing"
got('https://api.example.com/f', { headers: { Authorization: token ? `Bearer ${token}` : undefined } }); // got leaves it out

export class Users {
  constructor(private http: HttpClient) {}
  a = () => this.http.get('/g', { headers: { Authorization: token ? `Bearer ${token}` : null } as any }); // want "at which HttpClient throws"
  b = () => this.http.get('/h', { headers: { Authorization: token ? `Bearer ${token}` : undefined } as any }); // want "at which HttpClient throws"
}

const text = setContext((_, { headers }) => ({ headers: { ...headers, authorization: token ? `Bearer ${token}` : null } })); // want "which Apollo sends as the text `null`"
const left = setContext((_, { headers }) => ({ headers: { ...headers, authorization: token ? `Bearer ${token}` : undefined } })); // left out since version 4
export const link = from([text, left, new HttpLink({ uri: '/graphql' })]);

export function open() {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', '/i');
  xhr.setRequestHeader('Authorization', token ? `Bearer ${token}` : (null as any)); // want "which XMLHttpRequest sends as the text `null`"
  xhr.send();
}
