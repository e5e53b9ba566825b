import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { login, loginWithCode, requestCode } from '@/api/auth'

export function LoginPage() {
  const navigate = useNavigate()
  const [email, setEmail] = useState('')
  const [secret, setSecret] = useState('')
  const [byCode, setByCode] = useState(false)
  const [problem, setProblem] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    setProblem('')
    try {
      if (byCode) {
        await loginWithCode(email, secret)
      } else {
        await login(email, secret)
      }
      navigate('/orders')
    } catch {
      setProblem(byCode ? 'This code is not right, or no longer.' : 'E-mail and password do not match.')
    }
  }

  async function sendCode() {
    await requestCode(email)
    setByCode(true)
  }

  return (
    <form onSubmit={submit}>
      <h1>Larder</h1>
      <input type="email" value={email} onChange={(e) => setEmail(e.target.value)} placeholder="E-mail" required />
      <input
        type={byCode ? 'text' : 'password'}
        value={secret}
        onChange={(e) => setSecret(e.target.value)}
        placeholder={byCode ? 'Code' : 'Password'}
        required
      />
      {problem && <p role="alert">{problem}</p>}
      <button type="submit">Log in</button>
      <button type="button" onClick={sendCode} disabled={!email}>
        Send me a code instead
      </button>
    </form>
  )
}
