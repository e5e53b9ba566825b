export async function renew(refreshToken: string) {
  const answer = await fetch('https://api.example.com/auth/refresh', { method: 'POST', body: JSON.stringify({ refreshToken }) })
  return answer.json()
}

const underWay = new Map<string, Promise<any>>()

export function renewOnce(refreshToken: string) {
  let answer = underWay.get(refreshToken)
  if (!answer) {
    answer = renew(refreshToken).finally(() => underWay.delete(refreshToken))
    underWay.set(refreshToken, answer)
  }
  return answer
}
