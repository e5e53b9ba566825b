import { useEffect, useLayoutEffect, useMemo } from 'react'
import * as React from 'react'
import axios from 'axios'
import { api, install, other, setUpInterceptors } from './api'

// a: in the body of a component
export function Users() {
  api.interceptors.request.use((config) => config) // want "warning: each render of `Users` registers this request interceptor on `api` once more"
  return <ul />
}

// a: in the body of a hook
export function useApi() {
  axios.interceptors.request.use((config) => config) // want "each render of `useApi` registers this request interceptor on `axios`"
  return axios
}

// a: through a function of another file, where the component renders itself again
export function Shell() {
  const theme = useTheme()
  setUpInterceptors()
  return <main className={theme} />
}

// a: in a function of the component that it calls itself
export const Inner = () => {
  const setUp = () => {
    api.interceptors.request.use((config) => config) // want "each render of `Inner`"
  }
  setUp()
  return <i />
}

// b: an effect without a clean-up
export function Orders({ user }: { user: string }) {
  useEffect(() => {
    api.interceptors.request.use((config) => { // want "each mount of `Orders` registers"
      config.headers['X-User'] = user
      return config
    })
  }, [user])
  return <ul />
}

// b: with the eject commented out
export function useGuard() {
  React.useEffect(() => {
    const id = api.interceptors.response.use((r) => r) // want "each mount of `useGuard`"
    // return () => api.interceptors.response.eject(id)
  }, [])
}

// b: an effect that names no dependencies runs at each render, also in App
export function App() {
  useLayoutEffect(() => {
    api.interceptors.request.use((config) => config) // want "each render of `App`"
  })
  return <main />
}

// b: what the effect returns is the number, not a clean-up
export function Short() {
  useEffect(() => api.interceptors.request.use((config) => config) as any, []) // want "each mount of `Short`"
  return <p />
}

// b: a function that is given to the effect
export function Named() {
  const setUp = () => {
    api.interceptors.request.use((config) => config) // want "each mount of `Named`"
  }
  useEffect(setUp, [])
  return <p />
}

export function Mounted() {
  useEffect(() => install(api, () => {}), [])
  return <p />
}

export function Memo({ token }: { token: string }) {
  useMemo(() => {
    api.interceptors.request.use((config) => config) // want "each mount of `Memo`"
  }, [token])
  return <p />
}

// e: eject without a number
export function NoNumber() {
  useEffect(() => {
    api.interceptors.request.use((config) => config) // want "each mount of `NoNumber` .* and `eject` is not told which to take away, so it takes none"
    return () => (api.interceptors.request as any).eject()
  }, [])
  useEffect(() => {
    return () => api.interceptors.request.eject()
  })
  return <p />
}

// e: of the other stage
export function OtherStage() {
  useEffect(() => {
    const id = api.interceptors.request.use((config) => config) // want "and `eject` is asked of the other stage's interceptors"
    return () => api.interceptors.response.eject(id)
  }, [])
  return <p />
}

// e: of another client
export function OtherClient() {
  useEffect(() => {
    const id = api.interceptors.request.use((config) => config) // want "and `eject` is asked of another client"
    return () => other.interceptors.request.eject(id)
  }, [])
  return <p />
}

declare function useTheme(): string
