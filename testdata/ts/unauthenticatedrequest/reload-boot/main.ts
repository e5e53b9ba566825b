import { setAuthToken } from './auth'

// Good: the start sets it again.
if (localStorage.jwtToken) setAuthToken(localStorage.jwtToken)
