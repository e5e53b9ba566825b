import axios from 'axios'

axios.get('http://reports.example.com/a', { auth: { username: 'admin', password: 'hunter2' } }) // want "warning: `axios.get` sends a token to reports.example.com over http"
