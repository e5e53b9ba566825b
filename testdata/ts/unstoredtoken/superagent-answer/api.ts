import request from 'superagent'

interface Tokens { access_token: string }

export async function login(user: object) {
  const answer: Tokens = await request.post('/login').send(user).then((res) => res.body)
  localStorage.setItem('token', answer.access_token) // kept
}
