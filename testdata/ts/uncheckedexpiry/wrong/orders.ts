export const orders = () => fetch('/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })
