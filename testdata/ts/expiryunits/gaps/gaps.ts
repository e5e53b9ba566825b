import 'jwt-decode'

export const stored = () => Number(localStorage.getItem('exp')) < Date.now() // gap: went through storage
