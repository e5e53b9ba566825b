export const signUp = (user, details, pool) =>
  user.authenticateUser(details, {
    onSuccess: (result) => {
      const accessToken = result.getAccessToken().getJwtToken()
      console.log('token we get back: ', accessToken) // want "`accessToken` is written to the log"
      console.log('until', result.getAccessToken().getExpiration()) // a time
    },
  })
