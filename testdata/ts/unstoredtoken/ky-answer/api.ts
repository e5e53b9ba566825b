import ky from 'ky'

interface Tokens { access_token: string; user: string }

export async function login(user: object, go: (to: string) => void) {
  await ky.post('/login', { json: user }).json<Tokens>() // want "error: the token that the login `ky.post` answers with goes nowhere"
  const answer: Tokens = await ky.post('/login', { json: user }).json() // want "error: the token that the login `ky.post` answers with goes nowhere"
  if (answer) go('/')
}

export async function right(user: object) {
  const { access_token } = await ky.post('/login', { json: user }).json<Tokens>()
  localStorage.setItem('token', access_token) // kept
}
