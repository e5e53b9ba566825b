import axios from 'axios'

// Set while modules are loaded: perhaps before the instance is made.
axios.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
