import axios from 'axios'

export const api = axios.create({
  headers: {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*', // want "`Access-Control-Allow-Origin` is a header of answers"
    'Access-Control-Allow-Headers': 'Authorization', // the same mistake as in the line before
  },
})
