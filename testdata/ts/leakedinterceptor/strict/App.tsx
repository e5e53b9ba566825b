import { useEffect } from 'react'
import axios from 'axios'

// React mounts it twice in development
export default function App() {
  useEffect(() => {
    axios.interceptors.response.use((r) => r) // want:strict "each mount of `App` registers this response interceptor on `axios`"
  }, [])
  return <main />
}

// rendered by nobody but the root of the page
export function AuthProvider({ children }: any) {
  axios.interceptors.request.use((config) => config) // want:strict "each render of `AuthProvider`"
  return <div>{children}</div>
}
