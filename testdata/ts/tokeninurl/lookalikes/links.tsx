import axios from 'axios'

// The browser itself asks for these, and sends no header.
export const Photo = ({ token }: { token: string }) => <img src={`/photo?access_token=${token}`} />
export const Clip = () => <video src={`/clip?access_token=${localStorage.getItem('token')}`} />
export function download() {
  const link = document.createElement('a')
  link.href = `/export?access_token=${localStorage.getItem('token')}`
  link.click()
}
export const open = () => window.open(`/export?access_token=${localStorage.getItem('token')}`)

// Paging, signed URLs, links of one use.
export const more = (continuationToken: string) => axios.get('/items', { params: { continuationToken } })
export const rest = () => axios.get('/items', { params: { continuationToken: sessionStorage.getItem('continuationToken') } })
export const signed = (sig: string) => fetch(`/blob?sig=${sig}&Signature=${sig}`)
export const invited = (token: string) => fetch(`/invitations/accept?token=${token}`)
export const unsubscribed = (token: string) => fetch(`/unsubscribe/${token}`)

// Documented so.
export const weather = () => axios.get('https://api.openweathermap.org/data/2.5/weather', { params: { appid: localStorage.getItem('key') } })
export const movies = () => axios.get('https://api.themoviedb.org/3/movie', { params: { api_key: process.env.TMDB_KEY } })
export const bot = (token: string) => axios.post(`https://api.telegram.org/bot${token}/sendMessage`, {})
export const ownBot = () => axios.post(`https://api.telegram.org/bot${localStorage.getItem('botToken')}/sendMessage`, {})

// A log without it.
export const redacted = (url: string) => url.replace(/access_token=[^&]+/, 'access_token=***')
