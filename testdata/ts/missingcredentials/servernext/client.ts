export const logout = () => fetch('http://localhost:3000/logout', { method: 'POST' }); // want "so the browser drops the session cookie that the server sets"
