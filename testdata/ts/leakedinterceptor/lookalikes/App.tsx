import { useEffect, useRef, useState } from 'react'
import axios from 'axios'
import { api } from './api'
import { attach, setUp, useTracing } from './hooks'

// mounted once for the application (strict speaks of it)
export function App() {
  useEffect(() => {
    api.interceptors.response.use((r) => r) // want:strict "each mount of `App`"
  }, [])
  useTracing()
  return <main />
}

// a hook with a clean-up
export function useAxiosPrivate(token: string) {
  useEffect(() => {
    const request = api.interceptors.request.use((config) => config)
    const response = api.interceptors.response.use((r) => r)
    return () => {
      api.interceptors.request.eject(request)
      api.interceptors.response.eject(response)
    }
  }, [token])
  return api
}

// the clean-up is made by the function that registers
export function Nested() {
  useEffect(() => {
    const register = () => {
      const id = api.interceptors.request.use((config) => config)
      return () => api.interceptors.request.eject(id)
    }
    return register()
  }, [])
  return <p />
}

// taken away before the next one
let last: number | undefined
export function login(token: string) {
  if (last !== undefined) api.interceptors.request.eject(last)
  last = api.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${token}`
    return config
  })
}

// all are cleared first
export function signIn(token: string) {
  axios.interceptors.request.clear()
  axios.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${token}`
    return config
  })
}

// guarded by a flag of the module
let installed = false
export function Guarded() {
  if (!installed) {
    installed = true
    api.interceptors.response.use((r) => r)
  }
  return <p />
}

// guarded by a ref
export function Ref() {
  const done = useRef(false)
  if (!done.current) {
    api.interceptors.response.use((r) => r)
    done.current = true
  }
  return <p />
}

// guarded by a state
export function State() {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (ready) return
    api.interceptors.response.use((r) => r)
    setReady(true)
  }, [ready])
  return <p />
}

// guarded by a collection
const seen = new Set<object>()
export function refreshToken() {
  if (seen.has(api)) return
  seen.add(api)
  api.interceptors.response.use((r) => r)
}

// guarded by the number of interceptors
export function Counted() {
  if (!(api.interceptors.response as any).handlers.length) api.interceptors.response.use((r) => r)
  return <p />
}

// guarded where it is called
let wired = false
export function Wired() {
  if (!wired) {
    setUp()
    wired = true
  }
  return <p />
}

// the number goes to somebody who may eject it
export function Handed() {
  const ids = useRef<number[]>([])
  useEffect(() => {
    ids.current.push(api.interceptors.request.use((config) => config))
    const id = api.interceptors.response.use((r) => r)
    return attach(id)
  }, [])
  return <p />
}

// what a click calls runs when somebody clicks, once or often
export function Button() {
  const setUpNow = () => {
    api.interceptors.response.use((r) => r)
  }
  return <button onClick={setUpNow} />
}

// a client of the component
export function Own() {
  const client = axios.create()
  client.interceptors.request.use((config) => config)
  return <p />
}
