import { api } from './api'

export function Login() {
  const submit = async (user: object) => {
    const { data } = await api.post('/login', user)
    localStorage.setItem('token', data.token)
    window.location.href = '/'
  }
  return <button onClick={() => submit({})}>Log in</button>
}
