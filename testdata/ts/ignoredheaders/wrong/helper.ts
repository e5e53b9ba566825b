import axios from 'axios'

function authHeader() {
  if (localStorage.getItem('access_token')) {
    return {
      Authorization: 'Bearer ' + localStorage.getItem('access_token'),
      'Access-Control-Allow-Origin': '*', // want "warning: `Access-Control-Allow-Origin` is a header of answers"
    }
  } else {
    return {}
  }
}
export const me = () => axios.get('/me', { headers: authHeader() })
