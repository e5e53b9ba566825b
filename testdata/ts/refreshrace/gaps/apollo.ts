import { fromPromise } from '@apollo/client'
import { onError } from '@apollo/client/link/error'

const renew = async () => {
  const answer = await fetch('/auth/refresh', { method: 'POST', body: JSON.stringify({ refreshToken: localStorage.getItem('refreshToken') }) })
  localStorage.setItem('refreshToken', (await answer.json()).refreshToken)
}

// gap: the error link of Apollo, which runs for every operation, is no handler that is read
export const refused = onError(({ networkError, operation, forward }) => {
  if (networkError && 'statusCode' in networkError && networkError.statusCode === 401) {
    return fromPromise(renew()).flatMap(() => forward(operation))
  }
})
