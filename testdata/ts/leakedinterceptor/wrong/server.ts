import axios from 'axios'
import express from 'express'
import type { GetServerSideProps } from 'next'

const app = express()

// d: a client of the whole server gets each user's cookie
app.get('/profile', (req, res) => {
  axios.interceptors.request.use((config) => { // want "error: each call registers this request interceptor on `axios` once more, .* so every request is sent with the first `req`"
    config.headers.cookie = req.headers.cookie
    return config
  })
  return axios.get('/profile').then((r) => res.json(r.data))
})

export const getServerSideProps: GetServerSideProps = async ({ req }) => {
  axios.interceptors.request.use((config) => { // want "error: each call of `getServerSideProps` .* the first `req`"
    config.headers.cookie = req.headers.cookie ?? ''
    return config
  })
  return { props: {} }
}

// c: every call for the list adds the token of that call
export function users(token: string) {
  axios.interceptors.request.use((config) => { // want "error: each call of `users` .* the first `token`"
    config.headers.Authorization = `Bearer ${token}`
    return config
  })
  return axios.get('/users')
}
