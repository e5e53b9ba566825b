import axios from 'axios'

const apiToken = process.env.QUOTES_TOKEN!

export const all = (config: any) => [
  fetch(`https://quotes.example/eod?api_token=${process.env.QUOTES_TOKEN}`), // the key of an application
  axios.get('https://quotes.example/eod', { params: { api_token: config.apiToken } }), // its API wants it so
  axios.get('https://quotes.example/eod', { params: { access_token: apiToken } }),
]

export function linked() {
  const query = new URLSearchParams(location.search)
  const userToken = query.get('userToken')
  return fetch(`/photo?userToken=${userToken}`) // from the link that opened the page
}
