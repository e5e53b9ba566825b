// What other clients take as headers: the same property, the same setter.
import request from 'superagent';
import ky from 'ky';
import { ofetch } from 'ofetch';
import { GraphQLClient } from 'graphql-request';
import { setContext } from '@apollo/client/link/context';

declare const $: any, uni: any, token: string;

export const a = request.get('/a').set('Authorization', token); // want "`token`"
export const b = ky.get('/b', { headers: { Authorization: token } }); // want "`token`"
export const c = ofetch('/c', { headers: { Authorization: token } }); // want "`token`"
export const d = new GraphQLClient('/d', { headers: { authorization: token } }); // want "`token`"
export const e = setContext((_, { headers }) => ({ headers: { ...headers, authorization: token } })); // want "`token`"
$.ajax({ url: '/f', headers: { Authorization: token } }); // want "`token`"
$.ajax({ url: '/g', beforeSend: (xhr: XMLHttpRequest) => xhr.setRequestHeader('Authorization', token) }); // want "`token`"
uni.request({ url: '/h', header: { Authorization: token } }); // want "`token`"
