import { useEffect } from 'react'
import { api } from './api'

export function setUp() {
  api.interceptors.request.use((config) => config)
}

export const attach = (id: number) => () => api.interceptors.response.eject(id)

// only App uses this hook, and is mounted once
export function useTracing() {
  useEffect(() => {
    api.interceptors.request.use((config) => config) // want:strict "each mount of `useTracing`"
  }, [])
}
