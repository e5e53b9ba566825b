export const save = (t: object) => localStorage.setItem('tokens', JSON.stringify(t))
export const logout = () => { localStorage.clear(); location.href = '/login' }
