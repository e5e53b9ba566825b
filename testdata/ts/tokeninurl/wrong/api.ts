import axios from 'axios'

export const a = (accessToken: string) => fetch(`/me?access_token=${accessToken}`) // want:strict "warning: `access_token` is sent in the URL"
export const b = (t: string) => axios.get('/me', { params: { page: 1, auth_token: t } }) // want:strict "`auth_token` is sent in the URL"
export const c = () => axios.get('/me', { params: { token: localStorage.getItem('token') } }) // want "`token` is sent in the URL"
export const d = () => fetch('/me?page=1&token=' + localStorage.getItem('accessToken')) // want "`token` is sent in the URL"
export const e = (jwt: string) => axios.get('/me', { params: { jwt } }) // want:strict "`jwt` is sent in the URL"
