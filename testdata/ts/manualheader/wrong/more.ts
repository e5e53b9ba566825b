import axios from 'axios'

// Of the global axios there are two: not often enough.
export const a = () => axios.get('/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } })
export const b = () => axios.get('/b', { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } })
