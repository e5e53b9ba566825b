import { Component } from 'react'
import axios from 'axios'
import type { Request, Response } from 'express'

// gap: d, a server that registers with each request: handlers are not told from other functions here
export function profile(req: Request, res: Response) {
  axios.interceptors.request.use((config) => {
    config.headers.cookie = req.headers.cookie
    return config
  })
  return axios.get('/profile').then((r) => res.json(r.data))
}

// gap: c, a function that fetches something else than a login
export function users(token: string) {
  axios.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${token}`
    return config
  })
  return axios.get('/users')
}

// gap: the number is kept in a field that nothing reads
export class Kept extends Component {
  id = 0
  componentDidMount() {
    this.id = axios.interceptors.response.use((r) => r)
  }
  render() {
    return <p />
  }
}

// gap: what an event calls
export function Form() {
  const send = () => {
    axios.interceptors.response.use((r) => r)
  }
  return <form onSubmit={send} />
}
